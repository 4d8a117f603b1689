"""A Word file: true footnotes, languages and numbers, nobody's name, the same bytes each time."""

from __future__ import annotations

import datetime
import io
import re
import subprocess
import zipfile
from dataclasses import replace

import docx
import pypandoc
import pytest
from markupsafe import Markup, escape

from report.model.problem import Stop
from report.press.word.job import Block, Letters, Style, WordJob
from report.press.word.marked_text import notes_of, pieces, text_of
from report.press.word.printing import print_word

NOTE = Markup(
    '<span class="fc" id="fc-1">said.<span class="fn" id="fn-1"><i>The Gazette</i>, '
    '<span lang="ru">Закон</span>, <a href="https://example.org/a?b=1&amp;c=2">here</a>.'
    "</span></span>"
)
BLOCKS = (
    Block(Style.SUBMITTERS, Markup("Submitted by: River Friends")),
    Block(Style.TITLE, Markup("The march")),
    Block(Style.HEADING_1, Markup("Findings")),
    Block(
        Style.NUMBERED,
        Markup("More than 10\u00a0000 people, <em>it</em> <strong>is</strong> ") + NOTE,
    ),
    Block(Style.HEADING_2, Markup("Held")),
    Block(Style.NUMBERED, Markup("They were held.")),
)
JOB = WordJob("march.docx", "kk", "The march", BLOCKS, datetime.date(2021, 6, 1))


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_the_same_job_gives_the_same_bytes() -> None:
    """Nothing of the time, the machine or the order of a table goes into the file."""
    assert print_word(JOB) == print_word(JOB)


def test_nobody_is_named_in_the_file() -> None:
    """Author, last author and company are empty, the times are those of the text."""
    data = print_word(JOB)
    core = docx.Document(io.BytesIO(data)).core_properties
    assert (core.author, core.last_modified_by, core.title) == ("", "", "The march")
    assert core.created == core.modified == datetime.datetime(2021, 6, 1, tzinfo=datetime.UTC)
    assert "<Company/>" in part(data, "docProps/app.xml")
    assert "removePersonalInformation" in part(data, "word/settings.xml")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        whole = b"".join(archive.read(info) for info in archive.infolist())
    assert not re.search(rb"rsid|pandoc|Microsoft Word|comments", whole, re.IGNORECASE)


def test_notes_are_footnotes_of_word() -> None:
    """A note is called in the text and stands in the part of footnotes, its link with it."""
    data = print_word(JOB)
    text, notes = part(data, "word/document.xml"), part(data, "word/footnotes.xml")
    assert text.count("footnoteReference w:id") == 1
    assert "The Gazette" in notes
    assert "The Gazette" not in text
    assert "https://example.org/a?b=1&amp;c=2" in part(data, "word/_rels/footnotes.xml.rels")


def test_every_passage_has_its_language() -> None:
    """The text is in the language of the job; a passage in another is marked."""
    data = print_word(JOB)
    assert 'w:lang w:val="kk-KZ"' in part(data, "word/styles.xml")
    notes = part(data, "word/footnotes.xml")
    assert re.search(r'<w:lang w:val="ru-RU"/>\s*</w:rPr>\s*<w:t[^>]*>Закон', notes)


def test_paragraphs_are_numbered_by_word() -> None:
    """Numbers are Word's own: what is moved in Word is numbered anew."""
    data = print_word(JOB)
    document = docx.Document(io.BytesIO(data))
    styles = [p.style.name if p.style else "" for p in document.paragraphs]
    assert styles.count("Numbered Paragraph") == 2
    assert {"Title", "Heading 1", "Heading 2"} <= set(styles)
    assert 'w:pStyle w:val="NumberedParagraph"' in part(data, "word/numbering.xml")
    assert "PAGE" in part(data, "word/footer1.xml")
    without = print_word(replace(JOB, page_numbers=False))
    assert "PAGE" not in part(without, "word/footer1.xml")


def test_a_body_may_want_no_emphasis() -> None:
    """Then nothing in text, notes or styles is bold, italic or underlined, or of another size."""
    letters = Letters("Times New Roman", 10, 10, emphasis=False)
    data = print_word(replace(JOB, letters=letters))
    for name in ("word/document.xml", "word/footnotes.xml", "word/styles.xml"):
        assert not re.search(r"<w:(b|bCs|i|iCs|u)\b[ />]", part(data, name)), name
    sizes = set(re.findall(r'<w:sz w:val="(\d+)"/>', part(data, "word/styles.xml")))
    assert sizes == {"20"}
    assert 'w:ascii="Times New Roman"' in part(data, "word/styles.xml")


def test_words_stay_words() -> None:
    """What looks like markup, a field or a formula is printed as it stands."""
    hostile = "<b>x</b> {=openxml} `y`{=html} $z$ [a](http://b) \\w & \u2028 _q_"
    data = print_word(replace(JOB, blocks=(Block(Style.BODY, escape(hostile)),)))
    said = docx.Document(io.BytesIO(data)).paragraphs[0].text
    assert said.split() == hostile.split()
    assert "hyperlink" not in part(data, "word/document.xml")


@pytest.mark.parametrize("html", ["<table></table>", "<script>x</script>", "<b>x</i>"])
def test_only_our_own_elements_are_read(html: str) -> None:
    """An element that is not ours is an error of the program, never dropped in silence."""
    with pytest.raises(ValueError, match=r"<\w+>"):
        pieces(Markup(html))


def test_text_and_notes_are_told_apart() -> None:
    """The words of a paragraph are counted without its notes, and these by themselves."""
    found = pieces(BLOCKS[3].html)
    assert text_of(found) == "More than 10\u00a0000 people, it is said."
    assert list(notes_of(found)) == ["The Gazette, Закон, here."]


def test_a_failing_pandoc_is_told_without_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pandoc is not there or fails, the file is named, and no word of the text."""
    monkeypatch.setattr(pypandoc, "get_pandoc_path", lambda: "/bin/false")
    with pytest.raises(Stop) as stopped:
        print_word(JOB)
    (found,) = stopped.value.problems
    assert (found.code, stopped.value.exit_code) == ("word-failed", 3)
    assert "march" not in found.message
    assert subprocess.CalledProcessError.__name__ in found.message
