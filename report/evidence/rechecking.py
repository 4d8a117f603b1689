"""What a brief carries → whether it holds together: evidence by its passages, texts by evidence.

The checks are those that the brief had to pass when it was printed; nothing is taken on trust but
the passages themselves, and those only where the documents are not at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from report.documents.store import DocumentText
from report.evidence.figures import number_text
from report.evidence.gate import check_evidence
from report.evidence.holdings import Holdings
from report.evidence.marks import find_quoted
from report.evidence.numbers import find_numbers
from report.evidence.printed import PrintedText
from report.evidence.prose import ProseCheck
from report.evidence.register import Counts
from report.evidence.tracing import EvidenceNumbers, Trace, must_be_traced
from report.evidence.uncounted import AskedLimits, names_by_order
from report.model.dossier import Dossier
from report.model.finding import Words
from report.model.place import Place
from report.model.problem import Problem, Problems, Severity, problem

_OF_NUMBERS = frozenset({"untraced-number", "untraced-bound"})
_CALL = re.compile(r"\[\d+\]")
# How a document, a person, a body or a place is called: no claim of ours, and in its own marks.
_NAME = re.compile(
    r"documents/[^/]+/(?!note$)|(?:addressees|places|session|speakers)/|organisation/name$"
)


@dataclass(frozen=True)
class CarriedText:
    """A text as it is printed, the numbers of its notes in brackets; `key` names it."""

    key: str
    text: str

    @property
    def words(self) -> str:
        """The text without the numbers of its notes."""
        return _CALL.sub("", self.text)


def recheck_evidence(
    dossier: Dossier, texts: Mapping[str, DocumentText], place: Place
) -> tuple[Counts, list[Problem]]:
    """Check every quotation and figure again; `texts` are the documents that are at hand.

    That two documents are independent of each other is not told of one that is confidential.
    """
    register, found = check_evidence(dossier, texts)
    unsure = {str(one.id) for one in dossier.findings if not all(e.quote for e in one.all_evidence)}
    return register.counts, [
        problem("evidence-false", place, one.subject, about=one.subject, message=one.message)
        for one in found
        if one.severity is Severity.ERROR
        and not (one.code == "standing-too-high" and str(one.subject) in unsure)
    ]


def without_names(text: str, dossier: Dossier) -> str:
    """Return a text without the names that have quotation marks, of those who publish or speak.

    Other names stay: a quotation may have them among its words.
    """
    names = {dossier.organisation.name, *(one.attributed_to for one in dossier.all_evidence)}
    marked = (name for name in names if find_quoted(name).quoted)
    for name in sorted(marked, key=len, reverse=True):
        text = text.replace(name, "")
    return text


def rests_on_held(dossier: Dossier) -> int:
    """Return how many pieces of evidence are words of confidential documents, not carried."""
    return sum(not one.quote for one in dossier.all_evidence)


def recheck_texts(
    dossier: Dossier, printed: Iterable[CarriedText], lang: str, place: Place
) -> tuple[Counts, list[Problem]]:
    """Check the quotations and numbers of printed texts against the evidence that is carried.

    A translation's quotations are translations: of it the numbers alone can be checked.
    """
    problems, found = Problems(), list[Problem]()
    own = lang == dossier.language
    check = ProseCheck(dossier, Holdings(dossier, {}), frozenset(), problems)
    numbers, asked = EvidenceNumbers(dossier.all_evidence, dossier), AskedLimits(dossier)
    counted, held = 0, rests_on_held(dossier)
    for one in printed:
        if _NAME.match(one.key):
            continue
        if own:
            text = PrintedText(one.key, one.key, one.words, place, prose=False)
            check.check(text)
        else:
            for told in _untraced(one, lang, numbers, asked):
                counted += 1
                found += [] if told is None or held else [_unproved(one.key, told, place)]
    for one_problem in problems:
        if held and one_problem.code in _OF_NUMBERS:
            continue  # it may stand in the words that are not carried
        if one_problem.severity is Severity.ERROR:
            found.append(_unproved(one_problem.subject, one_problem.message, place))
    counts = Counts(len(check.quotations), 0, check.numbers if own else counted, 0)
    return counts, found


def _untraced(
    one: CarriedText, lang: str, numbers: EvidenceNumbers, asked: AskedLimits
) -> Iterator[str | None]:
    """Yield for each number of a translation that must be in evidence what is wrong, if so.

    Words of number have no one rendering ("dozens"): those alone that have a value are held.
    """
    quoted = find_quoted(one.words).quoted
    for number in find_numbers(one.words, lang):
        if any(span.start <= number.start < span.end for span in quoted):
            continue
        if names_by_order(one.words, number, lang) or asked.ask(one.words, number, lang):
            continue
        if must_be_traced(number) and not isinstance(number.value, Words):
            missing = numbers.trace(number) is Trace.MISSING
            yield f"“{number_text(number)}” stands in no evidence" if missing else None


def _unproved(key: str, message: str, place: Place) -> Problem:
    return problem("text-unproved", place, key, key=key, message=message)
