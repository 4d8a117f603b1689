"""Saved pages, PDF and Word documents → text with stable offsets, furniture marked."""

from __future__ import annotations

import codecs
import quopri

import pytest
from made_documents import paragraph, word_document

from report.documents.confined import extract
from report.documents.docx import parse_docx
from report.documents.html import parse_html
from report.documents.parsed import Parsed
from report.documents.pdf import parse_pdf
from report.documents.text import encoding_of, extract_txt
from report.evidence.source import Source
from report.evidence.verify import verify
from report.model.problem import Problems


def paragraphs(parsed: Parsed) -> list[str]:
    text = parsed.text
    return [text.words_of(number) for number in range(1, len(text.paragraphs) + 1)]


def told(parsed: Parsed) -> list[str]:
    """The paragraphs that are no furniture."""
    return [w for n, w in enumerate(paragraphs(parsed), 1) if n not in parsed.text.boilerplate]


def test_a_page_keeps_all_that_it_shows_in_order(page: bytes) -> None:
    """Nothing that a reader sees is lost; scripts, styles and drafts in forms are no text."""
    assert paragraphs(parse_html(page)) == [
        "Home page",
        "World",
        "March in Olmar",
        "Marchers in Olmar.",
        "Police detained more than 40 people¹ in\xa0Olmar, “a great many”.",
        "First line\nsecond line. The area is 10² metres.",
        "Detained\t40",
        "as typed",
        "Nobody sees this.",
        "They were released on Monday.",
        "Leave a Reply",
        "Your email address will not be published.",
        "The Gazette, Olmar",
    ]


def test_furniture_of_a_page_is_marked(page: bytes) -> None:
    """Navigation, captions, hidden words, the comment form and the foot are not the article."""
    assert told(parse_html(page)) == [
        "March in Olmar",
        "Police detained more than 40 people¹ in\xa0Olmar, “a great many”.",
        "First line\nsecond line. The area is 10² metres.",
        "Detained\t40",
        "as typed",
        "They were released on Monday.",
    ]


def test_markup_that_calls_everything_furniture_is_not_believed() -> None:
    """A page whose whole article lies in a sidebar by name still has text."""
    page = f"<div class=sidebar><p>{'The police detained forty people. ' * 9}</p></div>"
    assert len(told(parse_html(page.encode()))) == 1


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
    ],
)
def test_a_page_is_read_in_its_encoding(head: str, encoding: str) -> None:
    """The same Russian words come out of every encoding that a page declares or marks."""
    page = f"<html><head>{head}</head><body><p>Полиция задержала 40 человек.</p></body></html>"
    data = page.encode(encoding)
    assert encoding != "utf-16" or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    assert paragraphs(parse_html(data)) == ["Полиция задержала 40 человек."]


def test_a_pdf_has_paragraphs(pdf: bytes) -> None:
    """Lines make paragraphs; one that runs over pages stays whole; page numbers stand apart."""
    parsed = parse_pdf(pdf)
    texts = told(parsed)
    assert texts[0] == "On the march"
    assert texts[1].startswith("Representatives of")
    assert texts[1].endswith("tained.")
    assert 3 <= len(texts) < 6  # a page may end with a sentence
    assert sum(words.count("120") for words in texts) == 30
    numbers = [w for n, w in enumerate(paragraphs(parsed), 1) if n in parsed.text.boilerplate]
    assert numbers == [f"Page {n}" for n in range(1, len(numbers) + 1)]
    assert len(numbers) > 2


def test_a_number_on_a_line_of_its_own_is_text() -> None:
    """A number inside a page is no page number: a table keeps its numbers in their order."""
    import weasyprint

    rows = "".join(f"<p>Town {n}</p><p>{n}00</p>" for n in range(1, 6))
    parsed = parse_pdf(weasyprint.HTML(string=f"<h1>Held</h1><p>By town:</p>{rows}").write_pdf())
    expected = " ".join(f"Town {n} {n}00" for n in range(1, 6))
    assert " ".join(parsed.text.text.split()) == f"Held By town: {expected}"
    assert not parsed.text.boilerplate


def test_a_short_page_keeps_its_headings_apart() -> None:
    """Where more gaps lie between paragraphs than between lines, no heading joins a paragraph."""
    import weasyprint

    long = "The group received 64 complaints of ill-treatment between January and February. " * 3
    first = f"<h2>Complaints</h2><p>{long}</p><p>Nobody was charged.</p>"
    source = f"{first}<h2>Calls</h2><p>Open an inquiry.</p><p>Publish what it finds.</p>"
    text = parse_pdf(weasyprint.HTML(string=source).write_pdf()).text
    found = [" ".join(text.text[start:end].split()) for start, end in text.paragraphs]
    assert found == [
        "Complaints",
        long.strip(),
        "Nobody was charged.",
        "Calls",
        "Open an inquiry.",
        "Publish what it finds.",
    ]


def test_a_quotation_is_found_over_broken_lines_and_pages(pdf: bytes) -> None:
    """Hyphens at line ends and the end of a page do not hide a quotation; a digit does."""
    text = parse_pdf(pdf).text
    source = Source("d", text.text, paragraphs=text.paragraphs)
    whole = "Officials said that 120 people were held unconditionally."
    twice = f"{whole} {whole} {whole} {whole} {whole} {whole} {whole} {whole} {whole} {whole}"
    words = "Representatives of nongovernmental organisations were detained."
    for quotation in (words, whole, twice):
        assert verify(quotation, source).accepted, quotation
    assert not verify(whole.replace("120", "121"), source).accepted


