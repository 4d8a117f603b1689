"""A verb in a sentence → the words that are its subject, where they are plainly one that speaks.

A person, an office, a body, a pronoun. Whatever else stands before a verb is no speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.suggest.article import Word
from report.suggest.people import bare, is_possessive
from report.suggest.words import Words

BREAKS = frozenset(',;:–—()“”«»"!?…-')
CLOSING = frozenset('”»"')
LONGEST_SUBJECT = 16
_BE = frozenset(("was", "were", "been", "be", "being", "is", "are", "am"))


@dataclass(frozen=True)
class Subject:
    """Words that speak: the index of the first, all of them, and what stands in apposition."""

    first: int
    words: tuple[Word, ...]
    apposition: tuple[Word, ...] = ()


class Subjects:
    """Finds the subjects of the verbs of a sentence; `row` are its words outside quotations."""

    def __init__(self, row: Sequence[Word], words: Words) -> None:
        self.row = row
        self.words = words

    def before(self, i: int) -> Subject | None:
        """Return the subject before the verb at `i`."""
        j = self._over_helpers(i)
        if j is None or j < 0:
            return None
        word = self.row[j]
        if word.text == ",":
            return self._over_apposition(j)
        if word.text in "–—":
            opened = [k for k in range(j) if self.row[k].text in "–—"]
            j = opened[-1] - 1 if opened else -1
        return self._subject(j)

    def second_verb(self, i: int, previous: Subject | None) -> Subject | None:
        """“experts condemned the use of force and called on …”: the subject of the first verb."""
        j = self._over_helpers(i)
        return previous if j is not None and j > 0 and self.row[j].low == "and" else None

    def _over_helpers(self, i: int) -> int | None:
        j = i - 1
        passive = False
        while j >= 0:
            low = self.row[j].low
            if self.words.has("negation", low) or low.endswith("n't"):
                return None
            helper = self.words.any_has(("auxiliary", "adverbs"), low)
            adverb = low.endswith("ly") and not self.row[j].capital
            when = self.words.any_has(("weekdays", "months"), low) or low[:1].isdigit()
            if not (helper or adverb or when or low in "*†‡"):
                break
            passive = passive or low in _BE
            j -= 1
            if when and j >= 0 and self.row[j].low in ("on", "in", "early", "late", "of", "last"):
                j -= 1
        return None if passive and not self.row[i].low.endswith("ing") else j

    def _over_apposition(self, j: int) -> Subject | None:
        """Read “The director, Hillel Neuer, recalled” and “a spokeswoman, referring to X, said”."""
        commas = [k for k in range(max(j - 24, 0), j) if self.row[k].text == ","]
        if not commas:
            return None
        k = commas[-1]
        inner = tuple(self.row[k + 1 : j])
        first = inner[0] if inner else None
        if first is None:
            return None
        if (
            first.low.endswith("ing")
            or first.low in ("who", "which")
            or (self.words.any_has(("adverbs", "stop"), first.low))
        ):
            return self._subject(k - 1)
        named = all(word.capital for word in inner)
        told = any(self.words.has("roles", word.low) for word in inner)
        aged = first.text.isdigit() and len(inner) == 1
        if named or told or aged:
            outer = self._subject(k - 1)
            if outer is not None:
                return Subject(outer.first, outer.words, () if aged else inner)
        return None

    def _subject(self, j: int) -> Subject | None:
        """Collect the words of a subject that ends at `j`, and judge whether it can speak."""
        first = j
        while first >= 0 and j - first < LONGEST_SUBJECT:
            word = self.row[first]
            if word.text in BREAKS or word.text == "." or self.words.has("clause", word.low):
                break
            if word.low == "and" and not self._joins(first):
                break
            first -= 1
        row = self._without_time(list(self.row[first + 1 : j + 1]))
        if not self.speaks(row):
            return None
        return Subject(self.row.index(row[0]), tuple(row))

    def _joins(self, k: int) -> bool:
        """Whether “and” at `k` joins two that speak, not two clauses."""
        left: list[Word] = []
        for word in reversed(self.row[max(k - 5, 0) : k]):
            if word.text in BREAKS or self.words.has("clause", word.low):
                break
            left.insert(0, word)
        else:
            if k > 5:
                return False
        return self.speaks(left)

    def _without_time(self, row: list[Word]) -> list[Word]:
        """Drop “On Monday” before a subject."""
        when = [
            k
            for k, word in enumerate(row)
            if self.words.any_has(("weekdays", "months"), word.low) or word.text[:4].isdigit()
        ]
        if row and self.words.has("stop", row[0].low) and when and when[0] <= 3:
            return row[when[0] + 1 :]
        return row

    def speaks(self, row: Sequence[Word]) -> bool:
        """Whether the words are one that speaks: a pronoun, a name, an office, a body."""
        if not row or self.words.any_has(("stop", "clause"), row[0].low):
            return False
        if len(row) == 1 and self.words.any_has(
            ("pronouns_person", "pronouns_first", "pronouns_group"), row[0].low
        ):
            return True
        last = self._head(row)
        if any(self.words.has("auxiliary", w.low) for w in row) or is_possessive(last):
            return False
        if self.words.any_has(("pronouns_none", "pronouns_group"), last.low):
            return False
        named = last.capital and last.is_word and not self.words.has("not_names", last.low)
        return named or self.words.has("speakers", last.low)

    def _head(self, row: Sequence[Word]) -> Word:
        """Return the noun of a phrase: before its first preposition; behind “a handful of”."""
        first = 0
        for k, word in enumerate(row):
            if k > first and self.words.has("stop", word.low):
                counted = word.low == "of" and self.words.has("quantities", row[k - 1].low)
                if not (counted and k + 1 < len(row)):
                    return row[k - 1]
                first = k + 1
        return row[-1]

    def behind(self, i: int) -> Subject | None:
        """Read the subject behind the verb: said Matt Brown, a spokesman for the council."""
        row: list[Word] = []
        stretch = self.row[i + 1 : i + 1 + LONGEST_SUBJECT]
        for k, word in enumerate(stretch):
            if row and self._is_name_in_marks(stretch, k):
                continue
            ends = self.words.any_has(("clause", "weekdays"), word.low) or not word.is_word
            if ends or (row and word.low in ("in", "on", "at", "during", "after", "from", "by")):
                break
            row.append(word)
        # Behind a quotation whoever follows “said” speaks: “…,” said one of the marchers.
        quoted = self.row[i - 1].text in CLOSING
        plain = bool(row) and self.words.any_has(("determiners", "quantities"), row[0].low)
        nobody = plain and self.words.has("pronouns_none", row[-1].low)
        if not (self.speaks(row) or (quoted and plain and not nobody)):
            return None
        behind = next(k for k, word in enumerate(self.row) if word.start == row[-1].start) + 1
        return Subject(i, tuple(row), self._apposed(behind))

    def _is_name_in_marks(self, row: Sequence[Word], k: int) -> bool:
        """«директор «Комитета помощи» Ольга Литвин»: the marks of a name within a subject."""
        pairs = [(row[n].text, row[n + 1].text) for n in (k - 1, k) if 0 <= n < len(row) - 1]
        return any(one in "“«„" and other in CLOSING for one, other in pairs)

    def _apposed(self, k: int) -> tuple[Word, ...]:
        if k >= len(self.row) or self.row[k].text != ",":
            return ()
        inner: list[Word] = []
        for word in self.row[k + 1 : k + 14]:
            if not word.is_word or self.words.has("clause", word.low):
                break
            inner.append(word)
        told = any(self.words.has("roles", word.low) for word in inner)
        return tuple(inner) if told else ()

    def maker(self, row: list[Word]) -> list[Word]:
        """“the government’s version of events” is the government’s."""
        for k, word in enumerate(row[:-1]):
            if is_possessive(word) and self.words.has("accounts", row[k + 1].low):
                text = bare(word)
                owner = Word(text, text.lower(), word.start, word.start + len(text))
                return [*row[:k], owner]
        return row
