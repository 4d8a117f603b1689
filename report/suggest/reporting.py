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

    def governor(self, offset: int) -> Clause | None:
        """Return the clause that governs what stands at an offset: the most particular one."""
        found = [clause for clause in self.clauses if clause.governs(offset)]
        told = [c for c in found if c.rule == "according-to"] or [
            c for c in found if c.rule in ("said-before", "adding") and c.start < offset
        ]
        return (told or found)[-1] if found else None

    @property
    def unclear(self) -> bool:
        """Whether somebody is said to speak here whom no clause names."""
        told = {clause.verb.start for clause in self.clauses}
        if any(clause.rule == "according-to" for clause in self.clauses):
            return False
        untold = (word for word in self.row if word.start not in told)
        if any(self.words.has("unclear", word.low) for word in untold):
            return True
        return any(phrase_at(self.row, i, self.words) for i in range(len(self.row)))
