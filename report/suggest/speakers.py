"""A clause of reporting → who speaks: a name with its role, a body, or the document itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from report.suggest.antecedents import Antecedents
from report.suggest.article import Article, Paragraph, Sentence, Word
from report.suggest.cast import Cast
from report.suggest.clause import Clause
from report.suggest.dating import find_dates
from report.suggest.looking_back import Meant
from report.suggest.naming import Naming
from report.suggest.relative import Dated
from report.suggest.reporting import Reading
from report.suggest.suggestion import Speaker

_OPENING_PARAGRAPHS = 4


class Speakers:
    """Answers who says what stands at a place of an article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.cast = Cast(article)
        self._dates: dict[int, tuple[Dated, ...]] = {}
        self.antecedents = Antecedents(article, self.cast)
        self.naming = Naming(article, self.cast, self.antecedents)

    @cached_property
    def voice(self) -> Speaker:
        """The document itself as a speaker."""
        return Speaker(self.article.voice, document=True)

    def voice_in(self, paragraph: Paragraph) -> Speaker | None:
        """Return whose words a paragraph is that quotes nobody; None where that is not told."""
        turn = paragraph.turn
        if turn is None:
            return self.voice
        if turn.answers:
            return self._interviewed
        if not turn.who:
            return None
        name = turn.who.split()[-1]
        person = self.cast.named(name) or self.cast.named(name.title())
        return Speaker(person.name, person.role) if person else Speaker(turn.who)

    @cached_property
    def _interviewed(self) -> Speaker | None:
        """The person whom the lines before the first question name first."""
        turns = [p.start for p in self.article.paragraphs if p.turn is not None]
        first = min(turns, default=0)
        named = [p for p in self.cast.all if p.start < first and " " in p.name]
        return Speaker(named[0].name, named[0].role) if named else None

    @cached_property
    def issuer(self) -> Speaker | None:
        """Who issued the document, where it is a statement: its author, or who “said today”.

        What such a document itself says should be done, its issuer asks for.
        """
        if self.article.issued_by:
            return self.voice
        opening = [p for p in self.article.paragraphs if not p.heading][:_OPENING_PARAGRAPHS]
        for paragraph in opening:
            for sentence in paragraph.sentences:
                for clause in self.reading(sentence).clauses:
                    if self._said_today(clause, sentence):
                        return self.of_clause(clause, paragraph)
        return None

    def _said_today(self, clause: Clause, sentence: Sentence) -> bool:
        near = [word.low for word in sentence.outside if word.start >= clause.end][:8]
        before = [word.low for word in sentence.outside if word.end <= clause.verb.start][-2:]
        named = any(word.capital for word in clause.subject)
        return named and "today" in (*near, *before)

    def dates(self, sentence: Sentence) -> tuple[Dated, ...]:
        """Return the dates of a sentence, found once."""
        if sentence.start not in self._dates:
            self._dates[sentence.start] = find_dates(self.article, sentence)
        return self._dates[sentence.start]

    def reading(self, sentence: Sentence) -> Reading:
        """Return the clauses of reporting of a sentence, read once."""
        return self.antecedents.back.reading(sentence)

    def of_clause(self, clause: Clause, paragraph: Paragraph) -> Speaker | None:
        """Return who speaks in a clause; None where that is not plain."""
        if not clause.subject:
            return None
        if not self.antecedents.back.is_pronoun(clause):
            return self.naming.speaker(clause, paragraph)
        if self.article.words.has("pronouns_first", clause.subject[0].low):
            return self.voice_in(paragraph)
        return self._speaker(self.antecedents.meant(clause))

    def _speaker(self, meant: Meant) -> Speaker | None:
        if meant.person is not None:
            return Speaker(meant.person.name, meant.person.role)
        if meant.row:
            return Speaker(self.text(meant.row))
        if meant.clause is not None and meant.paragraph is not None:
            return self.naming.speaker(meant.clause, meant.paragraph)
        return None

    def text(self, row: Sequence[Word]) -> str:
        """Return the document's own words from the first to the last of a row."""
        return self.naming.text(row)

    def at(self, paragraph: Paragraph, sentence: Sentence, offset: int) -> Speaker | None:
        """Return who says what stands at an offset outside quotation marks; None: not plain.

        What nobody is said to have said the document says itself.
        """
        clause = self.reading(sentence).governor(offset, stating=True)
        if clause is not None and not self._is_only_reported(clause, sentence, offset):
            return self.of_clause(clause, paragraph)
        if clause is not None:
            return self.voice_in(paragraph)
        if self.reading(sentence).unclear(offset):
            return None
        behind = self._about_this(paragraph, sentence)
        if behind is not None:
            return self.of_clause(behind, paragraph)
        return self.voice_in(paragraph)

    def _is_only_reported(self, clause: Clause, sentence: Sentence, offset: int) -> bool:
        """Whether one who deplored something did not say it: “that reportedly left 110 dead”."""
        words = self.article.words
        between = [w.low for w in sentence.outside if clause.end <= w.start]
        doubted = any(words.has("reportedly", low) for low in between)
        return doubted and words.has("express", clause.verb.low) and clause.end <= offset

    def _about_this(self, paragraph: Paragraph, sentence: Sentence) -> Clause | None:
        """Return the clause «Об этом сообщает …» that stands behind a sentence in its paragraph."""
        for one in paragraph.sentences:
            if one.start > sentence.start:
                for clause in self.reading(one).clauses:
                    if clause.rule == "about-this":
                        return clause
        at = self.article.paragraphs.index(paragraph) + 1
        following = self.article.paragraphs[at : at + 1]
        first = [s for p in following if not p.heading for s in p.sentences[:1]]
        told = [c for s in first for c in self.reading(s).clauses if c.rule == "about-this"]
        return told[0] if told else None