def test_a_word_document_reads_as_its_final_version() -> None:
    """Insertions count, deletions and field codes do not; raised digits stay raised."""
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    body = paragraph("On the march", "Title") + (
        "<w:p>"
        + run.format("Police held ")
        + f"<w:ins w:id='1' w:author='x'>{run.format('more than ')}</w:ins>"
        + "<w:del w:id='2' w:author='x'><w:r><w:delText>exactly </w:delText></w:r></w:del>"
        + run.format("40")
        + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
        + "<w:r><w:tab/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        + run.format("people.")
        + "</w:p>"
        + f"<w:tbl><w:tr><w:tc>{paragraph('Detained')}</w:tc><w:tc>{paragraph('40')}</w:tc></w:tr>"
        + f"</w:tbl>{paragraph('They were released.')}"
    )
    parsed = parse_docx(word_document(body))
    expected = ["On the march", "Police held more than 40²\tpeople.", "Detained", "40"]
    assert paragraphs(parsed) == [*expected, "They were released."]
    assert [(s.field, s.value) for s in parsed.said] == [("title", "On the march")]


def test_notes_of_a_word_document_stand_at_its_end() -> None:
    """A footnote made by Word is part of the text."""
    import io

    import docx

    document = docx.Document()
    document.add_paragraph("Forty people were held.")
    document.add_table(1, 1).cell(0, 0).text = "A cell."
    written = io.BytesIO()
    document.save(written)
    assert paragraphs(parse_docx(written.getvalue())) == ["Forty people were held.", "A cell."]


def test_the_same_bytes_give_the_same_text(page: bytes, pdf: bytes) -> None:
    """What the confined process answers is what the parser reads, each time."""
    word = word_document(paragraph("Полиция задержала 40 человек."))
    for data, name, parse in (
        (page, "a.html", parse_html),
        (pdf, "a.pdf", parse_pdf),
        (word, "a.docx", parse_docx),
    ):
        problems = Problems()
        assert extract(data, name, problems, "d") == parse(data)
        assert not problems.found


RUSSIAN = (
    "Полиция Ольмара в среду задержала более сорока участников марша за чистую воду.\n\n"
    "«Нас держали под дождём», — сказала учительница. Мэрия не ответила.\n"
)
WESTERN = "Forty held in Olmar\n\nThe mayor’s office said “nothing” — the café owner did.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "windows-1251"),
        (RUSSIAN.translate({ord("«"): '"', ord("»"): '"', ord("—"): "-"}), "koi8-r"),
        (WESTERN, "windows-1252"),
        (RUSSIAN, "utf-16"),
    ],
)
def test_old_encodings_are_read_where_they_are_plain(text: str, encoding: str) -> None:
    """Text files and pages without a declared encoding: Russian, western, UTF-16 with its mark."""
    data = text.encode(encoding)
    assert encoding_of(data) == encoding
    found = extract_txt(data, "a.txt", Problems(), "d")
    assert found is not None
    assert found.text == text
    page = f"<p>{text}</p>".encode(encoding)
    assert " ".join(text.split()) in " ".join(parse_html(page).text.text.split())


@pytest.mark.parametrize(
    "data",
    [
        RUSSIAN.encode("cp866", "replace"),
        RUSSIAN.replace("—", "-").encode("iso8859-5", "replace"),
        "Ұсталғандар қалада көп болды, деп хабарлады әкімдік.".encode("ptcp154"),
        "長い文章です。これは日本語で書かれています。".encode("shift-jis"),
        bytes(range(128, 256)) * 4,
        b"Words \x81\x8d and more words of it.",
        RUSSIAN.upper().encode("cp1251"),
    ],
    ids=range(7),
)
def test_what_is_not_plain_is_not_guessed(data: bytes) -> None:
    """document-encoding: other encodings are refused, never read as something near."""
    problems = Problems()
    assert extract_txt(data, "a.txt", problems, "d") is None
    assert {p.code for p in problems} <= {"document-encoding", "document-binary"}


def test_a_page_saved_as_one_file() -> None:
    """MHTML as browsers save it: the page in it is read, with the encoding that its part names."""
    head = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/a\r\n"
    head += "Subject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\n"
    head += 'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="b"\r\n\r\n\r\n'
    part = 'Content-Type: text/html; charset="windows-1251"\r\n'
    part += "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    words = quopri.encodestring("<p>Полиция задержала сорок человек.</p>".encode("cp1251"))
    data = f"{head}--b\r\n{part}".encode() + words + b"\r\n--b--\r\n"
    assert paragraphs(parse_html(data)) == ["Полиция задержала сорок человек."]
    assert extract(data, "a.mhtml", Problems(), "d") == parse_html(data)


def test_hidden_words_of_a_word_document_are_none() -> None:
    """What Word hides (w:vanish) no reader sees: it can be quoted by nobody."""
    shown = "<w:r><w:t>Police held 40 people.</w:t></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Not true. </w:t></w:r>"
    off = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> All were freed.</w:t></w:r>'
    document = word_document(f"<w:p>{hidden}{shown}{off}</w:p>")
    assert paragraphs(parse_docx(document)) == ["Police held 40 people. All were freed."]
