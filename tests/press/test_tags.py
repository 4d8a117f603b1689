"""Tags: what a reader who does not see the page is told, and that validators agree."""

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pypdfium2
import pytest
from made_up import METADATA, job
from verapdf import findings

from report.press.job import Attachment, Conformance, PrintJob
from report.press.printing import print_pdf

FOUR = "one two three four"
EVERYTHING = f"""
<h1>A brief</h1>
<nav><ol><li><span class="no">1 </span><a href="#a">First part</a></li></ol></nav>
<section id="a"><h2>First part</h2>
<p class="n">Words <b>and</b> <i>more</i> words, a note<span class="fc" id="fc-1">.<span class="fn"
 id="fn-1">See <a href="https://example.org">the source</a>, {FOUR}.</span></span> And more.</p>
<p lang="kk">Қазақша мәтін, <span lang="ru">по-русски</span>.</p>
<blockquote>Quoted</blockquote>
<ul><li>plain</li><li><span class="no">b </span>labelled<ol><li>inner</li></ol></li></ul>
<table><caption>Numbers</caption><thead><tr><th></th><th scope="col">A</th></tr></thead>
<tbody><tr><th scope="row">r</th><td>1</td></tr><tr><td colspan="2"></td></tr></tbody></table>
<figure><figcaption>Picture</figcaption>
<svg width="20" height="10"><title>A bar</title><rect width="9" height="9"/></svg></figure>
<p aria-hidden="true">decoration</p><p>line<br>line <code>x</code></p></section>
"""


def everything() -> PrintJob:
    attachment = Attachment("evidence.json", b"[]", "The evidence", "application/json")
    notes = {1: f"See the source, {FOUR}."}
    metadata = replace(METADATA, languages=("en", "ru", "kk"), keywords=("a", "b"), subject="s")
    plain = job(EVERYTHING, notes=notes, attachments=(attachment,))
    return replace(plain, metadata=metadata)


def in_pdf_2() -> PrintJob:
    return replace(everything(), conformance=Conformance.A4F_UA2)


