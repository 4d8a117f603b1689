"""A clause of reporting → who speaks: a name with its role, a body, or the document itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from report.suggest.antecedents import Antecedents, Meant
from report.suggest.article import Article, Paragraph, Sentence, Word
from report.suggest.cast import Cast
from report.suggest.clause import Clause
from report.suggest.names_in_cases import name_run, plain
from report.suggest.people import bare
from report.suggest.reporting import Reading
from report.suggest.suggestion import Speaker

CASED = ("ru", "kk")
_OPENING_PARAGRAPHS = 4


class Speakers:
    """Answers who says what stands at a place of an article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.cast = Cast(article)
        self.antecedents = Antecedents(article, self.cast)

    @cached_property
    def voice(self) -> Speaker:
        """The document itself as a speaker."""
        return Speaker(self.article.voice, document=True)

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

    def reading(self, sentence: Sentence) -> Reading:
        """Return the clauses of reporting of a sentence, read once."""
        return self.antecedents.reading(sentence)

    def of_clause(self, clause: Clause, paragraph: Paragraph) -> Speaker | None:
        """Return who speaks in a clause; None where that is not plain."""
        if not clause.subject:
            return None
        if not self.antecedents.is_pronoun(clause):
            return self._named(clause, paragraph)
        if self.article.words.has("pronouns_first", clause.subject[0].low):
            return self.voice
        return self._speaker(self.antecedents.meant(clause))

    def _speaker(self, meant: Meant) -> Speaker | None:
        if meant.person is not None:
            return Speaker(meant.person.name, meant.person.role)
        if meant.clause is not None and meant.paragraph is not None:
            return self._named(meant.clause, meant.paragraph)
        return None

    def _named(self, clause: Clause, paragraph: Paragraph) -> Speaker:
        if self.article.words.lang in CASED:
            return self._in_cases(clause)
        subject = self._without_titles(clause.subject)
        apposition = self._without_titles(clause.apposition)
        for row, other in ((subject, apposition), (apposition, subject)):
            person = next(iter(self.cast.names.persons(row)), None)
            if person is not None:
                return self._known(person.name, person.role)
            if row and all(word.capital for word in row) and self._is_name(row):
                return self._known(self.text(row), self.text(_without_article(other)))
        head = _head(subject)
        if head in self.article.words.sets.get("statements", ()):
            return self._statement(subject, paragraph)
        if 2 <= len(subject) <= 4 and subject[0].low == "the":
            person = self.cast.by_role(head, subject[0].start)
            if person is not None:
                return Speaker(person.name, person.role)
            named = any(word.capital for word in subject[1:])
            meant = self._body_called(head, subject[0].start, named=named)
            if meant is not None:
                return meant
        return Speaker(self.text(subject), self.text(_without_article(apposition)))

    def _in_cases(self, clause: Clause) -> Speaker:
        """Return a Russian or Kazakh speaker: the name, or the whole phrase, in its plain case."""
        row, words = clause.subject, self.article.words
        case = self._case(clause)
        first, last = name_run(row, words)
        if first == last:
            text = self._with_marks(row)
            return Speaker(plain(text, words, case) if case else text)
        name, role = self.text(row[first:last]), self._with_marks(row[:first])
        person = self.cast.named(name)
        if person is not None and (" " not in name or name != person.name):
            return Speaker(person.name, person.role or role)
        if case:
            name, role = plain(name, words, case), plain(role, words, case) if role else ""
        return Speaker(name, role)

    def _case(self, clause: Clause) -> str:
        """Return the case that a phrase puts the speaker into; nothing for a subject."""
        words = self.article.words
        if words.lang == "ru" and words.has("said_in", clause.verb.low):
            return "loct"
        if clause.rule != "according-to" or (words.lang == "ru" and words.says(clause.verb.low)):
            return ""
        return "gent"

    def _with_marks(self, row: Sequence[Word]) -> str:
        """Return words with both marks of a name that ends or opens them: проект «Надзор»."""
        if not row:
            return ""
        text, whole = self.text(row), self.article.text
        before, behind = whole[row[0].start - 1 : row[0].start], whole[row[-1].end : row[-1].end + 1]
        if behind in ("»", "”") and ("«" in text or "“" in text):
            text += behind
        return before + text if before in ("«", "“") and ("»" in text or "”" in text) else text

    def _body_called(self, head: str, offset: int, *, named: bool) -> Speaker | None:
        """Return the body that “the group” or “the committee” is: the last one that spoke."""
        if not self.article.words.has("called_bodies", head) or named:
            return None
        meant = self.antecedents.body(offset, head)
        if meant.clause is None or not any(word.capital for word in meant.clause.subject[1:]):
            return None
        return Speaker(self.text(_without_article(meant.clause.subject)))

    def _without_titles(self, row: Sequence[Word]) -> Sequence[Word]:
        k = 0
        while k < len(row) - 1 and self.article.words.has("titles", row[k].low):
            k += 1
        return row[k:]

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
        if clause is not None and not self._is_only_reported(clause, sentence, offset):
            return self.of_clause(clause, paragraph)
        if clause is not None:
            return self.voice
        if self.reading(sentence).unclear:
            return None
        behind = self._about_this(paragraph, sentence)
        return self.of_clause(behind, paragraph) if behind is not None else self.voice

    def _is_only_reported(self, clause: Clause, sentence: Sentence, offset: int) -> bool:
        """Whether one who deplored something did not say it: “that reportedly left 110 dead”."""
        words = self.article.words
        between = [w.low for w in sentence.outside if clause.end <= w.start < offset]
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


def _head(row: Sequence[Word]) -> str:
    return bare(row[-1]).lower()


def _without_article(row: Sequence[Word]) -> Sequence[Word]:
    return row[1:] if row and row[0].low in ("a", "an", "the") else row
