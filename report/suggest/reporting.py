"""A sentence → its clauses of reporting: who said what stands where.

“Authorities said …”, “…, she said”, “…,” said Matt Brown, “according to the ministry”. Where the
subject of a verb is not plainly one that speaks there is no clause: better none than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from report.suggest.article import Sentence, Word
from report.suggest.subjects import BREAKS, LONGEST_SUBJECT, Subject, Subjects
from report.suggest.words import Words

_OPENING, _CLOSING = frozenset('“«„"'), frozenset('”»"')
_LONGEST_TAIL = 9


@dataclass(frozen=True)
class Clause:
    """Who speaks (`subject`, words; empty where nobody plain does), the verb, and what it governs.

    `start` and `end` are the offsets of subject and verb; `reach` the stretches that are said.
    """

    rule: str
    subject: tuple[Word, ...]
    apposition: tuple[Word, ...]
    verb: Word
    start: int
    end: int
    reach: tuple[tuple[int, int], ...]

    def governs(self, offset: int) -> bool:
        """Whether what stands at `offset` is said by the subject."""
        return any(start <= offset < end for start, end in self.reach)


class Reading:
    """The clauses of reporting of one sentence."""

    def __init__(self, sentence: Sentence, words: Words) -> None:
        self.sentence = sentence
        self.words = words
        self.row = sentence.outside
        self.subjects = Subjects(self.row, words)
        clauses = [*self._said(), *self._according()]
        self.clauses = tuple(sorted(clauses, key=lambda clause: clause.start))

    def governor(self, offset: int) -> Clause | None:
        """Return the clause that governs what stands at an offset: the most particular one."""
        found = [clause for clause in self.clauses if clause.governs(offset)]
        told = [c for c in found if c.rule == "according-to"] or [
            c for c in found if c.rule in ("said-before", "adding") and c.start < offset
        ]
        return (told or found)[-1] if found else None

    # Verbs

    def _said(self) -> Iterator[Clause]:
        previous: Subject | None = None
        for i, word in enumerate(self.row):
            kind = self._kind(i, word)
            if not kind:
                continue
            if kind == "saying":
                if previous is not None or i < 2:
                    yield self._participle(i, previous)
                continue
            subject = self.subjects.before(i) or self.subjects.second_verb(i, previous)
            if subject is not None:
                yield self._front_or_tail(i, subject)
            elif i and (self.row[i - 1].text == "," or self.row[i - 1].text in _CLOSING):
                subject = self.subjects.behind(i)
                if subject is not None:
                    last = subject.apposition[-1] if subject.apposition else subject.words[-1]
                    yield self._tail("said-after", i, subject, word.start, last.end)
            previous = subject or previous

    def _kind(self, i: int, word: Word) -> str:
        if self.words.any_has(("say", "express"), word.low) and not word.capital:
            if self.words.has("also_nouns", word.low) and not self._plain_verb(i):
                return ""
            return "say"
        if self.words.has("saying", word.low):
            helped = any(w.low in ("is", "are", "was", "were") for w in self.row[max(i - 2, 0) : i])
            return "say" if helped else "saying"
        return ""

    def _plain_verb(self, i: int) -> bool:
        following = self.row[i + 1] if i + 1 < len(self.row) else None
        opens = ("that", "to", "it", "he", "she", "they", "the", "a", "for", "on", "in", "there")
        return following is not None and (
            following.low in opens
            or following.text in _OPENING
            or following.text in ":,"
            or following.text[:1].isdigit()
            or following.low in ("at", "about", "dozens", "nearly")
        )

    def _participle(self, i: int, previous: Subject | None) -> Clause:
        word = self.row[i]
        subject = previous.words if previous else ()
        apposition = previous.apposition if previous else ()
        reach = ((word.end, self._limit(i + 1)),)
        return Clause("adding", subject, apposition, word, word.start, word.end, reach)

    def _front_or_tail(self, i: int, subject: Subject) -> Clause:
        before = self.row[subject.first - 1] if subject.first else None
        closes = before is not None and (before.text == "," or before.text in _CLOSING)
        if closes and self._is_tail(i):
            return self._tail("said-after", i, subject, subject.words[0].start, self.row[i].end)
        verb = self.row[i]
        reach = ((verb.end, self._limit(i + 1)),)
        start = subject.words[0].start
        return Clause(
            "said-before", subject.words, subject.apposition, verb, start, verb.end, reach
        )

    def _is_tail(self, i: int) -> bool:
        """Whether nothing is said behind the verb but when, where and to whom."""
        for step, word in enumerate(self.row[i + 1 : i + 2 + _LONGEST_TAIL]):
            if word.text in BREAKS or word.text in ".!?":
                return word.text != ":" and word.text not in _OPENING
            first = self.words.any_has(("stop", "weekdays", "adverbs"), word.low)
            if step == 0 and not first:
                return False
            if self.words.any_has(("clause", "auxiliary"), word.low) and step:
                return False
        return True

    def _tail(self, rule: str, i: int, subject: Subject, start: int, end: int) -> Clause:
        """Make the clause that stands behind, or in the middle of, what is said."""
        verb = self.row[i]
        begin = self._contrast_before(subject.first if rule == "said-after" else i)
        reach = [(begin, start)]
        behind = next((w for w in self.row if w.start >= end and w.is_word is False), None)
        if behind is not None and behind.text == ",":
            reach.append((end, self._limit(self.row.index(behind) + 1)))
        return Clause(
            rule, subject.words, subject.apposition, verb, start, max(end, verb.end), tuple(reach)
        )

    def _contrast_before(self, index: int) -> int:
        for k in range(min(index, len(self.row)) - 1, 0, -1):
            here, earlier = self.row[k], self.row[k - 1]
            if earlier.text in ",;" and self.words.has("contrast", here.low):
                return here.end
        return self.sentence.start

    def _limit(self, first: int) -> int:
        """Return where what is said ends: at a contrast, a semicolon, or the sentence's end."""
        for k in range(first, len(self.row)):
            word, earlier = self.row[k], self.row[k - 1]
            if word.text == ";":
                return word.start
            if earlier.text in ",–—" and self.words.has("contrast", word.low):
                return word.start
        return self.sentence.end

    # According to

    def _according(self) -> Iterator[Clause]:
        for i in range(len(self.row) - 2):
            if self.row[i].low != "according" or self.row[i + 1].low != "to":
                continue
            row: list[Word] = []
            for word in self.row[i + 2 : i + 2 + LONGEST_SUBJECT]:
                if not word.is_word or self.words.has("clause", word.low):
                    break
                row.append(word)
            row = self.subjects.maker(row)
            if not self.subjects.speaks(row):
                continue
            start, end = self.row[i].start, row[-1].end
            begin = self._contrast_before(i)
            behind = (end, self._limit(i + 2))
            inner = i > 1 and self._comma_at(end)
            reach = ((begin, start), behind) if inner else ((begin, start) if i > 1 else behind,)
            yield Clause("according-to", tuple(row), (), self.row[i], start, end, reach)

    def _comma_at(self, offset: int) -> bool:
        """Whether the phrase that ends at an offset is closed by a comma, a few words on."""
        behind = [word for word in self.row if word.start >= offset][:4]
        signs = [word.text for word in behind if not word.is_word]
        return signs[:1] == [","]
