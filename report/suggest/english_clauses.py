"""An English sentence → its clauses of reporting.

“Authorities said …”, “…, she said”, “…,” said Matt Brown, “according to the ministry”. Where the
subject of a verb is not plainly one that speaks there is no clause: better none than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.suggest.article import Sentence, Word
from report.suggest.clause import Clause, Subject
from report.suggest.makers import maker
from report.suggest.phrases import phrase_at
from report.suggest.reporting_verbs import ReportingVerbs
from report.suggest.speaking import LONGEST_SUBJECT
from report.suggest.subjects import BREAKS, Subjects
from report.suggest.words import Words

_LONGEST_TAIL = 9
_LONGEST_TOLD = 14


class EnglishClauses:
    """Finds the clauses of one sentence; `row` are the writer’s own words."""

    def __init__(self, sentence: Sentence, words: Words) -> None:
        self.sentence = sentence
        self.words = words
        self.subjects = Subjects(sentence, words)
        self.row = self.subjects.row
        self.verbs = ReportingVerbs(self.subjects, words)

    def find(self) -> Iterator[Clause]:
        """Yield the clauses, in no order."""
        found = [*self._said(), *self._according()]
        yield from found
        yield from self._before_colon(found)

    def _before_colon(self, found: Sequence[Clause]) -> Iterator[Clause]:
        """Read “But he ruled out any wrongdoing: “Nobody touched him.””: who opens it speaks."""
        for k, word in enumerate(self.row):
            if word.text != ":" or not self.subjects.opens(k + 1):
                continue
            if any(clause.governs(self.row[k + 1].end) for clause in found):
                continue
            first = 1 if self.row[0].low in ("but", "and", "yet") else 0
            pronoun = self.words.has("pronouns_person", self.row[first].low)
            subject = Subject(first, (self.row[first],)) if pronoun else self.subjects.opening()
            end = subject.first + len(subject.words) if subject is not None else 0
            acts = end < k and self.row[end].is_word  # no line of place and date
            if subject is not None and subject.first <= 1 and acts:
                start, reach = subject.words[0].start, ((word.end, self.sentence.end),)
                yield Clause("said-before", subject.words, (), word, start, word.end, reach)

    def _said(self) -> Iterator[Clause]:
        previous: Subject | None = None
        for i, word in enumerate(self.row):
            kind = self.verbs.kind(i, word)
            if not kind:
                continue
            if kind == "saying":
                told = previous or (self.subjects.opening() if i > 1 else None)
                if (told is not None and self.verbs.adds(i)) or i < 2:
                    yield self._participle(i, told)
                continue
            subject = self._before(i, previous)
            if subject is not None and subject.cut_off:
                yield self._tail("said-after", i, subject, subject.words[0].start, word.end)
            elif subject is not None:
                yield self._front_or_tail(i, subject)
            elif not i or self.row[i - 1].text in ",–—" or self.subjects.closes(i - 1):
                subject = self.subjects.behind(i)
                if subject is not None:
                    last = subject.apposition[-1] if subject.apposition else subject.words[-1]
                    yield self._tail("said-after", i, subject, word.start, last.end)
            previous = subject or previous

    def _before(self, i: int, previous: Subject | None) -> Subject | None:
        found = self.subjects.before(i)
        return found or self.subjects.second_verb(i, previous or self.subjects.opening())

    def _participle(self, i: int, previous: Subject | None) -> Clause:
        word = self.row[i]
        subject = previous.words if previous else ()
        apposition = previous.apposition if previous else ()
        reach = ((word.end, self._limit(i + 1)),)
        return Clause("adding", subject, apposition, word, word.start, word.end, reach)

    def _front_or_tail(self, i: int, subject: Subject) -> Clause:
        before = self.row[subject.first - 1] if subject.first else None
        quoted = before is not None and self.subjects.closes(subject.first - 1)
        closes = quoted or (before is not None and before.text == ",")
        helped = i + 1 < len(self.row) and self.words.has("passive", self.row[i + 1].low)
        if helped and not quoted:
            closes = False  # a charge that his family say is false
        if (quoted and self._ends_there(i)) or (closes and self._is_tail(i)):
            return self._tail("said-after", i, subject, subject.words[0].start, self.row[i].end)
        verb = self.row[i]
        end = self._limit(i + 1)
        if self.words.has("commands", verb.low):
            end = min(end, self._end_of_command(i + 1))
        if self._is_relative(subject, i):
            end = min(end, self._end_of_relative(i + 1))
        start, reach = subject.words[0].start, ((verb.end, end),)
        return Clause(
            "said-before", subject.words, subject.apposition, verb, start, verb.end, reach
        )

    def _is_relative(self, subject: Subject, i: int) -> bool:
        """Whether a verb is within “who called for an inquiry”."""
        last = (subject.apposition or subject.words)[-1]
        between = [w.low for w in self.row[:i] if w.start > last.start]
        told = [k for k, low in enumerate(between) if low in ("who", "which")]
        behind_verb = any(self.words.has("passive", w.low) for w in self.row[: subject.first])
        return bool(told) and "," not in between[told[-1] :] and not behind_verb

    def _end_of_command(self, first: int) -> int:
        """Return where what came of it begins: ordered them to shoot, leading to 227 deaths."""
        for k in range(first, len(self.row)):
            led = self.row[k].low.endswith("ing") and not self.words.has("saying", self.row[k].low)
            if led and (self.row[k - 1].text == "," or self.subjects.closes(k - 1)):
                return self.row[k].start
        return self.sentence.end

    def _end_of_relative(self, first: int) -> int:
        """Return where a relative clause ends: at a comma, or before the verb of its noun."""
        for word in self.row[first:]:
            if word.text == "," or self.words.any_has(("passive", "auxiliary"), word.low):
                return word.start
        return self.sentence.end

    def _ends_there(self, i: int) -> bool:
        """“…,” he told me: behind a quotation, unless more is said with “that” or new marks."""
        for k, word in enumerate(self.row[i + 1 : i + 2 + _LONGEST_TAIL], i + 1):
            if word.text in ".!?,;":
                return True
            if word.low == "that" or self.subjects.opens(k) or word.text == ":":
                return False
        return False

    def _is_tail(self, i: int) -> bool:
        """Whether nothing is said behind the verb but when, where and to whom."""
        if self.words.has("telling", self.row[i].low) and self._told_nothing_else(i):
            return True
        for step, word in enumerate(self.row[i + 1 : i + 2 + _LONGEST_TAIL]):
            if word.text in BREAKS or word.text in ".!?":
                return word.text != ":" and not self.subjects.opens(i + 1 + step)
            first = self.words.any_has(("stop", "weekdays", "adverbs"), word.low)
            first = first or word.low in ("last", "late", "early", "this")  # said last night
            if step == 0 and not first:
                return False
            if self.words.any_has(("clause", "auxiliary"), word.low) and step:
                return False
        return True

    def _told_nothing_else(self, i: int) -> bool:
        """“…, members of the community told Faith Watch on 2 May.”: what they told is before."""
        rest = [word for word in self.row[i + 1 :] if word.text != "."]
        if not rest or len(rest) > _LONGEST_TOLD:
            return False
        return not any(
            word.text in BREAKS
            or (self.words.any_has(("clause", "auxiliary"), word.low) and not word.capital)
            for word in rest
        )

    def _tail(self, rule: str, i: int, subject: Subject, start: int, end: int) -> Clause:
        """Make the clause that stands behind, or in the middle of, what is said."""
        verb = self.row[i]
        begin = self._contrast_before(subject.first if rule == "said-after" else i)
        reach = [(begin, start)]
        goes_on = self._goes_on(max(end, verb.end))
        if goes_on:
            reach.append((max(end, verb.end), self._limit(goes_on)))
        return Clause(
            rule, subject.words, subject.apposition, verb, start, max(end, verb.end), tuple(reach)
        )

    def _goes_on(self, end: int) -> int:
        """Return where a quotation goes on behind “he said”: …,” he said in court, “and …”."""
        for k, word in enumerate(self.row):
            if word.start < end:
                continue
            if self.subjects.opens(k) and self.row[k - 1].text in ",:—–":
                return k
            if word.text in ".!?;" or word.low in ("who", "which"):
                return 0
            told = self.row[k - 1].text == "," and not self.words.has("contrast", word.low)
            if told and not word.low.endswith("ing"):
                return k
        return 0

    def _contrast_before(self, index: int) -> int:
        for k in range(min(index, len(self.row)) - 1, 0, -1):
            here, earlier = self.row[k], self.row[k - 1]
            if earlier.text in ",;" and self.words.has("contrast", here.low):
                told = any(self.subjects.speaking.is_verb(word) for word in self.row[:k])
                return here.end if told else self.sentence.start
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
        """Read “according to the ministry”."""
        for i in range(len(self.row) - 1):
            size = phrase_at(self.row, i, self.words)
            if size:
                row = self._phrase_row(i + size)
                row = maker(row, self.subjects.speaking)
                if self._tells(row):
                    yield self._according_at(i, row, self.row[i].start, row[-1].end)

    def _phrase_row(self, first: int) -> list[Word]:
        row: list[Word] = []
        for word in self.row[first : first + LONGEST_SUBJECT]:
            if not word.is_word or self.words.has("clause", word.low):
                break
            row.append(word)
        return row

    def _tells(self, row: Sequence[Word]) -> bool:
        plain = bool(row) and self.words.has("speakers", row[0].low)
        speaking = self.subjects.speaking
        return plain or speaking.speaks(row) or speaking.is_phrase(row)

    def _according_at(self, i: int, row: Sequence[Word], start: int, end: int) -> Clause:
        begin = self._contrast_before(i)
        fronted = i <= 1 and begin == self.sentence.start
        behind = (end, self.sentence.end if fronted else self._limit(i + 1))
        inner = i > 1 and self._comma_at(end)
        reach = ((begin, start), behind) if inner else ((begin, start) if i > 1 else behind,)
        return Clause("according-to", tuple(row), (), self.row[i], start, end, reach)

    def _comma_at(self, offset: int) -> bool:
        """Whether the phrase that ends at an offset is closed by a comma, a few words on."""
        behind = [word for word in self.row if word.start >= offset][:4]
        signs = [word.text for word in behind if not word.is_word]
        return signs[:1] == [","]
