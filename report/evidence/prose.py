"""Printed prose → its quotations, numbers, dates, marks and watch-words, each checked.

Everything that a reader could take for evidence is held against the evidence that the text rests
on; a problem points at the very words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from report.evidence.attribution import is_attributed
from report.evidence.bounds import bound_round
from report.evidence.figures import bound_text, number_text
from report.evidence.holdings import Holdings
from report.evidence.marks import Quoted, find_quoted
from report.evidence.numbers import find_numbers
from report.evidence.printed import PLACEHOLDER, FlatParagraph, PrintedText
from report.evidence.quantity import Number, WrittenDate
from report.evidence.register import CheckedQuotation
from report.evidence.tracing import EvidenceNumbers, KnownDates, Trace, must_be_traced
from report.evidence.uncounted import AskedLimits, names_by_order
from report.evidence.watchwords import find_watch_words
from report.model.dossier import Dossier
from report.model.finding import Bound, Evidence
from report.model.meant import meant
from report.model.problem import Problems


@dataclass
class ProseCheck:
    """Checks printed texts one by one and gathers what was found and counted."""

    dossier: Dossier
    holdings: Holdings
    must_attribute: frozenset[str]
    problems: Problems
    quotations: list[CheckedQuotation] = field(default_factory=list)
    numbers: int = 0
    citations: int = 0

    def __post_init__(self) -> None:
        self._dates = KnownDates(self.dossier)
        self._asked = AskedLimits(self.dossier)
        self._all_numbers: EvidenceNumbers | None = None

    def check(self, printed: PrintedText) -> None:
        """Check one printed text."""
        cited = [name for p in printed.paragraphs for _, name in p.citations]
        evidence = self._evidence(printed, cited)
        numbers = self._numbers(evidence)
        documents = self._documents(evidence, cited)
        for paragraph in printed.paragraphs:
            self._marks(printed, paragraph)
            quoted = self._quotations(printed, paragraph, documents)
            self._traced(printed, paragraph, quoted, numbers)
            self._watched(printed, paragraph, quoted)

    # What the text rests on

    def _evidence(self, printed: PrintedText, cited: Iterable[str]) -> Sequence[Evidence] | None:
        """Return its own evidence and that of what it cites; None: all of the dossier."""
        own = list(printed.evidence or ())
        for name in cited:
            finding = self.dossier.finding_by_id.get(name)
            if finding is not None:
                own.extend(finding.all_evidence)
            elif printed.evidence is None and name in self.dossier.document_by_id:
                own.extend(e for e in self.dossier.all_evidence if e.document_id == name)
        return own if own or printed.evidence is not None else None

    def _numbers(self, evidence: Sequence[Evidence] | None) -> EvidenceNumbers:
        if evidence is not None:
            return EvidenceNumbers(evidence, self.dossier)
        if self._all_numbers is None:
            self._all_numbers = EvidenceNumbers(self.dossier.all_evidence, self.dossier)
        return self._all_numbers

    def _documents(self, evidence: Sequence[Evidence] | None, cited: Iterable[str]) -> list[str]:
        named = [name for name in cited if name in self.dossier.document_by_id]
        named += [one.document_id for one in evidence or ()]
        return list(dict.fromkeys(named)) or [document.id for document in self.dossier.documents]

    # Marks

    def _marks(self, printed: PrintedText, paragraph: FlatParagraph) -> None:
        known = {*self.dossier.document_by_id, *self.dossier.finding_by_id, *self.dossier.unread}
        for _, name in paragraph.citations:
            self.citations += 1
            if name not in known:
                hint = meant(name, known, "write the id of a document or a finding behind [@")
                self._mark_problem("unknown-citation", printed, f"[@{name}", name, hint=hint)
        for offset, name in paragraph.figures:
            self.numbers += 1
            self._figure_mark(printed, paragraph, offset, name)

    def _figure_mark(
        self, printed: PrintedText, paragraph: FlatParagraph, offset: int, name: str
    ) -> None:
        mark = f"{{{name}}}"
        figure = self.dossier.figure_by_id.get(name)
        if figure is None:
            if name not in self.dossier.unread:
                otherwise = "write the id of a figure in findings.yaml between the braces"
                hint = meant(name, self.dossier.figure_by_id, otherwise)
                self._mark_problem("unknown-figure", printed, mark, name, hint=hint)
            return
        claimed = name in self.must_attribute or not figure.verified
        noted = printed.noted or (bool(paragraph.citations) and not printed.heard)
        if claimed and not is_attributed(figure, paragraph, offset, self.dossier, noted=noted):
            speaker = figure.attributed_to
            code = "figure-unheard" if printed.heard else "figure-unattributed"
            self._mark_problem(code, printed, mark, name, speaker=speaker)
        bounding = bound_round(paragraph.text, offset, self.dossier.language)
        if bounding.bound is not Bound.EXACT and not bounding.doubtful:
            bound, own = bound_text(bounding.bound), bound_text(figure.bound)
            self._mark_problem("figure-bounded", printed, mark, name, bound=bound, own=own)

    def _mark_problem(
        self, code: str, printed: PrintedText, mark: str, name: str, **words: object
    ) -> None:
        place = printed.place_of(FlatParagraph(mark), 0, len(mark))
        self.problems.add(code, place, printed.subject, id=name, **words)

    # Quotations

    def _quotations(
        self, printed: PrintedText, paragraph: FlatParagraph, documents: Sequence[str]
    ) -> tuple[Quoted, ...]:
        marks = find_quoted(paragraph.text)
        for at in marks.unbalanced:
            words = paragraph.text[at : at + 40]
            words += "…" if at + 40 < len(paragraph.text) else ""
            place = printed.place_of(paragraph, at, at + 40)
            self.problems.add("unbalanced-quotation", place, printed.subject, words=words)
        for quoted in marks.quoted:
            self._quotation(printed, paragraph, quoted, documents)
        return marks.quoted

    def _quotation(
        self,
        printed: PrintedText,
        paragraph: FlatParagraph,
        quoted: Quoted,
        documents: Sequence[str],
    ) -> None:
        place = printed.place_of(paragraph, quoted.start, quoted.end)
        if PLACEHOLDER in quoted.text:
            words = quoted.text.replace(PLACEHOLDER, "{…}")
            self.problems.add("figure-in-quotation", place, printed.subject, words=words)
            return
        # A comma before the closing mark is the printer's habit, not the speaker's word.
        words = quoted.text.removesuffix(",")
        verdict = self.holdings.verify_words(words, documents)
        title_of = "" if verdict.accepted else self.holdings.titled(words)
        checked = CheckedQuotation(
            printed.key,
            printed.subject,
            place,
            verdict,
            title_of=title_of,
        )
        self.quotations.append(checked)
        if not checked.accepted:
            refused = self.holdings.refusal(verdict, place, printed.subject, documents)
            self.problems.extend(refused)

    # Numbers, dates, words

    def _traced(
        self,
        printed: PrintedText,
        paragraph: FlatParagraph,
        quoted: Sequence[Quoted],
        evidence: EvidenceNumbers,
    ) -> None:
        for number in find_numbers(paragraph.text, self.dossier.language):
            if any(one.start <= number.start < one.end for one in quoted):
                continue
            if names_by_order(paragraph.text, number, self.dossier.language):
                continue
            if self._asked.ask(paragraph.text, number, self.dossier.language):
                continue
            if isinstance(number.value, WrittenDate) and not self._dates.knows(number.value):
                place = printed.place_of(paragraph, number.start, number.end)
                self.problems.add("untraced-date", place, printed.subject, date=number.text)
            if must_be_traced(number):
                self.numbers += 1
                self._trace(printed, paragraph, number, evidence)

    def _trace(
        self,
        printed: PrintedText,
        paragraph: FlatParagraph,
        number: Number,
        evidence: EvidenceNumbers,
    ) -> None:
        trace = evidence.trace(number)
        if trace is Trace.FOUND:
            return
        place = printed.place_of(paragraph, number.start, number.end)
        words = {"number": number_text(number)}
        if trace is Trace.OTHER_BOUND:
            bounds = " or ".join(bound_text(bound) for bound in evidence.bounds(number))
            self.problems.add(
                "untraced-bound", place, printed.subject, **words, value=number.text, bounds=bounds
            )
        else:
            self.problems.add("untraced-number", place, printed.subject, **words)

    def _watched(
        self, printed: PrintedText, paragraph: FlatParagraph, quoted: Sequence[Quoted]
    ) -> None:
        for word in find_watch_words(paragraph.text, self.dossier.language):
            if any(one.start <= word.start < one.end for one in quoted):
                continue
            place = printed.place_of(paragraph, word.start, word.end)
            self.problems.add(
                "watch-word", place, printed.subject, word=word.text, instead=word.instead
            )
