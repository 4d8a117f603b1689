"""Notes: in the finished file, in full, on the page of their call."""

import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from made_up import CSS, METADATA, job, made_up

from report.model.problem import Stop
from report.press.fonts import FontFolder
from report.press.job import PrintJob
from report.press.notes import folded
from report.press.printing import print_pdf

STOCK = """
import sys
sys.path.insert(0, {tests!r})
import weasyprint
from weasyprint.formatting_structure import boxes
from made_up import CSS, made_up
html, notes = made_up({sections}, {seed})
pages = weasyprint.HTML(string=html).render(stylesheets=[weasyprint.CSS(string=CSS)]).pages
found = {{
    box.element.get("id")
    for page in pages
    for child in page._page_box.children if isinstance(child, boxes.FootnoteAreaBox)
    for box in child.descendants() if box.element is not None and box.element.get("id")
}}
print(len(notes), len(found))
"""


def codes(stopped: Stop) -> list[tuple[str, str]]:
    return [(problem.code, problem.message) for problem in stopped.problems]


def note(number: int, text: str, word: str = "word") -> str:
    inner = f'<span class="fn" id="fn-{number}">{text}</span>'
    return f'<span class="fc" id="fc-{number}">{word}{inner}</span>'


def test_stock_loses_notes_where_we_keep_all(faces: FontFolder) -> None:
    """The brief in which stock WeasyPrint silently loses notes is printed whole by us."""
    tests = str(Path(__file__).parent)
    script = STOCK.format(tests=tests, sections=4, seed=1)
    said = subprocess.run(
        [sys.executable, "-c", script],
        env={"FONTCONFIG_FILE": str(faces.config_path), "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    asked, found = map(int, said)
    assert found < asked

    html, notes = made_up(4, 1)
    assert len(notes) == asked
    printed = print_pdf(PrintJob("brief.pdf", html, (CSS,), METADATA, notes=notes))
    assert printed.problems == ()
    assert printed.pages < 20


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("density", [0.3, 1.0])
def test_every_note_is_on_the_page_of_its_call(seed: int, density: float) -> None:
    """In lists, tables, asides and paragraphs, however dense, no note is lost or put off."""
    html, notes = made_up(3, seed, density)
    assert print_pdf(PrintJob("brief.pdf", html, (CSS,), METADATA, notes=notes)).problems == ()


@pytest.mark.parametrize("policy", ["auto", "line", "block"])
@pytest.mark.parametrize("border", [".5pt", "1px"])
def test_no_style_of_the_note_area_loses_notes(policy: str, border: str) -> None:
    """Neither the policy of a style sheet nor the width of a rule decides whether notes stay."""
    html, notes = made_up(1, 5, 0.9)
    area = f"@page {{ @footnote {{ border-top-width: {border} }} }}"
    css = f".fn {{ footnote-policy: {policy} }} {area}"
    assert print_pdf(PrintJob("brief.pdf", html, (CSS, css), METADATA, notes=notes)).problems == ()


def test_the_number_of_a_paragraph_goes_with_its_text() -> None:
    """A hanging number is never left at the foot of a page when its paragraph goes to the next."""
    css = "@page { size: 80mm 80mm; margin: 10mm } p::before { font-size: 6pt }"
    pages_with_text = set()
    for height in range(42, 60, 2):
        filler = f"<div style='height: {height}mm'>filler</div>"
        printed = print_pdf(job(f"{filler}<p class='n'>{'Text goes on. ' * 12}</p>", css))
        texts = [
            page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(printed.pdf)
        ]
        first = next(number for number, text in enumerate(texts) if "Text" in text)
        assert "1" in texts[first].replace(f"{first + 1} / ", "")
        assert "1" not in texts[0].replace("1 / ", "") or first == 0
        pages_with_text.add(first)
    assert pages_with_text == {0, 1}


def test_a_heading_goes_with_a_paragraph_whose_number_does_not_fit() -> None:
    """A hanging number too tall for the room that is left takes paragraph and heading with it."""
    css = "@page { size: 80mm 80mm; margin: 10mm } .no { float: left; line-height: 9mm }"
    text = f"<h3>Heading</h3><div><p><span class=no>7</span>{'Text goes on. ' * 12}</p></div>"
    pages_with_text = set()
    for height in range(20, 60):
        printed = print_pdf(job(f"<div style='height: {height}mm'>filler</div>{text}", css))
        assert printed.problems == ()
        texts = [
            page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(printed.pdf)
        ]
        first = next(number for number, one in enumerate(texts) if "Text" in one)
        assert "Heading" in texts[first]
        pages_with_text.add(first)
    assert pages_with_text == {0, 1}


@pytest.mark.parametrize(
    ("printed", "expected", "code"),
    [
        ("Report of 6 January.", "Report of 6 January.", None),
        ("Self-evi\u00addent  and\u2011so <i>on</i>.", "Self-evident and-so on.", None),
        ("Қазақ тілі, «мәтін».", "Қазақ тілі, «мәтін».", None),
        ("Report of 6 January.", "Report of 7 January.", "note-lost"),
        ("Report", "Report of 6 January.", "note-lost"),
        ("", "Report", "note-lost"),
    ],
)
def test_the_proof_reads_the_words(printed: str, expected: str, code: str | None) -> None:
    """A note with one other digit, cut short or empty is not in the PDF in full."""
    css = ".fn { font-family: 'Report Sans' }"
    print_job = job(f"<p>{note(1, printed)}</p>", css, notes={1: expected})
    if code is None:
        assert print_pdf(print_job).problems == ()
    else:
        with pytest.raises(Stop) as stop:
            print_pdf(print_job)
        assert [code for code, _ in codes(stop.value)] == [code]


def test_notes_with_the_same_words_are_each_proved() -> None:
    """One "Ibid." on the page does not stand for two."""
    body = f"<p>{note(1, 'Ibid.')} and {note(2, 'Ibid.')}</p>"
    assert print_pdf(job(body, notes={1: "Ibid.", 2: "Ibid."})).problems == ()
    once = f"<p>{note(1, 'Ibid.')} and {note(2, '')}</p>"
    with pytest.raises(Stop) as stop:
        print_pdf(job(once, notes={1: "Ibid.", 2: "Ibid."}))
    assert {problem.code for problem in stop.value.problems} == {"note-lost"}


@pytest.mark.parametrize(
    "body",
    [
        "<p>No note at all.</p>",
        f"<p style='display: none'>{note(1, 'Hidden.')}</p><p>x</p>",
        f"<p style='position: absolute'>{note(1, 'Hidden.')}</p><p>x</p>",
    ],
)
def test_a_note_without_a_place_is_lost(body: str) -> None:
    """A note that is expected and has no place in the PDF stops the build."""
    with pytest.raises(Stop) as stop:
        print_pdf(job(body, notes={1: "Hidden."}))
    assert stop.value.exit_code == 3
    assert {"note-lost", "text-lost"} & {problem.code for problem in stop.value.problems}


def test_a_note_longer_than_the_page_stops_the_build() -> None:
    """A note never runs off the page unseen."""
    text = "word " * 3000
    with pytest.raises(Stop) as stop:
        print_pdf(job(f"<p>{note(1, text)}</p>", notes={1: text}))
    found = {problem.code for problem in stop.value.problems}
    assert found & {"text-overflow", "note-lost", "note-away", "text-over-notes"}


def test_a_note_printed_with_another_number_stops_the_build() -> None:
    """The number that is printed is the number the text refers to."""
    body = f"<p>{note(2, 'Second.')} {note(1, 'First.')}</p>"
    with pytest.raises(Stop) as stop:
        print_pdf(job(body, notes={1: "First.", 2: "Second."}))
    assert "note-misnumbered" in {problem.code for problem in stop.value.problems}


def test_a_row_that_fills_the_page_is_told_of_when_it_meets_its_notes() -> None:
    """A table row as tall as the page cannot make room for notes: never printed over them."""
    long = "word " * 950
    body = f"<table><tr><td>x<td>{long}<td>{note(1, 'note ' * 40)}</table>"
    with pytest.raises(Stop) as stop:
        print_pdf(job(body, notes={1: "note " * 40}))
    assert "text-over-notes" in {problem.code for problem in stop.value.problems}


def test_a_call_after_a_word_divided_between_pages_is_on_its_own_page() -> None:
    """The place of a call is that of its digit, not of the word's first half."""
    filler = "<p style='height: {}mm; margin: 0'>filler</p>"
    css = "@page { size: 60mm 80mm; margin: 10mm } p { orphans: 1; widows: 1 } "
    word = "incommensurability" * 4
    for height in (25, 30, 35, 40):
        body = filler.format(height) + f"<p style='word-break: break-all'>{note(1, 'N.', word)}</p>"
        printed = print_pdf(job(body, css, notes={1: "N."}))
        assert {problem.code for problem in printed.problems} <= {"lone-line"}
        assert len(pypdfium2.PdfDocument(printed.pdf)) == printed.pages


def test_what_the_proof_does_not_compare() -> None:
    """Spaces and hyphens of any kind are left out of the comparison, letters and digits never."""
    assert folded("юго-запада\n\u00a0 x\u00ad-y\u2011z\ufffe1") == "югозападаxyz1"
