"""A Russian sentence → its clauses of reporting.

«Министр заявил, что …», «…», — сказала она, «как сообщил адвокат», «В МВД утверждают», «по словам
очевидцев», «Об этом сообщает проект», «говорится в обращении». The verb is known by its dictionary
form, the subject by its case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.suggest import morphology
from report.suggest.article import Sentence, Word
from report.suggest.clause import Clause
from report.suggest.phrases import phrase_at
from report.suggest.russian_subjects import LONGEST, RussianSubjects
from report.suggest.words import Words

_DASHES = frozenset("—–-")
_MARKS = frozenset('«»“”„"')


class RussianClauses:
    """Finds the clauses of one sentence; `row` are the writer’s own words."""

    def __init__(self, sentence: Sentence, words: Words) -> None:
        self.sentence = sentence
        self.words = words
        edges = {q.start - 1 for q in sentence.quoted} | {q.end for q in sentence.quoted}
        # The marks of a name are no marks of speech: проект «Надзор».
        self.row = tuple(w for w in sentence.outside if w.text not in _MARKS or w.start in edges)
        self.subjects = RussianSubjects(self.row, words)

    def find(self) -> Iterator[Clause]:
        """Yield the clauses, in no order."""
        for i, word in enumerate(self.row):
            if self._is_saying(word):
                found = self._at_verb(i)
                if found is not None:
                    yield found
            elif self.words.has("said_in", word.low):
                found = self._said_in(i)
                if found is not None:
                    yield found
        yield from self._according()

    def _is_saying(self, word: Word) -> bool:
        return word.is_word and self.words.says(word.low)

    def _at_verb(self, i: int) -> Clause | None:
        about = phrase_at(self.row, 0, self.words, "about_this")
        if about and i <= about + 3:
            row = self.subjects.behind(i) or self.subjects.body_behind(i)
            return self._clause("about-this", i, row, ()) if row else None
        if i and self.row[i - 1].low == "как":
            row = self.subjects.behind(i)
            reach = ((row[-1].end, self.sentence.end), (self.sentence.start, self.row[i - 1].start))
            return self._clause("according-to", i, row, reach) if row else None
        if not i or self._breaks(self.row[i - 1]):
            row = self.subjects.behind(i) or self.subjects.body_behind(i)
            if row:
                return self._tail(i, row, self.row[i].start, row[-1].end)
        row = self.subjects.in_body(i) or self.subjects.before(i)
        if not row:
            return None
        if self._is_tail(i, row):
            return self._tail(i, row, row[0].start, self.row[i].end)
        return self._clause("said-before", i, row, ((self.row[i].end, self._limit(i + 1)),))

    def _clause(
        self, rule: str, i: int, row: Sequence[Word], reach: tuple[tuple[int, int], ...]
    ) -> Clause:
        start = min(row[0].start, self.row[i].start)
        end = self.row[i].end if rule == "said-before" else max(row[-1].end, self.row[i].end)
        return Clause(rule, tuple(row), (), self.row[i], start, end, reach)

    def _breaks(self, word: Word) -> bool:
        return word.text in ",;:" or word.text in _DASHES or word.text in _MARKS

    def _is_tail(self, i: int, row: Sequence[Word]) -> bool:
        """Whether subject and verb close what is said: «…», — она сказала."""
        k = self.row.index(row[0])
        behind = [w for w in self.row[i + 1 : i + 10] if not w.is_word]
        ends = not behind or behind[0].text in ".!?"
        return k > 0 and self._breaks(self.row[k - 1]) and self.row[k - 1].text != ":" and ends

    def _tail(self, i: int, row: Sequence[Word], start: int, end: int) -> Clause:
        reach = [(self._contrast_before(start), start)]
        for k, word in enumerate(self.row):
            if word.start < end:
                continue
            if word.text in _DASHES or word.text == ":":
                reach.append((word.end, self.sentence.end))
                break
            told = self.row[k].text == "," and k + 1 < len(self.row)
            if told and self.row[k + 1].low in ("что", "подчеркивая", "добавив", "отметив"):
                reach.append((word.end, self._limit(k + 1)))
                break
            if word.text in ".!?":
                break
        return Clause("said-after", tuple(row), (), self.row[i], start, end, tuple(reach))

    def _contrast_before(self, offset: int) -> int:
        at = self.sentence.start
        for k in range(1, len(self.row)):
            if self.row[k].start >= offset:
                break
            if self.row[k - 1].text in ",;" and self.words.has("contrast", self.row[k].low):
                at = self.row[k].end
        return at

    def _limit(self, first: int) -> int:
        for k in range(first, len(self.row)):
            if self.row[k].text == ";":
                return self.row[k].start
        return self.sentence.end

    def _said_in(self, i: int) -> Clause | None:
        """Read «…», — говорится в обращении Совета: the paper speaks."""
        if i + 2 >= len(self.row) or self.row[i + 1].low not in ("в", "во", "на"):
            return None
        row: list[Word] = []
        for word in self.row[i + 2 : i + 2 + LONGEST]:
            if not word.is_word or self.words.any_has(("stop", "clause"), word.low):
                break
            row.append(word)
        return self._tail(i, row, self.row[i].start, row[-1].end) if row else None

    def _according(self) -> Iterator[Clause]:
        """Read «по данным МВД», «по словам адвоката Сергея Кима», «по его словам»."""
        for i in range(len(self.row) - 1):
            size = phrase_at(self.row, i, self.words) or self._described_account(i)
            own = self.row[i].low == "по" and self.words.has("pronouns_owner", self.row[i + 1].low)
            if own and i + 2 < len(self.row) and self.words.has("accounts_of", self.row[i + 2].low):
                yield self._according_at(i, [self.row[i + 1]], self.row[i + 2].end)
            elif size:
                row: list[Word] = []
                for word in self.row[i + size : i + size + LONGEST]:
                    if (
                        not word.is_word
                        or self.words.has("clause", word.low)
                        or (
                            row
                            and (morphology.is_verb(word.low) or self.words.has("stop", word.low))
                        )
                    ):
                        break
                    row.append(word)
                if row and not self.words.any_has(("stop", "pronouns_person"), row[0].low):
                    yield self._according_at(i, row, row[-1].end)

    def _described_account(self, i: int) -> int:
        """Return 3 at «по официальным данным МВД», else 0."""
        row = self.row[i : i + 4]
        if len(row) < 4 or row[0].low not in ("по", "согласно"):
            return 0
        described = morphology.is_described(row[1].low)
        return 3 if described and self.words.has("accounts_of", row[2].low) else 0

    def _according_at(self, i: int, row: Sequence[Word], end: int) -> Clause:
        start = self.row[i].start
        stop = self.sentence.end if i == 0 else self._limit(i + 1)
        reach = ((self._contrast_before(start), start), (end, stop))
        return Clause("according-to", tuple(row), (), self.row[i], start, end, reach)
