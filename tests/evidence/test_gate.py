"""The gate sees every quotation, in the document it is said to stand in, and counts what it saw."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from small_dossiers import DOSSIER, FINDING, TEXT, check, codes, document, figure, files, finding

from report.documents.store import find_texts
from report.dossier.folder import DiskFolder, MemoryFolder
from report.dossier.reader import read_dossier
from report.evidence.figures import check_figures
from report.evidence.gate import check_evidence
from report.evidence.holdings import Holdings
from report.evidence.numbers import find_numbers
from report.evidence.printed import printed_texts
from report.evidence.prose import ProseCheck
from report.evidence.quantity import WrittenDate
from report.evidence.tracing import KnownDates
from report.model.dossier import Dossier
from report.model.finding import Bound
from report.model.problem import Problems, Severity

ROOT = Path(__file__).resolve().parents[2]
BUNDLED = ROOT / "seeds" / "kazakhstan-january-2022"
FULL_TEXTS = ROOT.parent / "shared" / "seeds"
QUOTE = "Authorities said 12 officers had been killed"
START = TEXT.index(QUOTE)


def passage(**fields: object) -> dict[str, object]:
    """Return the recorded passage of the quotation, with other fields as given."""
    return {"paragraph": 2, "start": START, "end": START + len(QUOTE), "text": QUOTE, **fields}


def held(
    text: str | None = TEXT, **passages: object
) -> dict[str, tuple[dict[str, object], str | None]]:
    """Return one document with its passages."""
    record = document(passages=passages) if passages else document()
    return {"press": (record, text)}


def test_the_register_says_what_was_checked_and_where() -> None:
    """Each quotation has its document, paragraph, offsets and passage; the counts are true."""
    content = files(
        [finding(figures=[figure()])],
        held(p1=passage()),
        summary="The text says “officers had been killed”.[@killed]",
    )
    register, problems = check(content)
    assert problems == []
    first, second, third = register.quotations
    assert (first.key, first.subject) == ("findings/killed/evidence/1", "killed")
    assert (second.key, second.subject) == ("figures/officers-12/evidence/1", "officers-12")
    assert (third.key, third.evidence) == ("summary", None)
    assert (first.verdict.start, first.verdict.end) == (START, START + len(QUOTE))
    assert first.verdict.paragraph == 2
    counts = register.counts
    assert (counts.quotations, counts.figures, counts.citations) == (3, 1, 1)
    assert (register.in_full, register.by_passage) == (("press",), ())
    assert register.of_subject() == {"killed": (first,), "officers-12": (second,)}


def test_by_passage_the_verdicts_are_the_same() -> None:
    """Without the full text the recorded passages stand for it, with the document's offsets."""
    in_full, _ = check(files([FINDING], held(p1=passage())))
    by_passage, problems = check(files([FINDING], held(None, p1=passage())))
    assert problems == []
    assert [q.verdict for q in by_passage.quotations] == [q.verdict for q in in_full.quotations]
    assert by_passage.by_passage == ("press",)


def test_a_quotation_outside_the_passages_is_refused() -> None:
    """What no passage holds cannot be checked without the text and is refused."""
    other = {"document": "press", "quote": "more than 2,000 arrests have been made"}
    _, problems = check(files([finding(evidence=[other])], held(None, p1=passage())))
    assert codes(problems) == ["no-passage"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"start": START + 1, "end": START + len(QUOTE) + 1}, "passage-moved"),
        ({"text": QUOTE.replace("12", "13")}, "passage-moved"),
        ({"end": START + len(QUOTE) - 1}, "passage-moved"),
        ({"start": 10**9, "end": 10**9 + 5}, "passage-moved"),
        ({"paragraph": 3}, "passage-paragraph"),
    ],
)
def test_a_passage_stands_where_it_was_recorded(fields: dict[str, object], code: str) -> None:
    """Against the full text, offsets, words and paragraph number of each passage are proved."""
    _, problems = check(files([FINDING], held(p1=passage(**fields))))
    assert code in codes(problems)


def test_words_of_another_document_are_misattributed() -> None:
    """A quotation is looked for in its own document; the other one is named."""
    other_text = "A hospital counted nine bodies in its own morgue that night."
    documents = {**held(), "ward": (document(other_text), other_text)}
    quote = {"document": "press", "quote": other_text}
    _, problems = check(files([finding(evidence=[quote])], documents))
    assert codes(problems) == ["misattributed"]
    assert "ward" in problems[0].message


def test_a_refused_quotation_points_at_its_words() -> None:
    """The problem stands at the quotation in findings.yaml."""
    wrong = {"document": "press", "quote": QUOTE.replace("12", "13")}
    register, problems = check(files([finding(evidence=[wrong])]))
    (problem,) = problems
    assert (problem.code, problem.subject) == ("number", "killed")
    line = files([finding(evidence=[wrong])])["findings.yaml"].splitlines()[problem.place.line - 1]  # type: ignore[union-attr]
    assert line[problem.place.column - 1 :].startswith("Authorities said 13")  # type: ignore[arg-type]
    assert not register.quotations[0].accepted


def test_findings_without_a_checked_quotation_do_not_pass() -> None:
    """Nought checks is an error, never a success."""
    _, problems = check(files([finding(evidence=[], statement="Nothing.")]))
    assert "nothing-checked" in codes(problems)


