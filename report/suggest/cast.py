"""The persons of an article, and which of them a surname, a role, he or she means.

Where two could be meant nobody is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from report.suggest.article import Article, Sentence, Word
from report.suggest.people import Names, Person, bare, is_possessive

_FEW_BACK = 3  # paragraphs that a pronoun may look back


class Cast:
    """The persons of an article, and which of them a surname, a role or a pronoun means."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.names = Names(article.words)
        self._by_sentence: dict[int, tuple[Person, ...]] = {}
        found: list[Person] = []
        for paragraph in article.paragraphs:
            for sentence in paragraph.sentences:
                persons = () if paragraph.heading else tuple(self.names.persons(sentence.outside))
                self._by_sentence[sentence.start] = persons
                found.extend(persons)
        self.all = tuple(sorted([*found, *self._by_name_alone(found)], key=lambda p: p.start))

    def _by_name_alone(self, found: list[Person]) -> Iterator[Person]:
        """Yield full names without a role whose surname also stands alone: it is a person's."""
        known = {person.surname for person in found}
        rows = [s.outside for p in self.article.paragraphs if not p.heading for s in p.sentences]
        runs = [row[a:b] for row in rows for a, b in self._free_runs(row)]
        alone = {bare(run[0]) for run in runs if len(run) == 1}
        for run in runs:
            name = [bare(word) for word in run]
            if 2 <= len(run) <= 3 and name[-1] in alone and name[-1] not in known:
                known.add(name[-1])
                yield Person(" ".join(name), "", run[0].start, run[-1].end)

    def _free_runs(self, row: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Yield runs of capitals that no preposition or article binds, and that name no body."""
        words = self.article.words
        for first, last in self.names.runs(row):
            bound = first and words.any_has(("stop", "determiners"), row[first - 1].low)
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
        return (
            self.first_by_surname.get(surname.rsplit(maxsplit=1)[-1]) if surname.strip() else None
        )

    def by_role(self, role: str, before: int) -> Person | None:
        """Return the last person named before an offset whose role has this noun."""
        found = [p for p in self.all if p.start < before and role in p.role.lower().split()]
        return self.named(found[-1].surname) or found[-1] if found else None

    def meant_by(self, pronoun: str, sentence: Sentence, offset: int) -> Person | None:
        """Return whom he or she means: who is named first in the nearest sentence that names one.

        Only this paragraph and few before it are looked at; somebody of the other sex ends it, and
        where another one is surely of this sex, whose sex is not known is not meant.
        """
        female = self.article.words.has("gender_f", pronoun)
        nearest: Person | None = None
        for persons in self._backwards(sentence, offset):
            fitting = [p for p in persons if self._sex(p) in (None, female)]
            sure = [p for p in fitting if self._sex(p) is female]
            if nearest is not None:
                if any(p.surname != nearest.surname for p in sure):
                    return None
            elif sure:
                return sure[0]
            elif fitting:
                nearest = fitting[0]
            elif persons:
                return None
        return nearest

    def _backwards(self, sentence: Sentence, offset: int) -> Iterator[tuple[Person, ...]]:
        paragraphs = [p for p in self.article.paragraphs if p.start <= sentence.start]
        for paragraph in reversed(paragraphs[-_FEW_BACK:]):
            for one in reversed(paragraph.sentences):
                if one.start <= sentence.start:
                    yield tuple(self.mentions(one, offset))

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

    def _sex(self, person: Person) -> bool | None:
        roles = [p.role for p in self.all if p.surname == person.surname]
        words = {word for role in roles for word in role.lower().split()}
        if words & self.article.words.sets.get("gender_f", frozenset()):
            return True
        return False if words & self.article.words.sets.get("gender_m", frozenset()) else None