def tree(pdf: bytes) -> Any:
    """Return the structure tree as (role, children…); content is left out."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return branch(opened.Root.StructTreeRoot.K[0])


def branch(element: Any) -> Any:
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    inner = [branch(kid) for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    role = str(element.S)[1:]
    return (role, *inner) if inner else role


def elements(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    """Return the structure elements with `role`, in the order of the file."""
    return [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary)
        and item.get("/Type") == "/StructElem"
        and str(item.S) == f"/{role}"
    ]


def test_the_tree_is_that_of_the_page() -> None:
    """Each element is what it means, in the order of the page, and notes are at their calls."""
    assert tree(print_pdf(everything()).pdf) == (
        "Document",
        "H1",
        ("TOC", ("TOCI", "Lbl", ("Reference", "Link"))),
        (
            "Sect",
            "H2",
            ("P", ("Reference", "Lbl"), ("Note", "Lbl", "Link")),
            ("P", "Span"),
            ("BlockQuote", "P"),
            ("L", ("LI", "Lbl", "LBody"), ("LI", "Lbl", ("LBody", ("L", ("LI", "Lbl", "LBody"))))),
            (
                "Table",
                "Caption",
                ("THead", ("TR", "TD", "TH")),
                ("TBody", ("TR", "TH", "TD"), ("TR", "TD")),
            ),
            ("Div", "P", "Figure"),
            ("P", "Code"),
        ),
    )


def test_the_tree_in_pdf_2() -> None:
    """Notes, asides and stressed words have types of their own there; the rest is the same."""
    assert tree(print_pdf(in_pdf_2()).pdf) == (
        "Document",
        "H1",
        ("TOC", ("TOCI", "Lbl", ("Reference", "Link"))),
        (
            "Sect",
            "H2",
            ("P", "Strong", "Em", ("Reference", "Lbl"), ("FENote", "Lbl", "Link")),
            ("P", "Span"),
            ("BlockQuote", "P"),
            ("L", ("LI", "Lbl", "LBody"), ("LI", "Lbl", ("LBody", ("L", ("LI", "Lbl", "LBody"))))),
            (
                "Table",
                "Caption",
                ("THead", ("TR", "TD", "TH")),
                ("TBody", ("TR", "TH", "TD"), ("TR", "TD")),
            ),
            ("Div", "P", "Figure"),
            ("P", "Code"),
        ),
    )


def test_elements_of_pdf_2_name_each_other() -> None:
    """Each type is of a named set; notes and calls, contents and parts refer to each other."""
    with pikepdf.open(io.BytesIO(print_pdf(in_pdf_2()).pdf)) as opened:
        sets = [str(one.NS) for one in opened.Root.StructTreeRoot.Namespaces]
        assert sets == ["http://iso.org/pdf2/ssn", "http://iso.org/pdf/ssn"]
        old = ("TOC", "TOCI", "Reference", "BlockQuote", "Code")
        for role in (*old, "Document", "Sect", "P", "FENote", "Strong", "Link"):
            assert {str(e.NS.NS) for e in elements(opened, role)} == {sets[role in old]}
        (note,) = elements(opened, "FENote")
        (call,) = (one for one in elements(opened, "Reference") if "/Ref" in one)
        assert (note.Ref[0].objgen, call.Ref[0].objgen) == (call.objgen, note.objgen)
        assert (str(note.A.O), str(note.A.NoteType)) == ("/FENote", "/Footnote")
        (line,) = elements(opened, "TOCI")
        assert str(line.Ref[0].S) == "/Sect"
        assert opened.pdf_version == "2.0"
        assert not opened.docinfo


def test_places_in_pdf_2_are_elements() -> None:
    """Names, links and outline lead to an element, and older readers to the spot where it is."""
    with pikepdf.open(io.BytesIO(print_pdf(in_pdf_2()).pdf)) as opened:
        names = pikepdf.NameTree(opened.Root.Names.Dests)
        led = {str(name): str(one.SD[0].S) for name, one in names.items()}
        assert led == {"a": "/Sect", "fc-1": "/Reference", "fn-1": "/FENote"}
        assert all(one.SD[1:] == one.D[1:] for _, one in names.items())
        (action,) = (a.A for a in opened.pages[0].Annots if str(a.A.S) == "/GoTo")
        assert (str(action.D), str(action.SD[0].S)) == ("a", "/Sect")
        first = opened.Root.Outlines.First
        assert [str(one.SE.S) for one in (first, first.First)] == ["/H1", "/H2"]
        assert all(one.A.SD[0].objgen == one.SE.objgen for one in (first, first.First))
        assert all(one.A.D[0].Type == "/Page" for one in (first, first.First))


@pytest.mark.parametrize("attached", [True, False])
def test_what_pdf_2_claims(attached: bool) -> None:
    """PDF/A-4 has no level, and F where files are attached."""
    job_of_it = in_pdf_2() if attached else replace(in_pdf_2(), attachments=())
    with pikepdf.open(io.BytesIO(print_pdf(job_of_it).pdf)) as opened:
        packet = opened.Root.Metadata.read_bytes().decode()
    assert "<pdfaid:part>4</pdfaid:part>\n<pdfaid:rev>2020</pdfaid:rev>" in packet
    assert ("<pdfaid:conformance>F</pdfaid:conformance>" in packet) == attached
    assert "<pdfuaid:part>2</pdfuaid:part>\n<pdfuaid:rev>2024</pdfuaid:rev>" in packet
    assert "pdfaExtension" not in packet


def test_what_elements_carry() -> None:
    """Languages, scopes, spans, alternatives and places are with the elements that have them."""
    with pikepdf.open(io.BytesIO(print_pdf(everything()).pdf)) as opened:
        paragraphs = elements(opened, "P")
        assert [str(p.Lang) for p in paragraphs if "/Lang" in p] == ["kk"]
        assert [str(s.Lang) for s in elements(opened, "Span")] == ["ru"]
        assert [str(h.A.Scope) for h in elements(opened, "TH")] == ["/Column", "/Row"]
        assert [int(d.A.ColSpan) for d in elements(opened, "TD") if "/A" in d] == [2]
        (note,) = elements(opened, "Note")
        assert str(note.ID) == "fn-1"
        (figure,) = elements(opened, "Figure")
        assert str(figure.Alt) == "A bar"
        left, bottom, right, top = (float(number) for number in figure.A.BBox)
        assert (right - left, top - bottom) == (pytest.approx(15), pytest.approx(7.5))
        assert 0 < bottom < top < 842
        numbering = [str(one.A.ListNumbering) for one in elements(opened, "L")]
        assert numbering == ["/Disc", "/Decimal"]
        links = elements(opened, "Link")
        told = [str(link.K[0].Obj.Contents) for link in links if "/Obj" in link.K[0]]
        assert told == ["First part", "the source"]
        assert opened.Root.MarkInfo.Marked
        assert opened.Root.ViewerPreferences.DisplayDocTitle


@pytest.mark.parametrize(
    ("items", "style", "in_1_7", "in_2"),
    [
        ("<ol><li>a<li>b</ol>", "list-style: none", "None", "None"),
        ("<ul><li>a</ul>", "list-style: disc", "Disc", "Disc"),
        ("<ol><li>a</ol>", "list-style: decimal", "Decimal", "Decimal"),
        ("<ol><li><span class=no>1 </span>a</ol>", "list-style: none", "Decimal", "Decimal"),
        ("<ol><li><span class=no>R1 </span>a</ol>", "list-style: none", "None", "Ordered"),
        ("<ol><li><span class=when>6 May </span>a</ol>", "list-style: none", "None", "Description"),
    ],
)
def test_how_lists_are_numbered(items: str, style: str, in_1_7: str, in_2: str) -> None:
    """A list is announced with the numbers that it shows; a date or code before an item is none."""
    made = job(items, f"ol, ul {{ {style} }}")
    for print_job, expected in (
        (made, in_1_7),
        (replace(made, conformance=Conformance.A4F_UA2), in_2),
    ):
        with pikepdf.open(io.BytesIO(print_pdf(print_job).pdf)) as opened:
            (found,) = elements(opened, "L")
            assert str(found.A.ListNumbering) == f"/{expected}"
            assert len(elements(opened, "Lbl")) == (
                0 if "none" in style and "class" not in items else items.count("<li>")
            )


def test_a_table_of_layout_is_none() -> None:
    """What is only set side by side is no table to those who do not see it."""
    body = "<table role=presentation><tr><td>one<td>two</table><table><tr><td>x</table>"
    assert tree(print_pdf(job(body)).pdf) == (
        "Document",
        ("Div", "P", "P"),
        ("Table", ("TBody", ("TR", "TD"))),
    )


def test_a_link_tells_what_its_title_says() -> None:
    """A number that leads somewhere is announced by its title."""
    body = "<p id='p3'><a href='#p3' title='Paragraph 3'>3</a> <a href='#p3'>words</a></p>"
    with pikepdf.open(io.BytesIO(print_pdf(job(body)).pdf)) as opened:
        told = [str(one.Contents) for one in opened.pages[0].Annots]
    assert told == ["Paragraph 3", "words"]


def test_every_piece_of_content_knows_its_element() -> None:
    """The parent tree names an element for each number on each page and for each link."""
    body = "<p><a href='#x'>to</a></p>" + "<p>words of a paragraph</p>" * 60 + "<p id='x'>x</p>"
    with pikepdf.open(io.BytesIO(print_pdf(job(body)).pdf)) as opened:
        numbers = opened.Root.StructTreeRoot.ParentTree.Nums
        holders = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        for sheet in opened.pages:
            used = {
                int(operands[1].MCID)
                for operands, operator in pikepdf.parse_content_stream(sheet)
                if str(operator) == "BDC" and "/MCID" in operands[1]
            }
            assert used == set(range(len(holders[int(sheet.StructParents)])))
        annotation = opened.pages[0].Annots[0]
        assert holders[int(annotation.StructParent)].S == "/Link"


def test_nothing_is_painted_outside_content_and_artifacts() -> None:
    """Running heads, rules and backgrounds are artifacts; all else is content."""
    css = "p { border-top: 1pt solid; background: #eee } @page { @top-left { content: 'Head' } }"
    with pikepdf.open(io.BytesIO(print_pdf(job("<p>words</p>", css)).pdf)) as opened:
        depth, kinds = 0, []
        for operands, operator in pikepdf.parse_content_stream(opened.pages[0]):
            name = str(operator)
            if name in ("BDC", "BMC"):
                depth += 1
                kinds.append((str(operands[0]), dict(operands[1]) if name == "BDC" else {}))
            elif name == "EMC":
                depth -= 1
            elif name in ("Tj", "TJ", "f", "S", "B", "Do"):
                assert depth == 1, name
    pagination = [props.get("/Subtype") for kind, props in kinds if props.get("/Type")]
    assert sorted(map(str, pagination)) == ["/Footer", "/Header"]


def test_an_element_on_two_pages_is_one() -> None:
    """A paragraph and a table that go on overleaf are one element each; repeated heads are none."""
    rows = "".join(f"<tr><td>{FOUR} {n}</td></tr>" for n in range(60))
    table = f"<table><thead><tr><th>Head</th></tr></thead><tbody>{rows}</tbody></table>"
    printed = print_pdf(job(f"<p>{'Many words. ' * 900}</p>{table}"))
    assert printed.pages > 3
    with pikepdf.open(io.BytesIO(printed.pdf)) as opened:
        assert len(elements(opened, "P")) == 1
        assert len(elements(opened, "Table")) == 1
        assert len(elements(opened, "TH")) == 1
        assert len(elements(opened, "TR")) == 61
        (paragraph,) = elements(opened, "P")
        pages = {kid.Pg.objgen for kid in paragraph.K if isinstance(kid, pikepdf.Dictionary)}
        assert pages


def test_a_link_is_one_annotation_a_line() -> None:
    """A line of the contents, with its dots and page number, is one link and not three."""
    body = "<nav class=toc><ol><li><a href='#x'>A <b>bold</b> title</a></ol></nav><p id='x'>x</p>"
    with pikepdf.open(io.BytesIO(print_pdf(job(body)).pdf)) as opened:
        assert len(opened.pages[0].Annots) == 1
    long = f"<p style='width: 60mm'><a href='#x'>{'words of a link ' * 6}</a></p><p id='x'>x</p>"
    with pikepdf.open(io.BytesIO(print_pdf(job(long)).pdf)) as opened:
        assert len(opened.pages[0].Annots) == 3


@pytest.mark.parametrize(
    "html",
    [
        "Some words that run over a few lines of a column",
        "abc <b>bold</b> <i>ital</i> and <b>more</b> words <b>behind</b> them all",
        "first<br>second <b>third</b><br>fourth",
        "a <b>bold</b> end of<b>x</b> lines, and/or of words",
    ],
)
@pytest.mark.parametrize("width_mm", [18, 25, 40])
def test_words_do_not_run_together_at_line_ends(html: str, width_mm: int) -> None:
    """Between the last word of a line and the first of the next a space is painted."""
    pdf = print_pdf(job(f"<p style='width: {width_mm}mm; hyphens: manual'>{html}</p>")).pdf
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    plain = re.sub(r"<[^>]+>", "", html.replace("<br>", " "))
    assert plain in text.replace("\r\n", "")


def test_a_word_divided_at_a_line_end_stays_one() -> None:
    """No space comes into a word that is hyphenated, nor into a sum broken at a mark of ours."""
    body = (
        "<p style='width: 24mm; hyphens: auto'>incomprehensibilities misunderstanding</p>"
        "<p style='width: 20mm'>0123456789\u200babcdef0123\u200b456789</p>"
    )
    text = pypdfium2.PdfDocument(print_pdf(job(body)).pdf)[0].get_textpage().get_text_range()
    joined = text.replace("\ufffe\r\n", "").replace("\ufffe", "").replace("\r\n", "")
    assert "incomprehensibilities" in joined
    assert "0123456789abcdef0123456789" in joined


@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_page_validation_finds_no_fault(profile: str) -> None:
    """A page with every kind of element conforms to PDF/A-3a and to PDF/UA-1."""
    assert failures(print_pdf(everything()).pdf, profile) == []


def test_the_validator_notices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the flag that lets links be printed the same validator complains."""
    from report.press import metadata

    monkeypatch.setattr(metadata, "_PRINTED", 0)
    assert failures(print_pdf(everything()).pdf, "3a")


def failures(pdf: bytes, profile: str) -> list[str]:
    report = page_validation.validate_pdf_bytes(pdf, profile=profile)
    return [str(failure) for failure in report.failures]


def test_verapdf_finds_no_fault(tmp_path: Path) -> None:
    """The reference validator agrees, on every rule of both pairs of standards."""
    file, in_2 = tmp_path / "brief.pdf", tmp_path / "brief-2.pdf"
    file.write_bytes(print_pdf(everything()).pdf)
    in_2.write_bytes(print_pdf(in_pdf_2()).pdf)
    assert findings([file], ("3a", "ua1")) == []
    assert findings([in_2], ("4f", "ua2", "wt1a")) == []


def test_verapdf_notices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without what PDF/UA-2 asks for, the same validator complains."""
    from report.press import tags

    monkeypatch.setattr(tags, "complete", lambda *_: None)
    (tmp_path / "brief.pdf").write_bytes(print_pdf(in_pdf_2()).pdf)
    rules = {one.split()[2] for one in findings([tmp_path / "brief.pdf"], ("ua2",))}
    assert {"8.2.5.2-2", "8.2.5.8-1", "8.8-1"} <= rules