def test_the_evidence_of_recommendations_is_checked() -> None:
    """A call that someone else made is verified like any quotation."""
    call = {"id": "call", "to": "The Government", "text": "Release them.", "by": "An expert"}
    for quote, expected in (("an expert said", []), ("an expert demanded", ["not-found"])):
        given = {**call, "evidence": [{"document": "press", "quote": quote}]}
        _, problems = check(files(recommendations=[given]))
        assert [code for code in codes(problems) if code not in ("altered",)] == expected or (
            expected and codes(problems) == ["altered"]
        )


def test_the_words_of_a_pull_quote_are_checked() -> None:
    """What is set large is looked up like any quotation, and counted."""
    quoted = {"document": "press", "wording": "direct", "attributed_to": "An expert"}
    for quote, expected in (("demands were met", True), ("demands were not met", False)):
        section = {**DOSSIER["sections"][0], "pull_quotes": [{**quoted, "quote": quote}]}  # type: ignore[index]
        register, problems = check(files(sections=[section]))
        (checked,) = register.of_subject()["sections/1/pull_quotes/1"]
        assert checked.accepted == expected
        assert bool(problems) != expected


def test_many_findings_take_little_time() -> None:
    """Three hundred findings over long documents are checked in seconds."""
    filler = "People walked through the town and nobody said anything of note about it. " * 400
    text = TEXT + "\n" + filler
    findings = [finding(id=f"f-{i}", statement="Authorities spoke of 12.") for i in range(300)]
    sections = [{"heading": "All", "text": "All.", "findings": [f"f-{i}" for i in range(300)]}]
    content = files(findings, {"press": (document(text), text)}, sections=sections)
    start = time.process_time()
    dossier = read_dossier(MemoryFolder(content)).dossier
    assert dossier is not None
    texts = find_texts(dossier.documents, MemoryFolder(content), [], Problems())
    begun = time.process_time()
    _, problems = check_evidence(dossier, texts)
    assert not problems.errors
    assert time.process_time() - begun < 5, begun - start


@pytest.fixture(scope="module")
def bundled() -> tuple[Dossier, Holdings]:
    """The shipped dossier and what it holds of its documents: the recorded passages."""
    dossier = read_dossier(DiskFolder(BUNDLED)).dossier
    assert dossier is not None
    texts = find_texts(dossier.documents, DiskFolder(BUNDLED), [], Problems())
    return dossier, Holdings(dossier, texts)


def test_no_changed_figure_of_the_bundled_dossier_passes(bundled: tuple[Dossier, Holdings]) -> None:
    """Every figure is refused with its value one higher and with every other bound."""
    dossier, _ = bundled
    for owner in dossier.findings:
        for given in owner.figures:
            altered = [replace(given, bound=bound) for bound in Bound if bound is not given.bound]
            if isinstance(given.value, Decimal):
                altered.append(replace(given, value=given.value + 1))
            for other in altered:
                changed = replace(dossier, findings=(replace(owner, figures=(other,)),))
                problems = Problems()
                check_figures(changed, problems)
                assert problems.errors, other


def test_no_changed_quotation_of_the_bundled_dossier_passes(
    bundled: tuple[Dossier, Holdings],
) -> None:
    """Every piece of evidence is refused with one word of it altered."""
    dossier, holdings = bundled
    random = Random(7)
    for owner in dossier.findings:
        for evidence in owner.all_evidence:
            assert holdings.verify_evidence(evidence).accepted
            word = random.choice(list(re.finditer(r"\w+", evidence.quote)))
            quote = evidence.quote[: word.start()] + "other" + evidence.quote[word.end() :]
            assert not holdings.verify_evidence(replace(evidence, quote=quote)).accepted, quote


def test_no_changed_digit_of_the_bundled_prose_passes(bundled: tuple[Dossier, Holdings]) -> None:
    """Every digit altered in printed prose is told, unless it makes a date that is on record."""
    dossier, holdings = bundled
    for printed in printed_texts(dossier):
        for match in re.finditer(r"(?<![\w{@-])\d(?![^{\[]*[}\]])", printed.text):
            digit = str((int(match.group()) + 3) % 10)
            text = printed.text[: match.start()] + digit + printed.text[match.end() :]
            if _makes_known_date(dossier, text, match.start()):
                continue
            problems = Problems()
            ProseCheck(dossier, holdings, frozenset(), problems).check(replace(printed, text=text))
            assert len(problems), text[max(0, match.start() - 60) : match.end() + 30]


def _makes_known_date(dossier: Dossier, text: str, at: int) -> bool:
    known = KnownDates(dossier)
    numbers = find_numbers(text, "en")
    (number,) = [number for number in numbers if number.start <= at < number.end]
    return isinstance(number.value, WrittenDate) and known.knows(number.value)


@pytest.mark.parametrize("full", [True, False])
def test_the_bundled_dossier_passes(full: bool) -> None:
    """The shipped dossier holds in full and by passage, with one and the same counts."""
    if full and not FULL_TEXTS.is_dir():
        pytest.skip(f"the full texts are not in {FULL_TEXTS}")
    dossier = read_dossier(DiskFolder(BUNDLED)).dossier
    assert dossier is not None
    further = [DiskFolder(FULL_TEXTS)] if full else []
    texts = find_texts(dossier.documents, DiskFolder(BUNDLED), further, Problems())
    register, problems = check_evidence(dossier, texts)
    assert [str(p) for p in problems if p.severity is Severity.ERROR] == []
    assert register.counts.quotations > 100
    assert len(register.in_full) == (5 if full else 0)
