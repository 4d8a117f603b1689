"""Back from a word → the sentences before it, and the clauses of reporting in them.

As far as a pronoun may look: a few paragraphs, and never beyond the turn of who speaks now.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from report.suggest.article import Article, Paragraph, Sentence, Word
from report.suggest.cast import Cast
from report.suggest.clause import Clause
from report.suggest.people import Person
from report.suggest.reporting import Reading

_FEW_BACK = 3  # paragraphs that a pronoun may look back


@dataclass(frozen=True)
class Meant:
    """Whom a word means: a person of the article, or the speaker of an earlier clause."""

    person: Person | None = None
    clause: Clause | None = None
    paragraph: Paragraph | None = None
    row: tuple[Word, ...] = ()


NOBODY = Meant()


class LookingBack:
    """The clauses of an article, each sentence read once, and the way back through them."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self.article = article
        self.cast = cast
        self._readings: dict[int, Reading] = {}

    def reading(self, sentence: Sentence) -> Reading:
        """Return the clauses of reporting of a sentence, read once."""
        found = self._readings.get(sentence.start)
        if found is None:
            found = self._readings[sentence.start] = Reading(sentence, self.article.words)
        return found

    def sentences(
        self, offset: int, paragraphs: int = _FEW_BACK
    ) -> Iterator[tuple[Paragraph, Sentence]]:
        """Yield the sentences before an offset, the nearest first, as far as a word looks back."""
        near = [p for p in self.article.paragraphs if p.start <= offset and not p.heading]
        for paragraph in reversed(near[-paragraphs:]):
            for sentence in reversed(paragraph.sentences):
                if sentence.start <= offset:
                    yield paragraph, sentence
            if paragraph.turn is not None and paragraph.turn.opens:
                return  # “he” of an answer may be anybody of the question

    def is_pronoun(self, clause: Clause) -> bool:
        """Whether the subject of a clause is a lone pronoun."""
        lists = (
            "pronouns_person",
            "pronouns_first",
            "pronouns_group",
            "pronouns_body",
            "pronouns_owner",
        )
        return len(clause.subject) == 1 and self.article.words.any_has(lists, clause.subject[0].low)
