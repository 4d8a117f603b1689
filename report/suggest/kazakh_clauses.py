"""A Kazakh sentence → its clauses of reporting.

«…», – деді адвокат; «…» деп мәлімдеді сарапшылар; Министр «…» деп мәлімдеді; полицияның
мәліметінше; бұл туралы құқық қорғаушы хабарлады; …қайтыс болғанын мәлімдеді. The verb ends its
clause; who speaks opens it or follows a quotation.
"""

from __future__ import annotations

from collections.abc import Iterator

from report.suggest.article import Sentence, Word
from report.suggest.clause import Clause
from report.suggest.phrases import phrase_at
from report.suggest.words import Words

_DASHES = frozenset("—–-")
_MARKS = frozenset('«»“”„"')
_CLOSING = frozenset('»”",')
_LONGEST = 12
_OPENS_WITHIN = 8


class KazakhClauses:
    """Finds the clauses of one sentence; `row` are the writer’s own words."""

    def __init__(self, sentence: Sentence, words: Words) -> None:
        self.sentence = sentence
        self.words = words
        edges = {q.start - 1 for q in sentence.quoted} | {q.end for q in sentence.quoted}
        self.row = tuple(w for w in sentence.outside if w.text not in _MARKS or w.start in edges)

    def find(self) -> Iterator[Clause]:
        """Yield the clauses, in no order."""
        about = phrase_at(self.row, 0, self.words, "about_this")
        for i, word in enumerate(self.row):
            if self.words.has("say", word.low) and i:
                found = self._about(about, i) if about else self._at_verb(i)
                if found is not None:
                    yield found
        yield from self._according()

    def _about(self, about: int, i: int) -> Clause | None:
        row = self._cut(list(self.row[about:i]))
        if not row:
            return None
        return Clause("about-this", tuple(row), (), self.row[i], row[0].start, self.row[i].end, ())

    def _at_verb(self, i: int) -> Clause | None:
        behind = self._subject_behind(i)
        before = self.row[i - 1]
        told = self.words.has("that", before.low)
        k = i - 2 if told else i - 1
        closes = k >= 0 and (self.row[k].text in _DASHES or self.row[k].text in _CLOSING)
        if closes and behind:
            start = self.row[k + 1].start if told else self.row[i].start
            reach = ((self.sentence.start, start),)
            end = behind[-1].end
            return Clause("said-after", tuple(behind), (), self.row[i], start, end, reach)
        if not (told or before.low.endswith(self.words.ordered.get("told_ends", ()) or ("-",))):
            return None
        opening = self._opening(i)
        if not opening:
            return None
        reach = ((opening[-1].end, self.row[i].start),)
        first, last = opening[0], opening[-1]
        verb = self.row[i]
        return Clause("said-before", tuple(opening), (), verb, first.start, last.end, reach)

    def _subject_behind(self, i: int) -> list[Word]:
        row: list[Word] = []
        first = i + 1
        if first < len(self.row) and self.words.has("light_verbs", self.row[first].low):
            first += 1
        for word in self.row[first : first + _LONGEST]:
            if not word.is_word or self.words.has("clause", word.low):
                break
            row.append(word)
        if row and self.words.has("pronouns_person", row[0].low):
            return row[:1]
        return self._cut(row)

    def _opening(self, i: int) -> list[Word]:
        """Return the subject that opens the sentence: «Президент Асқар Темірхан 10 қаңтарда …»."""
        row: list[Word] = []
        for word in self.row[: min(i, _OPENS_WITHIN)]:
            if not word.is_word or self.words.has("clause", word.low):
                break
            row.append(word)
        cut = self._cut(row)
        named = any(word.capital for word in cut[1:]) or any(self._is_body(w) for w in cut)
        return cut if named else []

    def _cut(self, row: list[Word]) -> list[Word]:
        """Cut a row at the end of its name, or of the noun that speaks; drop when and where."""
        while row and (self._is_when(row[0]) or row[0].text[0].isdigit()):
            row = row[1:]
        named = [self._is_name(word) for word in row]
        pairs = [k for k in range(1, len(row)) if named[k] and named[k - 1]]
        if pairs:
            end = pairs[0] + 1
            while end < len(row) and self._is_name(row[end]):
                end += 1
            return row[:end]
        for k, word in enumerate(row):
            if self._is_body(word) and (k + 1 == len(row) or not self._is_name(row[k + 1])):
                if k + 1 < len(row) and self._is_body(row[k + 1]):
                    continue
                return row[: k + 1]
            if k and self._is_name(word):
                return row[: k + 1]
            if k and (self._is_when(word) or word.text[0].isdigit()):
                return row[:k]
        return row[:1] if row and self._is_name(row[0]) else row

    def _is_name(self, word: Word) -> bool:
        return word.capital and not word.text.isascii() and not word.text.isupper()

    def _is_body(self, word: Word) -> bool:
        ends = self.words.ordered.get("body_ends", ())
        return self.words.has("speakers", word.low) or (bool(ends) and word.low.endswith(ends))

    def _is_when(self, word: Word) -> bool:
        return self.words.any_has(("weekdays", "adverbs"), word.low) or word.low in ("күні", "жылы")

    def _according(self) -> Iterator[Clause]:
        """Read «полицияның мәліметінше», «оның айтуынша», «ұйымның мәліметі бойынша»."""
        for i, word in enumerate(self.row):
            alone = self.words.has("behind_according", word.low)
            accounts = self.words.has("accounts_of", word.low) and i + 1 < len(self.row)
            if not i or not (alone or (accounts and self.row[i + 1].low == "бойынша")):
                continue
            first = i
            while first and self.row[first - 1].is_word and i - first < _LONGEST:
                first -= 1
            row = list(self.row[first:i])
            while row and self.words.any_has(("clause", "contrast"), row[0].low):
                row = row[1:]
            genitive = [k for k, w in enumerate(row) if w.low.endswith(self._genitive)]
            if genitive:
                row = row[: genitive[-1] + 1]
            elif not alone:
                row.append(word)  # ресми дерек бойынша: the data speak
            if row:
                end = word.end if alone else self.row[i + 1].end
                reach = ((end, self.sentence.end), (self.sentence.start, row[0].start))
                yield Clause("according-to", tuple(row), (), word, row[0].start, end, reach)

    @property
    def _genitive(self) -> tuple[str, ...]:
        return self.words.ordered.get("genitive_ends", ()) or ("-",)
