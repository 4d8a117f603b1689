"""A word of an English sentence → whether it reports what somebody said, and how.

Many words report and are other verbs or nouns besides: it continues to rise, the court called 19
witnesses, a crowd estimated at 4,000. Knows no clauses.
"""

from __future__ import annotations

from report.suggest.article import Word
from report.suggest.subjects import Subjects
from report.suggest.words import Words

_READ_OUT = frozenset(["following", "statement", "remarks", "comment", "declaration"])
_LONGEST_TAIL = 9


class ReportingVerbs:
    """Judges the words of one sentence."""

    def __init__(self, subjects: Subjects, words: Words) -> None:
        self.subjects = subjects
        self.words = words
        self.row = subjects.row

    def kind(self, i: int, word: Word) -> str:
        """Return how a word reports: say, saying, or nothing."""
        if self._is_deed(i, word):
            return ""
        if self._says(i, word):
            return "say"
        if self.words.has("saying", word.low):
            helped = any(w.low in ("is", "are", "was", "were") for w in self.row[max(i - 2, 0) : i])
            return "say" if helped else "saying"
        return ""

    def _says(self, i: int, word: Word) -> bool:
        opened = i == 0 and self._opens_with_verb()
        if self.words.any_has(("say", "express"), word.low) and (opened or not word.capital):
            doubtful = self.words.has("also_nouns", word.low)
            plain = not doubtful or self._plain_verb(i) or self._ends_sentence(i)
            return plain or self.subjects.between(i) is not None
        if self.words.has("reads_out", word.low) and self._reads_out(i):
            return True
        return word.low.endswith("ed") and self._closes_with(i, word)

    def _ends_sentence(self, i: int) -> bool:
        """“…, their lawyers report.”: a subject that speaks stands behind a comma."""
        if i + 1 < len(self.row) and self.row[i + 1].text != ".":
            named = self.row[i + 1].capital and i > 0 and self.row[i - 1].capital
            return named and self.row[i].low in ("asked", "asks")  # Adam Brod asked Mrs Lis why
        subject = self.subjects.before(i)
        return (
            subject is not None and subject.first > 0 and (self.row[subject.first - 1].text == ",")
        )

    def _closes_with(self, i: int, word: Word) -> bool:
        """“…,” Clinton gushed.: whatever the verb, it closes what somebody said."""
        subject = self.subjects.between(i) if not word.capital else None
        following = self.row[i + 1].text if i + 1 < len(self.row) else "."
        return subject is not None and following in ".,;" and subject.words[-1].capital

    def _is_deed(self, i: int, word: Word) -> bool:
        """Whether a word that may report does not: it continues to rise, called 19 witnesses."""
        following = self.row[i + 1] if i + 1 < len(self.row) else None
        if following is None:
            return False
        if i and self.row[i - 1].low in ("a", "an", "the") and word.low.endswith("ed"):
            return True  # an estimated ninety protesters
        if self._is_described(i, word) or (following.low == "by" and word.low.endswith("ed")):
            return True  # was arrested and ordered by the prosecution to serve
        if following.low == "to" and self.words.has("going_on", word.low):
            return True  # it continues to rise
        near = self.row[i + 1 : i + 4]
        counted = following.text[:1].isdigit() or (
            following.low in ("about", "some", "nearly", "over", "around", "almost")
            and any(one.text[:1].isdigit() for one in near)
        )
        return counted and self.words.has("deeds_too", word.low)

    def _is_described(self, i: int, word: Word) -> bool:
        """Whether a participle describes the noun before it: a crowd estimated at 4,000."""
        following = self.row[i + 1].low
        return (
            word.low in ("estimated", "put")
            and following == "at"
            and bool(i)
            and (
                not self.words.has("auxiliary", self.row[i - 1].low)
                and self.words.has("measures", self.row[i - 1].low)
            )
        )

    def adds(self, i: int) -> bool:
        """Whether a participle goes on with who spoke: …, adding that; a statement urging."""
        before = self.row[i - 1]
        opened = before.text in ",–—-" or self.subjects.closes(i - 1)
        return opened or self.words.any_has(("adding_after", "statements"), before.low)

    def _opens_with_verb(self) -> bool:
        """Read “Said Ellis: “…””."""
        named = len(self.row) > 2 and self.row[1].capital
        return named and any(word.text in ":," for word in self.row[2:_LONGEST_TAIL])

    def _reads_out(self, i: int) -> bool:
        """Read “read the following statement:”."""
        told = {word.low for word in self.row[i + 1 : i + 12]}
        return self.row[-1].text == ":" and bool(told & _READ_OUT)

    def _plain_verb(self, i: int) -> bool:
        following = self.row[i + 1] if i + 1 < len(self.row) else None
        opens = ("that", "to", "it", "he", "she", "they", "the", "a", "for", "on", "upon", "in")
        return following is not None and (
            following.low in (*opens, "there", "only")
            or self.subjects.opens(i + 1)
            or following.text in ":,"
            or following.text[:1].isdigit()
            or following.low in ("at", "about", "dozens", "nearly")
        )
