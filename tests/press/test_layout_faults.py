"""One page for each fault of layout, told by its code and its page; and pages with no fault."""

from __future__ import annotations

import io

import pytest
from made_up import CSS, job, made_up
from PIL import Image

from report.model.place import Place
from report.model.problem import Problem, Severity, Stop
from report.press.engine import start
from report.press.fonts import FontFolder
from report.press.page_faults import check_pages
from report.press.printing import print_pdf

FIRST = "<p>A first page.</p>"
NEXT = "<div style='break-before: page'></div>"
LINE = "<p style='margin: 0; line-height: 10mm; font-size: 10pt'>line {}</p>"
SMALL = (
    "@page { size: 100mm 120mm; margin: 10mm; @bottom-right { content: none } } body { margin: 0 }"
)


def picture(pixels: int) -> bytes:
    written = io.BytesIO()
    Image.new("L", (pixels, pixels), 90).save(written, "PNG")
    return written.getvalue()


def lines(count: int) -> str:
    """Return so many lines of 10 mm each; a page of SMALL holds ten."""
    return "".join(LINE.format(number) for number in range(count))


def found(body: str, css: str = "", **rest: object) -> list[Problem]:
    """Return all problems of a page, whether they stop the press or not."""
    try:
        return list(print_pdf(job(body, css, **rest)).problems)
    except Stop as stop:
        return list(stop.problems)


def note(number: int, text: str) -> str:
    inner = f'<span class="fn" id="fn-{number}">{text}</span>'
    return f'<span class="fc" id="fc-{number}">word{inner}</span>'


OVER = "<p style='margin: 0'>Words of one kind</p><p style='margin: -4mm 0 0'>Other words</p>"
CUT = "<div style='overflow: hidden; height: 8mm; width: 40mm'>{}</div>"
LONG = "A sentence that is as long as three lines of forty millimetres. "
TOO_WIDE = "<p style='white-space: nowrap'>" + "word " * 80 + "</p>"
FULL_ROW = f"<table><tr><td>{'word ' * 950}<td>{note(1, 'note ' * 40)}</table>"
LONG_NOTE = f"<p>{note(1, 'word ' * 3000)}</p>"
HEADING = f"{lines(9)}<h3 style='break-after: auto; margin: 0'>A heading</h3>"
PARAGRAPH = "<p style='orphans: 1; widows: 1; margin: 0; line-height: 10mm'>{}</p>"

