"""“She”, “they”, “it”, “the group” in a clause of reporting → the clause that says who that is.

The nearest earlier clause whose speaker can be meant, a few paragraphs back at most. Where two can
be meant, or none plainly, nobody is: a wrong speaker is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.suggest.article import Article, Paragraph, Sentence, Word
from report.suggest.cast import Cast
from report.suggest.clause import Clause
from report.suggest.looking_back import NOBODY, LookingBack, Meant
from report.suggest.openings import opening
from report.suggest.people import Person, bare, is_possessive
from report.suggest.pronouns_in_cases import who_spoke
from report.suggest.speaking import Speaking

_LONGEST_OPENING = 8
_NEAR_BY = 200  # characters behind a paragraph that names nobody by whom “she” may be meant
_FAR_BACK = 6  # “they” of a statement are its makers throughout


_NO_PERSON = ("bodies", "laws", "not_places")


class Antecedents:
    """Answers whom a word means."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self.article = article
        self.cast = cast
        self.back = LookingBack(article, cast)
        self._speaking = Speaking(article.words)

    def meant(self, clause: Clause) -> Meant:
        """Return whom the pronoun means that is the subject of a clause."""
        pronoun = clause.subject[0]
        words = self.article.words
        if words.has("pronouns_group", pronoun.low):
            return self.several(pronoun)
        if words.has("pronouns_body", pronoun.low):
            return self.body(pronoun.start)
        if words.lang == "en":
            return self.one(pronoun)
        return who_spoke(self.back, clause)

    def one(self, pronoun: Word) -> Meant:
        """Return whom “he” or “she” means.

        In each sentence back from the pronoun: who speaks there, then whom it names. Somebody of
        the other sex is passed over; one who is only named and whose sex is not known is meant
        only where nobody else can be.
        """
        female = self.article.words.has("gender_f", pronoun.low)
        unsure: Meant | None = None
        for paragraph, sentence in self.back.sentences(pronoun.start):
            for meant in self._speakers_of(sentence, paragraph, pronoun.start):
                if self._sex(meant) is None and self._named_surely(sentence, pronoun.start, female):
                    return NOBODY
                unnamed = self._sex(meant) is None and _is_unnamed(meant)
                if unnamed and pronoun.start - paragraph.end > _NEAR_BY:
                    continue  # an official, some paragraphs ago
                if self._sex(meant) in (None, female):
                    return meant if unsure is None or self._same(unsure, meant) else NOBODY
            for person in self.cast.mentions(sentence, pronoun.start):
                meant = Meant(person)
                sex = self._sex(meant)
                if sex is female:
                    return meant if unsure is None or self._same(unsure, meant) else NOBODY
                if sex is None and unsure is None:
                    unsure = meant
        return unsure or NOBODY

    def _named_surely(self, sentence: Sentence, before: int, female: bool) -> bool:
        """Whether a sentence also names somebody who is known to be of that sex."""
        named = self.cast.mentions(sentence, before)
        return any(self._sex(Meant(person)) is female for person in named)

    def several(self, pronoun: Word) -> Meant:
        """Return whom “they” means: the several who spoke last."""
        for paragraph, sentence in self.back.sentences(pronoun.start, _FAR_BACK):
            for clause in reversed(self.back.reading(sentence).clauses):
                told = clause.end < pronoun.start and bool(clause.subject)
                own = told and not self.back.is_pronoun(clause)
                if own and self._is_several(clause):
                    return Meant(clause=clause, paragraph=paragraph)
            row = self._opening_speaker(sentence, pronoun.start)
            if row and self._names_several(row):
                return Meant(row=row)
        return NOBODY

    def _opening_speaker(self, sentence: Sentence, before: int) -> tuple[Word, ...]:
        """Return who opens a sentence without being said to speak: “Observers saw”."""
        words = tuple(word for word in sentence.outside if word.end <= before)
        found = opening(words, self._speaking)
        return found.words if found is not None and not found.first else ()

    def body(self, offset: int, head: str = "") -> Meant:
        """Return which body “it”, or “the group”, means: the last one that spoke."""
        for paragraph, sentence in self.back.sentences(offset):
            for clause in reversed(self.back.reading(sentence).clauses):
                if clause.end >= offset or not clause.subject or self.back.is_pronoun(clause):
                    continue
                called = any(word.capital for word in clause.subject[1:]) or not head
                if self._is_body(clause) and called:
                    return Meant(clause=clause, paragraph=paragraph)
                if not head:
                    return NOBODY
            row = () if head else self._opening_speaker(sentence, offset)
            if row and self._names_body(row):
                return Meant(row=row)
        return NOBODY

    def _speakers_of(
        self, sentence: Sentence, paragraph: Paragraph, before: int
    ) -> Iterator[Meant]:
        for clause in reversed(self.back.reading(sentence).clauses):
            if clause.end >= before or not clause.subject or self.back.is_pronoun(clause):
                continue
            person = self.person_of(clause)
            if person is not None:
                yield Meant(person)
            elif self._is_somebody(clause) or self._is_stranger(clause):
                yield Meant(clause=clause, paragraph=paragraph)
        somebody = self._opening_somebody(sentence, before)
        if somebody:
            yield Meant(row=somebody)

    def _opening_somebody(self, sentence: Sentence, before: int) -> tuple[Word, ...]:
        """Return the unnamed person that opens a sentence: The duty officer at the jail refused."""
        words = self.article.words
        row = [word for word in sentence.outside if word.end <= before][:_LONGEST_OPENING]
        if len(row) < 3:
            return ()
        if row[0].capital and not words.has("determiners", row[0].low):
            return self._opening_relative(row) or self._opening_name(row)
        head = 0
        for k, word in enumerate(row[1:], 1):
            ends = words.any_has(("stop", "clause", "auxiliary", "say"), word.low)
            if ends or not word.is_word or (word.low.endswith("ed") and not word.capital):
                break
            head = k
        noun = row[head].low
        whose = head + 1 < len(row) and row[head + 1].low in ("who", "whose")  # a surgeon who
        known = whose or words.any_has(("speakers", "roles"), noun)
        one = head > 0 and known and not noun.endswith("s")
        named = any(word.capital and not words.has("roles", word.low) for word in row[1 : head + 1])
        bodies = words.any_has(("body_nouns", "plural_speakers"), noun)
        return tuple(row[: head + 1]) if one and not named and not bodies else ()

    def _opening_relative(self, row: list[Word]) -> tuple[Word, ...]:
        """Return who is told by somebody’s name: Mr. Omurov’s wife was allowed to see him."""
        for k, word in enumerate(row[:5]):
            if is_possessive(word) and k + 1 < len(row):
                one = self.article.words.has("roles", row[k + 1].low)
                if one and k + 3 < len(row) and row[k + 2].text == ",":
                    return (row[k + 3],) if row[k + 3].capital else ()  # his mother, Zofia,
                return tuple(row[: k + 2]) if one else ()
        return ()

    def _opening_name(self, row: list[Word]) -> tuple[Word, ...]:
        """Return the full name that opens a sentence: Amina Yusuf, who was a nurse, fled."""
        words = self.article.words
        last = 0
        while last < len(row) and row[last].capital and row[last].is_word:
            last += 1
        name = row[:last]
        if not 2 <= last <= 3 or any(words.any_has(_NO_PERSON, bare(word)) for word in name):
            return ()
        if self.cast.named(bare(name[-1])) is not None:
            return ()  # a person of the cast: found by name
        low = any(words.any_has(("not_names", "stop", "clause"), word.low) for word in name)
        placed = re.search(rf"\b(?:in|at|near|from) {re.escape(name[0].text)}", self.article.text)
        return () if low or placed or name[-1].text.isupper() else tuple(name)

    def person_of(self, clause: Clause) -> Person | None:
        """Return the person of the cast that a clause names, by name or surname."""
        for row in (clause.subject, clause.apposition):
            person = next(iter(self.cast.names.persons(row)), None)
            if person is not None:
                return self.cast.named(person.name) or person
        named = [bare(w) for w in clause.apposition if w.capital and not self._is_title(w)]
        if len(named) >= 2 and all(word.capital for word in clause.apposition):
            name, end = " ".join(named), clause.apposition[-1].end
            return self.cast.named(name) or Person(name, "", clause.subject[0].start, end)
        last = bare(clause.subject[-1])
        return self.cast.named(last) if clause.subject[-1].capital else None

    def _is_title(self, word: Word) -> bool:
        return self.article.words.has("titles", word.low)

    def _sex(self, meant: Meant) -> bool | None:
        if meant.person is not None:
            return self.cast.sex(meant.person)
        if meant.row:
            return self.cast.sex_of_words([word.low for word in meant.row])
        if meant.clause is None:
            return None
        row = (*meant.clause.subject, *meant.clause.apposition)
        return self.cast.sex_of_words([bare(word).lower() for word in row])

    @staticmethod
    def _same(one: Meant, other: Meant) -> bool:
        if one.person is None or other.person is None:
            return False
        return one.person.surname == other.person.surname

    def _is_somebody(self, clause: Clause) -> bool:
        """Whether one unnamed person speaks: a farmer, another witness."""
        row = clause.subject
        one = len(row) > 1 and row[0].low in ("a", "an", "one", "another", "the", "his", "her")
        several = self._is_several(clause) or any(word.capital for word in row[1:2])
        return one and not several and not self._is_body(clause)

    def _is_stranger(self, clause: Clause) -> bool:
        """Whether the subject is a bare name that no role makes a person of the cast."""
        row = clause.subject
        named = all(word.capital for word in row) and len(row) <= 4
        office = len(row) == 1 and self.article.words.has("speakers", row[0].low)
        return named and not office and not self._is_body(clause)

    def _is_several(self, clause: Clause) -> bool:
        return self._names_several(clause.subject)

    def _names_several(self, row: tuple[Word, ...]) -> bool:
        head = bare(self.reading_head(row)).lower()
        joined = any(word.low == "and" for word in row)
        return joined or head.endswith("s") or self.article.words.has("plural_speakers", head)

    def reading_head(self, row: tuple[Word, ...]) -> Word:
        """Return the noun of a subject: before its first preposition."""
        words = self.article.words
        for k, word in enumerate(row):
            if k and words.has("stop", word.low):
                return row[k - 1]
        return row[-1]

    def _is_body(self, clause: Clause) -> bool:
        return self._names_body(clause.subject)

    def _names_body(self, row: tuple[Word, ...]) -> bool:
        words = self.article.words
        head = bare(self.reading_head(row))
        named = any(words.has("bodies", bare(word)) for word in row)
        short = len(row) <= 2 and row[-1].text.isupper() and len(row[-1].text) > 1
        return named or short or words.has("body_nouns", head.lower())


def _is_unnamed(meant: Meant) -> bool:
    """Whether it is an official, the source: no word of it is a name."""
    row = meant.clause.subject if meant.clause is not None else meant.row
    return meant.person is None and not any(word.capital for word in row[1:]) and len(row) > 1
