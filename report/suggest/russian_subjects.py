"""A verb of saying in a Russian sentence → the words that are its subject, by their cases.

«Депутат Лев Сорокин также сообщил», «рассказал журналисту Игорь Панов», «В МВД утверждают».
"""

from __future__ import annotations

from collections.abc import Sequence

from report.suggest import morphology
from report.suggest.article import Word
from report.suggest.words import Words

LONGEST = 14
_RELATIVE = frozenset(["который", "которая", "которое", "которые", "чей", "чья", "комментируя"])


class RussianSubjects:
    """Finds the subjects of the verbs of a sentence; `row` are the writer’s own words."""

    def __init__(self, row: Sequence[Word], words: Words) -> None:
        self.row = row
        self.words = words

    def behind(self, i: int) -> list[Word]:
        """Read «рассказал журналисту Игорь Панов»: whom it was told to is left out."""
        row: list[Word] = []
        first = self._behind_phrase(i + 1)
        for k in range(first, min(first + LONGEST, len(self.row))):
            word = self.row[k]
            if not word.is_word or self.words.has("clause", word.low):
                break
            if not row and (self._is_dative(word) or self.words.has("adverbs", word.low)):
                continue
            if self.words.has("stop", word.low) or (row and self._ends_subject(word)):
                break
            row.append(word)
        return row if self._is_subject(row) else []

    def before(self, i: int) -> list[Word]:
        """Read «Депутат Лев Сорокин также сообщил» and «Нина Вайс, которая …, написала»."""
        j = i - 1
        while j >= 0 and (
            self.words.any_has(("adverbs", "negation"), self.row[j].low) or self._is_when(j)
        ):
            if self.words.has("negation", self.row[j].low):
                return []
            j -= 1
        if j >= 0 and self.row[j].text == ",":
            opened = [k for k in range(j) if self.row[k].text == ","]
            named = self.row[opened[-1] + 1 : j] if opened else ()
            if 0 < len(named) <= 3 and all(word.capital for word in named):
                outer = self.before(opened[-1])
                return [*outer, *named] if outer else []  # Жена одного из них, Сауле, рассказала
            if not opened or self.row[opened[-1] + 1].low not in _RELATIVE:
                return []
            j = opened[-1] - 1
        first = j
        while first >= 0 and j - first < LONGEST:
            word = self.row[first]
            if not word.is_word or self.words.has("clause", word.low):
                break
            first -= 1
        row = self._without_front(list(self.row[first + 1 : j + 1]))
        if j >= 0 and self.words.any_has(("pronouns_person", "pronouns_group"), self.row[j].low):
            row = [self.row[j]]  # при этом он назвал
        return row if self._is_subject(row) else []

    def in_body(self, i: int) -> list[Word]:
        """Read «В МВД утверждают, что …»: they of the body say it."""
        plural = self.row[i].low.endswith(("ют", "ят", "ут", "ат", "ли"))
        if not plural or i < 2 or i > LONGEST or self.row[0].low not in ("в", "во"):
            return []
        row = [w for w in self.row[1:i] if not self.words.has("adverbs", w.low)]
        plain = all(w.is_word and not self.words.has("stop", w.low) for w in row)
        several = any(
            word.low[-1] in "иы" and self._is_nominative(word)
            for word in row
            if not morphology.is_genitive(word.low)
        )
        return self._noun_phrase(row) if plain and not several else []

    def body_behind(self, i: int) -> list[Word]:
        """Read «…, уточнили в МЧС», «сообщили в пресс-службе комитета»."""
        if i + 2 >= len(self.row) or self.row[i + 1].low not in ("в", "во"):
            return []
        if not self.row[i].low.endswith(("ли", "ют", "ят", "ут", "ат")):
            return []
        return self._noun_phrase(list(self.row[i + 2 : i + 2 + LONGEST]))

    def _noun_phrase(self, row: list[Word]) -> list[Word]:
        """Return the noun that opens a row, with what describes it and its genitives."""
        kept: list[Word] = []
        nouns = 0
        for k, word in enumerate(row):
            if kept and _is_marked(row[k - 1], word):
                return [*kept, *_in_marks(row[k:])]  # в организации «Труд и право»
            if not word.is_word or self.words.any_has(("stop", "clause"), word.low):
                break
            noun = morphology.is_noun(word.low) or word.text.isupper() or word.capital
            if nouns and noun and not (word.capital or morphology.is_genitive(word.low)):
                break
            if not noun and not morphology.is_described(word.low):
                break
            nouns += noun
            kept.append(word)
        return kept if nouns else []

    def _behind_phrase(self, k: int) -> int:
        """Return where a subject may begin behind «в последнем слове»: рассказал … слесарь."""
        if k >= len(self.row) or not self.words.has("stop", self.row[k].low):
            return k
        at = k + 1
        while at < len(self.row) and morphology.is_described(self.row[at].low):
            at += 1
        named = at + 1 < len(self.row) and self._is_nominative(self.row[at + 1])
        named = named and not _is_marked(self.row[at], self.row[at + 1])
        return at + 1 if named and morphology.is_noun(self.row[at].low) else k

    def _without_front(self, row: list[Word]) -> list[Word]:
        """Drop «В понедельник», «Ранее», «По итогам встречи» before a subject."""
        while row and (self.words.any_has(("adverbs", "stop"), row[0].low)):
            if not self.words.has("stop", row[0].low):
                row = row[1:]
                continue
            k = 1
            while k < len(row) and morphology.is_described(row[k].low):
                k += 1
            k += 1
            while k < len(row) and not self._opens_subject(row, k):
                k += 1
            row = row[k:]
        return row

    def _opens_subject(self, row: Sequence[Word], k: int) -> bool:
        if self._is_nominative(row[k]):
            return True
        described = morphology.is_described(row[k].low) and not morphology.is_genitive(row[k].low)
        return described and k + 1 < len(row) and self._is_nominative(row[k + 1])

    def _is_subject(self, row: Sequence[Word]) -> bool:
        if not row or len(row) > LONGEST:
            return False
        if len(row) == 1 and self.words.any_has(("pronouns_person", "pronouns_group"), row[0].low):
            return True
        if self.words.any_has(("pronouns_none", "stop"), row[0].low):
            return False
        told = any(self._is_nominative(word) or word.text.isupper() for word in row[:4])
        name = sum(word.capital for word in row) >= 2
        lower = [word for word in row if not word.capital]
        verb = any(morphology.is_verb(w.low) and not self._is_nominative(w) for w in lower)
        return (told or name) and not verb

    def _is_nominative(self, word: Word) -> bool:
        return word.is_word and morphology.has_case(word.low, "nomn")

    def _is_dative(self, word: Word) -> bool:
        if word.capital or self._is_nominative(word):
            return False
        return morphology.has_case(word.low, "datv")

    def _ends_subject(self, word: Word) -> bool:
        """Whether a word behind a subject is no part of it: when, or another deed."""
        return (
            self.words.has("adverbs", word.low)
            or morphology.is_verb(word.low)
            or (self._is_dative(word))
        )

    def _is_when(self, k: int) -> bool:
        """Whether a word is of a date between subject and verb: «в понедельник сообщил»."""
        word = self.row[k]
        dated = self.words.has("weekdays", word.low) or word.text.isdigit()
        opens = word.low in ("в", "во") and self.words.has("weekdays", self.row[k + 1].low)
        return dated or opens


def _is_marked(one: Word, other: Word) -> bool:
    """Whether a mark of a name stands between two words: организации «Труд."""
    return other.is_word and other.start - one.end > 1


def _in_marks(row: Sequence[Word]) -> list[Word]:
    """Return the words of a name in marks: up to where its closing mark stands."""
    for k, word in enumerate(row[:LONGEST]):
        following = row[k + 1] if k + 1 < len(row) else None
        if following is None or following.start - word.end > (1 if following.is_word else 0):
            return list(row[: k + 1])
    return []
