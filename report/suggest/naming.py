"""A clause of reporting → how its speaker is called: a name with its role, or a body."""

from __future__ import annotations

from collections.abc import Sequence

from report.suggest.antecedents import Antecedents
from report.suggest.article import Article, Paragraph, Word
from report.suggest.cast import Cast
from report.suggest.clause import Clause
from report.suggest.names_in_cases import name_run, plain
from report.suggest.people import bare
from report.suggest.suggestion import Speaker

CASED = ("ru", "kk")


class Naming:
    """Names the speakers of an article."""

    def __init__(self, article: Article, cast: Cast, antecedents: Antecedents) -> None:
        self.article = article
        self.cast = cast
        self.antecedents = antecedents

    def speaker(self, clause: Clause, paragraph: Paragraph) -> Speaker:
        """Return the speaker of a clause whose subject is no pronoun."""
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
        if _head(subject) in self.article.words.sets.get("statements", ()):
            return self._statement(subject, paragraph)
        called = self._called_again(subject)
        return called or Speaker(self.text(subject), self.text(_without_article(apposition)))

    def _called_again(self, subject: Sequence[Word]) -> Speaker | None:
        """Return whom “the lawyer” or “the group” means, if one of that kind was named before."""
        if not 2 <= len(subject) <= 4 or subject[0].low != "the":
            return None
        if any(self.article.words.has("stop", word.low) for word in subject):
            return None  # the speaker for Tessaly is not its envoy
        head, offset = _head(subject), subject[0].start
        person = self.cast.by_role(head, offset)
        if person is not None:
            return Speaker(person.name, person.role)
        named = any(word.capital for word in subject[1:])
        return self._body_called(head, offset, named=named)

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
            return Speaker(self._as_subject(person.name, name, case), person.role or role)
        if case:
            name, role = plain(name, words, case), plain(role, words, case) if role else ""
        return Speaker(name, role)

    def _as_subject(self, full: str, said: str, case: str) -> str:
        """Return a full name in the case in which its surname is a subject: сказала Шубина."""
        words = self.article.words
        if words.lang != "ru" or case or full.rsplit(maxsplit=1)[-1] == said:
            return full
        told = (plain(full, words, one) for one in ("gent", "datv", "ablt", "accs", "loct"))
        return next((name for name in told if name.split()[-1] == said), full)

    def _case(self, clause: Clause) -> str:
        """Return the case that a phrase puts the speaker into; nothing for a subject."""
        words = self.article.words
        before = self.article.text[: clause.subject[0].start].split()[-1:]
        within = [word.lower().strip("(«") for word in before] in (["в"], ["во"])
        if words.lang == "ru" and (within or words.has("said_in", clause.verb.low)):
            return "loct"
        if clause.rule != "according-to" or (words.lang == "ru" and words.says(clause.verb.low)):
            return ""
        return "gent"

    def _with_marks(self, row: Sequence[Word]) -> str:
        """Return words with both marks of a name that ends or opens them: проект «Надзор»."""
        if not row:
            return ""
        text, whole = self.text(row), self.article.text
        start, end = row[0].start, row[-1].end
        before, behind = whole[start - 1 : start], whole[end : end + 1]
        opened = "«" in text or "“" in text or text.count('"') % 2
        if behind in ("»", "”", '"') and opened:
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


def _head(row: Sequence[Word]) -> str:
    return bare(row[-1]).lower()


def _without_article(row: Sequence[Word]) -> Sequence[Word]:
    return row[1:] if row and row[0].low in ("a", "an", "the") else row
