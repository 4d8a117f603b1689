"""A clause of reporting → who speaks: a name with its role, a body, or the document itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from report.suggest.article import Article, Paragraph, Sentence, Word
from report.suggest.cast import Cast
from report.suggest.people import bare
from report.suggest.reporting import Clause, Reading
from report.suggest.suggestion import Speaker

_FEW_BACK = 3  # paragraphs that “they” may look back


class Speakers:
    """Answers who says what stands at a place of an article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.cast = Cast(article)
        self._readings: dict[int, Reading] = {}

    @cached_property
    def voice(self) -> Speaker:
        """The document itself as a speaker."""
        return Speaker(self.article.voice, document=True)

    def reading(self, sentence: Sentence) -> Reading:
        """Return the clauses of reporting of a sentence, read once."""
        found = self._readings.get(sentence.start)
        if found is None:
            found = self._readings[sentence.start] = Reading(sentence, self.article.words)
        return found

    def of_clause(self, clause: Clause, paragraph: Paragraph, sentence: Sentence) -> Speaker | None:
        """Return who speaks in a clause; None where that is not plain."""
        if not clause.subject:
            return None
        words = self.article.words
        first = clause.subject[0]
        if len(clause.subject) == 1 and words.has("pronouns_first", first.low):
            return self.voice
        if len(clause.subject) == 1 and words.has("pronouns_group", first.low):
            return self._group_before(first)
        if len(clause.subject) == 1 and words.has("pronouns_person", first.low):
            if words.lang != "en":
                return self._spoke_before(clause)
            return self._meant_by(first, paragraph, sentence)
        return self._named(clause, paragraph)

    def _meant_by(self, pronoun: Word, paragraph: Paragraph, sentence: Sentence) -> Speaker | None:
        """Return whom he or she means: one who just spoke without a name, or a person named."""
        earlier = [s for s in paragraph.sentences if s.start < sentence.start]
        for one in reversed(earlier[-2:]):
            if self.cast.mentions(one):
                break
            for clause in reversed(self.reading(one).clauses):
                if self._is_somebody(clause):
                    return self._named(clause, paragraph)
        person = self.cast.meant_by(pronoun.low, sentence, pronoun.start)
        return Speaker(person.name, person.role) if person else None

    def _clause_before(self, offset: int) -> tuple[Clause, Paragraph] | None:
        """Return the last clause of reporting with a subject of its own before an offset."""
        near = [p for p in self.article.paragraphs if p.start < offset and not p.heading][
            -_FEW_BACK:
        ]
        for paragraph in reversed(near):
            for sentence in reversed(paragraph.sentences):
                for clause in reversed(self.reading(sentence).clauses):
                    pronoun = len(clause.subject) == 1 and not clause.subject[0].capital
                    if clause.end < offset and clause.subject and not pronoun:
                        return clause, paragraph
        return None

    def _group_before(self, pronoun: Word) -> Speaker | None:
        """Return whom “they” means: those who spoke last, if they are several."""
        found = self._clause_before(pronoun.start)
        if found is None or not _head(found[0].subject).endswith("s"):
            return None
        return self._named(*found)

    def _spoke_before(self, clause: Clause) -> Speaker | None:
        """Return whom «она» means: who spoke last, if the verbs are of one gender."""
        found = self._clause_before(clause.start)
        if found is None or _feminine(found[0].verb) != _feminine(clause.verb):
            return None
        return self._named(*found)

    def _is_somebody(self, clause: Clause) -> bool:
        """Whether one unnamed person speaks: a farmer, another witness."""
        row = clause.subject
        one = len(row) > 1 and row[0].low in ("a", "an", "one", "another", "the")
        return one and not _head(row).endswith("s") and not any(w.capital for w in row[1:])

    def _named(self, clause: Clause, paragraph: Paragraph) -> Speaker:
        subject, apposition = clause.subject, clause.apposition
        for row, other in ((subject, apposition), (apposition, subject)):
            person = next(iter(self.cast.names.persons(row)), None)
            if person is not None:
                return self._known(person.name, person.role)
            if row and all(word.capital for word in row) and self._is_name(row):
                return self._known(self.text(row), self.text(_without_article(other)))
        head = _head(subject)
        if head in self.article.words.sets.get("statements", ()):
            return self._statement(subject, paragraph)
        if len(subject) == 2 and subject[0].low == "the":
            person = self.cast.by_role(head, subject[0].start)
            if person is not None:
                return Speaker(person.name, person.role)
        return Speaker(self.text(subject), self.text(_without_article(apposition)))

    def _is_name(self, row: Sequence[Word]) -> bool:
        words = self.article.words
        return not any(words.has("bodies", bare(word)) or word.text.isupper() for word in row)

    def _known(self, name: str, role: str) -> Speaker:
        person = self.cast.named(name)
        if person is not None and (person.name == name or " " not in name):
            return Speaker(person.name, person.role or role)
        return Speaker(name, role)

    def _statement(self, subject: Sequence[Word], paragraph: Paragraph) -> Speaker:
        """“the statement” is of whom the paragraph says: a statement from the ministry."""
        rows = [s.outside for s in paragraph.sentences if s.start <= subject[0].start]
        row = [word for one in rows for word in one if word.start < subject[0].start]
        for k in range(len(row) - 2, -1, -1):
            if row[k].low == _head(subject) and row[k + 1].low in ("from", "by"):
                maker = []
                for word in row[k + 2 : k + 12]:
                    if not word.is_word or (word.low.endswith("ed") and not word.capital):
                        break
                    maker.append(word)
                if maker and any(word.capital for word in maker):
                    return Speaker(self.text(maker))
        return Speaker(self.text(subject))

    def text(self, row: Sequence[Word]) -> str:
        """Return the document's own words from the first to the last of a row."""
        return self.article.text[row[0].start : row[-1].end].replace("\n", " ") if row else ""

    def at(self, paragraph: Paragraph, sentence: Sentence, offset: int) -> Speaker | None:
        """Return who says what stands at an offset outside quotation marks; None: not plain.

        What nobody is said to have said the document says itself.
        """
        clause = self.reading(sentence).governor(offset)
        if clause is not None:
            return self.of_clause(clause, paragraph, sentence)
        return None if self.reading(sentence).unclear else self.voice


def _head(row: Sequence[Word]) -> str:
    return bare(row[-1]).lower()


def _without_article(row: Sequence[Word]) -> Sequence[Word]:
    return row[1:] if row and row[0].low in ("a", "an", "the") else row


def _feminine(verb: Word) -> bool:
    return verb.low.endswith("ла")