# What is wrong, the page's content and style, the code, and the page that the message names.
FAULTS = {
    "text runs out of the page": (FIRST + NEXT + TOO_WIDE, "", "text-overflow", 2),
    "a picture wider than the page": (
        FIRST + NEXT + "<img src='resource:a.png' alt='x' style='width: 300mm; height: 9mm'>",
        "",
        "picture-overflow",
        2,
    ),
    "a character that no font has": (FIRST + NEXT + "<p>a 中 b</p>", "", "missing-glyph", 2),
    "a character that another font of ours has": (
        FIRST + NEXT + "<p>a\u2011b</p>",
        "",
        "missing-glyph",
        2,
    ),
    "a character that a drawing cannot show": (
        FIRST + NEXT + "<svg width='60' height='60'><title>A</title><text y='9'>中</text></svg>",
        "",
        "missing-glyph",
        2,
    ),
    "a text in a font that is not ours": (
        FIRST + NEXT + "<p style='font-family: Arial, serif'>x</p>",
        "",
        "fallback-font",
        2,
    ),
    "text over text": (FIRST + NEXT + OVER, "", "text-overlaps", 2),
    "text over text far apart in the source": (
        "<p>Words</p><h2>A</h2><p style='position: absolute; top: 0'>Other words</p>",
        "",
        "text-overlaps",
        1,
    ),
    "text cut off below": (FIRST + NEXT + CUT.format(LONG), "", "text-clipped", 2),
    "text cut off at the side": (
        FIRST + NEXT + CUT.format("incommensurability" * 4),
        "",
        "text-clipped",
        2,
    ),
    "a note longer than its page": (LONG_NOTE, "", "text-overflow", 2),
    "text that runs into the notes": (FULL_ROW, "", "text-over-notes", 1),
    "text wider than its column": (
        FIRST + NEXT + f"<table style='width: 40mm'><tr><td>{'w' * 40}<td>x</table>",
        "",
        "text-wide",
        2,
    ),
    "a page without content": (
        FIRST + NEXT + "<p style='break-before: page'>x</p>",
        "",
        "empty-page",
        2,
    ),
    "a page with two lines left over": (lines(11), SMALL, "page-hardly-filled", 2),
    "a part that ends with a line on a page of its own": (
        lines(11) + NEXT + lines(5),
        SMALL,
        "page-hardly-filled",
        2,
    ),
    "a cover that runs on": (
        f"<section data-whole='page'>{lines(11)}</section>",
        SMALL,
        "part-divided",
        2,
    ),
    "a heading at the foot": (HEADING + lines(5), SMALL, "heading-at-foot", 1),
    "a heading at the foot of a part that begins on a page of its own": (
        FIRST + f"<main style='break-before: page'>{HEADING}{lines(5)}</main>",
        SMALL,
        "heading-at-foot",
        2,
    ),
    "the last line of a part that ends with others about it": (
        f"<main style='break-before: page'>{lines(11)}</main>{NEXT}{lines(5)}",
        SMALL,
        "page-hardly-filled",
        2,
    ),
    "a first line left behind": (
        lines(9) + PARAGRAPH.format("word " * 80),
        SMALL,
        "lone-line",
        1,
    ),
    "a last line gone ahead": (
        PARAGRAPH.format("<br>".join("abcdefghijk")),
        SMALL,
        "lone-line",
        2,
    ),
    "a link to nowhere": (FIRST + NEXT + "<a href='#nowhere'>there</a>", "", "dead-link", 2),
    "a coarse picture": (
        FIRST + NEXT + "<p><img src='resource:a.png' alt='x' style='width: 30mm'></p>",
        "",
        "image-low-resolution",
        2,
    ),
}
WARNINGS = {
    "text-wide", "page-hardly-filled", "heading-at-foot", "lone-line", "image-low-resolution",
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_its_page(fault: str) -> None:
    """Each fault is found where it is: an error stops the press, a warning is told."""
    body, css, code, page = FAULTS[fault]
    problems = found(body, css, resources={"a.png": picture(100)})
    told = [problem for problem in problems if problem.code == code]
    assert told, [problem.code for problem in problems]
    assert any(f"page {page}" in problem.message for problem in told), told
    severity = Severity.WARNING if code in WARNINGS else Severity.ERROR
    assert {problem.severity for problem in told} == {severity}


@pytest.mark.parametrize(
    ("body", "css", "code", "words"),
    [
        (
            "<p style='display: none'>words that went</p><p>x</p>",
            "",
            "text-lost",
            "words that went",
        ),
        (f"<div style='position: absolute'>{note(1, 'Gone.')}</div>", "", "text-lost", "Gone."),
    ],
)
def test_what_has_no_page_is_told_by_its_words(body: str, css: str, code: str, words: str) -> None:
    """A glyph, a text or a note that is on no page is told by what it says or by its number."""
    problems = found(body, css, notes={1: "Gone."} if "fn-1" in body else {})
    told = [problem.message for problem in problems if problem.code.startswith(code)]
    assert any(words in message for message in told), [problem.code for problem in problems]


SOUND = {
    "lines that touch": "<p style='line-height: .9'>" + "Ágjpq qpjgÁ words " * 40 + "</p>",
    "calls above the line": f"<p>{' '.join(note(n, f'N{n}.') for n in range(1, 20))}</p>",
    "a hanging number": "<div class='body'><p class='n'>Words</p><p class='n'>More</p></div>",
    "columns": f"<div style='columns: 2'>{'<p>Words in columns of text. </p>' * 30}</div>",
    "a table": "<table><thead><tr><th>A<th>B<tbody>" + "<tr><td>a<td>b" * 120 + "</table>",
    "a rule that cuts nothing": CUT.format("Short."),
    "decoration across the page": "<p>x</p><p aria-hidden='true' style='position: absolute;"
    " top: 0; font-size: 60pt; margin: 0'>Draft</p>",
    "a link that leads somewhere": "<p id='a'>x</p><p><a href='#a'>there</a></p>",
    "a link to a later page": f"<p><a href='#a'>there</a></p>{NEXT}<p id='a'>x</p>",
    "a heading with its text": "<h3>Head</h3><p>Text</p>" * 45,
    "a page that is a part": f"{FIRST}{NEXT}<h2>A part</h2>{NEXT}{FIRST}",
    "a named page that is a part": "<style>h2 { page: part }</style><p>x</p><h2>A</h2><p>y</p>",
    "a list with lists": "<ol>" + "<li>Words<ol><li>a</li><li>b</li></ol></li>" * 40 + "</ol>",
    "a fine picture": "<p><img src='resource:a.png' alt='x' style='width: 15mm'></p>",
    "a drawing": "<svg width='60' height='60' role='img'><title>A</title>"
    "<text x='5' y='20'>one</text><text x='5' y='21'>over</text></svg>",
}


@pytest.mark.parametrize("page", SOUND)
def test_a_sound_page_is_not_told(page: str) -> None:
    """What only looks like a fault to a careless check is none."""
    notes = {n: f"N{n}." for n in range(1, 20)} if "fn-1" in SOUND[page] else {}
    assert found(SOUND[page], notes=notes, resources={"a.png": picture(100)}) == []


@pytest.mark.parametrize("seed", range(4))
def test_made_up_briefs_have_no_error(seed: int, faces: FontFolder) -> None:
    """Briefs of lists, tables, asides and notes, dense or not, have no text over or under text."""
    from weasyprint import CSS as SHEET
    from weasyprint import HTML

    engine = start(faces)
    html, _ = made_up(3, seed, 0.7)
    sheet = SHEET(string=CSS, font_config=engine.font_config)
    pages = HTML(string=html).render(font_config=engine.font_config, stylesheets=[sheet]).pages
    problems = list(check_pages(pages, Place("brief")))
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []
