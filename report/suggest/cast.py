"""The persons of an article, and which of them a surname, a role, he or she means.

Where two could be meant nobody is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from report.suggest.article import Article, Sentence, Word
from report.suggest.bodies import Bodies
from report.suggest.names_in_cases import name_run, plain, same_name
from report.suggest.people import Names, Person, bare, is_possessive

_FEW_ROLE = 0
_BEFORE_PERSONS = frozenset(["that", "by", "with", "against"])
_FIRST_NAMES = ("first_names_f", "first_names_m")


class Cast:
    """The persons of an article, and which of them a surname, a role or a pronoun means."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.names = Names(article.words)
        self.bodies = Bodies(self.names)
        self._by_sentence: dict[int, tuple[Person, ...]] = {}
        found: list[Person] = []
        for paragraph in article.paragraphs:
            for sentence in paragraph.sentences:
                named = () if paragraph.heading else tuple(self.names.persons(sentence.outside))
                persons = tuple(self._in_plain_case(person) for person in named)
                self._by_sentence[sentence.start] = persons
                found.extend(persons)
        if article.words.lang in ("ru", "kk"):
            found.extend(self._in_cases())
        self.all = tuple(sorted([*found, *self._by_name_alone(found)], key=lambda p: p.start))

    def _in_cases(self) -> Iterator[Person]:
        """Yield the full names of a Russian or Kazakh article, each with the role before it."""
        for paragraph in self.article.paragraphs:
            for sentence in () if paragraph.heading else paragraph.sentences:
                row = [word for word in sentence.words if word.is_word]
                for first, last in self.names.runs(row):
                    begin, end = name_run(row[max(first - _FEW_ROLE, 0) : last], self.article.words)
                    if end - begin < 2:
                        continue
                    begin, end = begin + max(first - _FEW_ROLE, 0), end + max(first - _FEW_ROLE, 0)
                    name = " ".join(word.text for word in row[begin:end])
                    if self.article.words.lang == "kk":
                        name = self._as_subject(plain(name, self.article.words))
                    yield Person(name, "", row[begin].start, row[end - 1].end)

    def _in_plain_case(self, person: Person) -> Person:
        if self.article.words.lang != "kk":
            return person
        return replace(person, name=self._as_subject(plain(person.name, self.article.words)))

    def plain_name(self, person: Person) -> str:
        """Return a person's name as a subject has it; nothing where it is no name of one person."""
        if self.article.words.lang not in ("ru", "kk"):
            return person.name
        found = self.named(person.name)
        return found.name if found is not None and " " in found.name else ""

    def _as_subject(self, name: str) -> str:
        """Drop the ending of an object where the name stands without it too: Қасымды, Қасым."""
        for ending in self.article.words.ordered.get("object_ends", ()):
            bare_name = name.removesuffix(ending)
            last = bare_name.rsplit(maxsplit=1)[-1]
            alone = rf"(?<!\w){re.escape(last)}(?!\w)"
            if bare_name != name and re.search(alone, self.article.text):
                return bare_name
        return name

    def _by_name_alone(self, found: list[Person]) -> Iterator[Person]:
        """Yield full names without a role that are a person's.

        The surname also stands alone, or the first name is one that people bear.
        """
        known = {person.surname for person in found}
        rows = [s.outside for p in self.article.paragraphs if not p.heading for s in p.sentences]
        runs = [row[a:b] for row in rows for a, b in self._free_runs(row)]
        alone = {bare(run[0]) for run in runs if len(run) == 1}
        for run in runs:
            name = [bare(word) for word in run]
            first = self.article.words.any_has(_FIRST_NAMES, name[0].lower())
            office = any(self.article.words.has("roles", part.lower()) for part in name)
            person = (name[-1] in alone or first) and not office
            if 2 <= len(run) <= 4 and person and name[-1] not in known:
                known.add(name[-1])
                yield Person(" ".join(name), "", run[0].start, run[-1].end)

    def _free_runs(self, row: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Yield runs of capitals that no preposition or article binds, and that name no body."""
        words = self.article.words
        for first, last in self.names.runs(row):
            bound = first and words.any_has(("stop", "determiners"), row[first - 1].low)
            bound = bound and row[first - 1].low not in _BEFORE_PERSONS
            bound = bound and not is_possessive(row[last - 1])  # to Anselmo Prieto’s house
            bodies = any(words.has("bodies", bare(w)) or w.text.isupper() for w in row[first:last])
            if not bound and not bodies:
                yield first, last

    @cached_property
    def first_by_surname(self) -> dict[str, Person]:
        """The first full naming of each surname; two persons of one surname are nobody."""
        table: dict[str, Person] = {}
        double: set[str] = set()
        for person in self.all:
            known = table.get(person.surname)
            if known is None or (" " not in known.name and " " in person.name):
                table[person.surname] = person
            elif " " in person.name and known.name != person.name:
                double.add(person.surname)
        return {name: person for name, person in table.items() if name not in double}

    def named_in(self, sentence: Sentence) -> tuple[Person, ...]:
        """Return the persons that a sentence names with their roles."""
        return self._by_sentence.get(sentence.start, ())

    def named(self, surname: str) -> Person | None:
        """Return the person of a surname or full name."""
        if not surname.strip():
            return None
        last = surname.rsplit(maxsplit=1)[-1]
        found = self.first_by_surname.get(last)
        if found is None and self.article.words.lang in ("ru", "kk"):
            words, known = self.article.words, self.first_by_surname
            same = [p for surname, p in known.items() if same_name(surname, last, words)]
            return same[0] if len(same) == 1 else None
        return found

    def by_role(self, role: str, before: int) -> Person | None:
        """Return the last person named before an offset whose role has this noun."""
        found = [p for p in self.all if p.start < before and role == self._role_noun(p)]
        return self.named(found[-1].surname) or found[-1] if found else None

    def _role_noun(self, person: Person) -> str:
        """Return the noun of a role: of “Committee member” it is member."""
        noun = ""
        for word in person.role.lower().split():
            if noun and self.article.words.has("stop", word):
                break
            noun = word.strip(",")
        return noun

    def mentions(self, sentence: Sentence, before: int | None = None) -> list[Person]:
        """Return whom a sentence names, by full name or by a surname known already."""
        before = sentence.end if before is None else before
        known = self.first_by_surname
        full = self._by_sentence.get(sentence.start, ())
        found: dict[str, tuple[int, Person]] = {}
        for person in full:
            if person.end <= before:
                found.setdefault(person.surname, (person.start, person))
        for word in sentence.outside:
            if word.end > before or is_possessive(word):
                continue
            person = known.get(bare(word))  # type: ignore[assignment]
            if person is not None and word.capital:
                found.setdefault(person.surname, (word.start, person))
        return [known.get(p.surname, p) for _, p in sorted(found.values(), key=lambda f: f[0])]

    def sex(self, person: Person) -> bool | None:
        """Whether a person is a woman, by title, role, first name or surname; None: not known."""
        found = self._titled.get(person.surname)
        if found is not None:
            return found
        roles = [p.role for p in self.all if p.surname == person.surname]
        known = self.sex_of_words([word for role in roles for word in role.lower().split()])
        return known if known is not None else self.sex_of_name(person.name)

    def sex_of_words(self, row: Sequence[str]) -> bool | None:
        """Whether words of a description or of a name are a woman's."""
        words = self.article.words
        for word in row:
            if words.has("gender_f", word):
                return True
            if words.has("gender_m", word):
                return False
        return self.sex_of_name(" ".join(row))

    def sex_of_name(self, name: str) -> bool | None:
        """Whether a name is a woman's, by the first name or the ending of a Slavic surname."""
        words = self.article.words
        parts = name.lower().replace("’", "'").split()
        if not parts:
            return None
        women = any(words.has("first_names_f", part) for part in parts[:-1] or parts)
        men = any(words.has("first_names_m", part) for part in parts[:-1] or parts)
        if women != men:
            return women
        if parts[-1].endswith(words.ordered.get("surnames_f", ()) or ("-",)):
            return True
        return False if parts[-1].endswith(words.ordered.get("surnames_m", ()) or ("-",)) else None

    @cached_property
    def _titled(self) -> dict[str, bool]:
        """The surnames that stand behind Mr, Ms or Mrs: whether a woman's."""
        words = self.article.words
        table: dict[str, bool] = {}
        for paragraph in self.article.paragraphs:
            for sentence in paragraph.sentences:
                row = sentence.words
                for k, word in enumerate(row[:-1]):
                    if not (word.capital and words.has("titles", word.low)):
                        continue
                    name = [w for w in row[k + 1 : k + 5] if w.capital and w.is_word]
                    sexed = words.any_has(("gender_f", "gender_m"), word.low)
                    if name and sexed:
                        female = words.has("gender_f", word.low)
                        table.setdefault(bare(name[0]), female)
                        table.setdefault(bare(name[-1]), female)
        return table
