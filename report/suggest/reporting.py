"""A sentence → its clauses of reporting, in the grammar of its language, and which governs what."""

from __future__ import annotations

from report.suggest.article import Sentence
from report.suggest.clause import Clause
from report.suggest.english_clauses import EnglishClauses
from report.suggest.kazakh_clauses import KazakhClauses
from report.suggest.phrases import phrase_at
from report.suggest.russian_clauses import RussianClauses
from report.suggest.words import Words

_FINDERS: dict[str, type[EnglishClauses | RussianClauses | KazakhClauses]] = {
    "en": EnglishClauses,
    "ru": RussianClauses,
    "kk": KazakhClauses,
}


class Reading:
    """The clauses of reporting of one sentence."""

    def __init__(self, sentence: Sentence, words: Words) -> None:
        self.sentence = sentence
        self.words = words
        finder = _FINDERS.get(words.lang, EnglishClauses)(sentence, words)
        self.row = finder.row
        self.clauses = tuple(sorted(finder.find(), key=lambda clause: clause.start))

    def governor(self, offset: int, *, stating: bool = False) -> Clause | None:
        """Return the clause that governs what stands at an offset: the most particular one.

        `stating`: of who states it, not of who deplored or requested it.
        """
        found = [clause for clause in self.clauses if clause.governs(offset)]
        told = [c for c in found if c.rule == "according-to"] or [
            c for c in found if c.rule in ("said-before", "adding") and c.start < offset
        ]
        if not found:
            return None
        last = (told or found)[-1]
        if stating and self.words.has("express", last.verb.low):
            stated = [c for c in told if c.subject and c.governs(last.start)]
            return stated[-1] if stated else last
        return last

    def _is_passive(self, k: int) -> bool:
        """Whether “41 deaths were recorded”: the text says so itself."""
        return k > 0 and self.words.has("passive", self.row[k - 1].low)

    def unclear(self, offset: int) -> bool:
        """Whether somebody is said to speak of what stands at an offset whom no clause names.

        What stands before “said that” is not told by who says it.
        """
        told = {clause.verb.start for clause in self.clauses}
        if any(clause.rule == "according-to" for clause in self.clauses):
            return False
        for k, word in enumerate(self.row):
            following = self.row[k + 1].low if k + 1 < len(self.row) else ""
            told_of = following != "that" or offset > word.start
            counted = self.words.has("counting", word.low) and self._is_passive(k)
            named = self.words.has("unclear", word.low) and not counted
            if word.start not in told and told_of and named:
                return True
        return any(phrase_at(self.row, i, self.words) for i in range(len(self.row)))
