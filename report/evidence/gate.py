"""A dossier and its documents' texts → the register of what was checked, and every problem found.

Nothing is printed that did not pass here. The checks themselves are counted: a dossier with
findings of which no quotation was checked does not pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from report.documents.store import DocumentText
from report.evidence.figures import check_figures
from report.evidence.holdings import Holdings, Omit
from report.evidence.own_language import not_in_language
from report.evidence.printed import printed_texts
from report.evidence.prose import ProseCheck
from report.evidence.register import CheckedQuotation, Counts, Register
from report.evidence.series import build_series, conflicting_ids
from report.evidence.standing import check_standing
from report.evidence.unfilled import claims_nothing, unfilled
from report.model.dossier import Dossier
from report.model.finding import Evidence
from report.model.place import read_at
from report.model.problem import Problems


def check_evidence(
    dossier: Dossier, texts: Mapping[str, DocumentText], omit: Omit = str
) -> tuple[Register, Problems]:
    """Check every quotation, figure and number of a dossier against its documents.

    `omit` leaves names of protected persons out of words, as recorded passages leave them out.

    Returns the register, whole whether or not problems were found, and the problems: those of the
    verifier, of figures, numbers, dates, marks, standing and watch-words, `unfilled`, and
    `nothing-checked`, or `no-findings` where the dossier claims nothing yet.
    """
    problems = Problems()
    holdings = Holdings(dossier, texts, omit)
    holdings.check_passages(problems)
    carried = [one for one in _evidence(dossier) if one[2].quote]
    quotations = [_checked(*one, holdings, problems) for one in carried]
    figures = check_figures(dossier, problems)
    check_standing(dossier, problems)
    series = build_series(f for finding in dossier.findings for f in finding.figures)
    prose = ProseCheck(dossier, holdings, conflicting_ids(series), problems)
    for printed in printed_texts(dossier):
        prose.check(printed)
    quotations += prose.quotations
    if not quotations:
        problems.add("no-findings" if claims_nothing(dossier) else "nothing-checked", dossier.place)
    problems.extend(unfilled(dossier))
    problems.extend(not_in_language(dossier))
    ids = [str(document.id) for document in dossier.documents]
    register = Register(
        tuple(quotations),
        series,
        Counts(len(quotations), figures, prose.numbers, prose.citations),
        tuple(name for name in ids if holdings.holds_in_full(name)),
        tuple(name for name in ids if not holdings.holds_in_full(name)),
    )
    return register, problems


def _evidence(dossier: Dossier) -> Iterator[tuple[str, str, Evidence]]:
    """Yield key, subject and each piece of evidence: of findings, figures, calls, pull quotes."""
    for finding in dossier.findings:
        for number, evidence in enumerate(finding.evidence, 1):
            yield f"findings/{finding.id}/evidence/{number}", str(finding.id), evidence
        for figure in finding.figures:
            for number, evidence in enumerate(figure.evidence, 1):
                yield f"figures/{figure.id}/evidence/{number}", str(figure.id), evidence
    for call in dossier.recommendations:
        for number, evidence in enumerate(call.evidence, 1):
            yield f"recommendations/{call.id}/evidence/{number}", str(call.id), evidence
    for key, quote in dossier.pull_quotes:
        yield key, key, quote.evidence


def _checked(
    key: str, subject: str, evidence: Evidence, holdings: Holdings, problems: Problems
) -> CheckedQuotation:
    verdict = holdings.verify_evidence(evidence)
    place = read_at(evidence.quote, evidence.place)
    if not verdict.accepted:
        problems.extend(holdings.refusal(verdict, place, subject, (evidence.document_id,)))
    return CheckedQuotation(key, subject, place, verdict, evidence)
