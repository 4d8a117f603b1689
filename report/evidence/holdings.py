"""The documents as far as they are held: full texts, or recorded passages → verdicts on quotations.

The only place that decides in which texts a quotation is looked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from report.documents.store import DocumentText
from report.evidence.around import stands_around
from report.evidence.fold import fold
from report.evidence.source import Source
from report.evidence.verdict import Verdict, VerdictKind
from report.evidence.verify import judge, verify
from report.model.document import Document, Passage
from report.model.dossier import Dossier
from report.model.finding import Evidence
from report.model.place import Place
from report.model.problem import Problem, Problems, problem

# Of several refusals the one that tells most is shown.
_TELLING = (
    VerdictKind.FORBIDDEN_CHARACTER,
    VerdictKind.FORBIDDEN_IN_DOCUMENT,
    VerdictKind.CUT_NEGATION,
    VerdictKind.CUT_QUALIFIER,
    VerdictKind.SPLIT_WORD,
    VerdictKind.GAP_TOO_LONG,
    VerdictKind.MISPLACED,
    VerdictKind.POLARITY,
    VerdictKind.NUMBER,
    VerdictKind.ALTERED,
    VerdictKind.WRONG_OMISSION,
    VerdictKind.WRONG_INSERTION,
    VerdictKind.MISATTRIBUTED,
    VerdictKind.NOT_FOUND,
)


Omit = Callable[[str], str]


class Holdings:
    """What is held of the documents of one dossier.

    `omit` leaves names of protected persons out: recorded passages have none, so what is looked
    for in them has none either.
    """

    def __init__(
        self, dossier: Dossier, texts: Mapping[str, DocumentText], omit: Omit = str
    ) -> None:
        self.dossier = dossier
        self._texts = texts
        self._omit = omit
        self._sources: dict[str, tuple[Source, ...]] = {}

    def holds_in_full(self, document_id: str) -> bool:
        """Whether the document is held in full."""
        held = self._texts.get(document_id)
        return held is not None and held.full is not None

    def sources(self, document_id: str) -> tuple[Source, ...]:
        """Return the document's text, or each of its recorded passages."""
        if document_id not in self._sources:
            document = self.dossier.document_by_id.get(document_id)
            self._sources[document_id] = tuple(self._prepare(document)) if document else ()
        return self._sources[document_id]

    def _prepare(self, document: Document) -> Iterable[Source]:
        held = self._texts.get(document.id)
        if held is not None and held.full is not None:
            yield Source(document.id, held.full.text, paragraphs=held.full.paragraphs)
            return
        for passage in (document.passages or {}).values():
            text = self._omit(passage.text)
            yield Source(document.id, text, start=passage.start, paragraph=passage.paragraph)

    @cached_property
    def everything(self) -> tuple[Source, ...]:
        """All that is held, in the order of the documents."""
        return tuple(s for document in self.dossier.documents for s in self.sources(document.id))

    def verify_evidence(self, evidence: Evidence) -> Verdict:
        """Return the verdict on the quotation of one piece of evidence."""
        passage = self._named_passage(evidence)
        sources: Sequence[Source] = self.sources(evidence.document_id)
        near = (passage.start, passage.end) if passage else None
        if near is not None and not self.holds_in_full(evidence.document_id):
            sources = [source for source in sources if source.start == near[0]] or sources
        if evidence.omitted and self.holds_in_full(evidence.document_id):
            return stands_around(evidence.quote, sources[0])
        return self._best(evidence.quote, sources, near, evidence.document_id)

    def refusal(
        self, verdict: Verdict, place: Place, subject: str, document_ids: Sequence[str]
    ) -> Iterator[Problem]:
        """Yield the problem of a refused quotation; nothing where it may stand in what is not held.

        That a document is missing or cannot be read is told already, and of its words nothing can
        be said; where only passages are held, they may stand in the full text.
        """
        held = [name for name in document_ids if self.sources(name)]
        if not held or (verdict.kind is VerdictKind.NOT_FOUND and self._missing(document_ids)):
            return
        partly = [name for name in held if not self.holds_in_full(name)]
        if verdict.kind is VerdictKind.NOT_FOUND and partly:
            yield problem("no-passage", place, subject, document=", ".join(partly))
        else:
            yield verdict.problem(place, subject)

    def _missing(self, document_ids: Sequence[str]) -> bool:
        """Whether one of them is not there; one that is confidential is never quoted."""
        documents = filter(None, map(self.dossier.document_by_id.get, document_ids))
        return any(not one.confidential and not self.sources(one.id) for one in documents)

    def _named_passage(self, evidence: Evidence) -> Passage | None:
        document = self.dossier.document_by_id.get(evidence.document_id)
        if document is None or not evidence.passage or document.passages is None:
            return None
        return document.passages.get(evidence.passage)

    def verify_words(self, quote: str, document_ids: Sequence[str]) -> Verdict:
        """Return the verdict on words that prose quotes from one of the documents."""
        sources = [source for name in document_ids for source in self.sources(name)]
        return self._best(quote, sources, None, ", ".join(document_ids))

    def _best(
        self, quote: str, sources: Sequence[Source], near: tuple[int, int] | None, name: str
    ) -> Verdict:
        for source in sources:
            held = self.holds_in_full(source.id)
            verdict = judge(quote if held else self._omit(quote), source, near=near)
            if verdict is not None and verdict.accepted:
                return verdict if held else replace(verdict, quote=quote)
        refused = [verify(quote, source, near=near) for source in sources]
        misattributed = self._elsewhere(quote, sources)
        if misattributed is not None:
            refused.append(misattributed)
        best = min(refused, key=lambda verdict: _TELLING.index(verdict.kind), default=None)
        return best or Verdict(VerdictKind.NOT_FOUND, name, quote)

    def _elsewhere(self, quote: str, sources: Sequence[Source]) -> Verdict | None:
        """Say whose words they are, where another document holds them."""
        searched = {source.id for source in sources}
        others = [source for source in self.everything if source.id not in searched]
        if not sources or not others:
            return None
        verdict = verify(quote, sources[0], others=others)
        return verdict if verdict.kind is VerdictKind.MISATTRIBUTED else None

    def titled(self, quote: str) -> str:
        """Return the id of the document whose title the words are, or nothing."""
        wanted = fold(quote).text.strip()
        for document in self.dossier.documents:
            titles = (document.title, document.container_title, document.publisher)
            if any(title and fold(title).text.strip() == wanted for title in titles):
                return str(document.id)
        return ""

    def check_passages(self, problems: Problems) -> None:
        """Add `passage-moved` and `passage-paragraph` for records that the full text denies."""
        for document in self.dossier.documents:
            if not self.holds_in_full(document.id):
                continue
            source = self.sources(document.id)[0]
            for passage in (document.passages or {}).values():
                if passage.start == passage.end:
                    continue  # its place is not told: it would tell how long a name is
                stands = source.text[passage.start : passage.end]
                if passage.text not in (stands, self._omit(stands)):
                    self._add(problems, "passage-moved", passage, document, stands=stands[:120])
                    continue
                paragraph = source.paragraph_at(passage.start)
                if paragraph != passage.paragraph:
                    self._add(problems, "passage-paragraph", passage, document, actual=paragraph)

    def _add(
        self, problems: Problems, code: str, passage: Passage, document: Document, **words: object
    ) -> None:
        problems.add(
            code,
            passage.place,
            document.id,
            id=passage.id,
            document=document.id,
            paragraph=passage.paragraph,
            **words,
        )
