"""Handout and factsheet: their number of pages, a source for each figure, letters to be read."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from bundled import LANGS, longer, made, material, pages_of, pdf_of
from markupsafe import Markup

from report.editions.factsheet import compose_factsheet, theme_of
from report.editions.handout import compose_handout
from report.model.dossier import Sheet
from report.model.problem import Severity, Stop


@cache
def pages(edition: str, lang: str) -> tuple[str, ...]:
    """Return the words of each page, hyphens at line ends and spaces evened out."""
    with pypdfium2.PdfDocument(pdf_of(made(edition, material(lang)))) as pdf:
        return tuple(even(page.get_textpage().get_text_bounded()) for page in pdf)


def even(text: str) -> str:
    return re.sub(r"\s+", "", re.sub("[-\u00ad\ufffe\u0002]", "", text))


def words(html: Markup) -> str:
    """Return what is printed in the text, without the notes."""

    def outside(element: ElementTree.Element) -> str:
        inner = element.text or ""
        for child in element:
            inner += "" if child.get("class") == "fn" else outside(child)
            inner += child.tail or ""
        return inner

    return even(outside(ElementTree.fromstring(f"<p>{html}</p>")))


def sizes(pdf: bytes) -> Iterator[tuple[float, str]]:
    """Yield the size of each character in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            matrix = pdfium.FS_MATRIX()
            for index in range(text.count_chars()):
                character = chr(pdfium.FPDFText_GetUnicode(text, index))
                pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
                size = pdfium.FPDFText_GetFontSize(text, index)
                yield round(size * abs(matrix.d), 2), character


@pytest.mark.parametrize(("edition", "count"), [("handout", 2), ("factsheet", 1)])
@pytest.mark.parametrize("lang", LANGS)
def test_the_pages_are_counted(edition: str, count: int, lang: str) -> None:
    """A handout is one sheet, a factsheet one page, in every language."""
    assert len(pages(edition, lang)) == count


@pytest.mark.parametrize("lang", LANGS)
def test_every_figure_of_the_handout_has_its_source_on_the_page(lang: str) -> None:
    """Beside a figure stand who said it, as of when, that nobody verified it, and a note."""
    setting, handout = compose_handout(material(lang))
    front = pages("handout", lang)[0]
    assert len(handout.figures) == 4
    for figure in handout.figures:
        assert even(figure.point.value) in front
        assert figure.point.as_of
        assert even(figure.point.as_of) in words(figure.source_html)
        assert words(figure.source_html) in front
        number = int(re.search(r'id="fn-(\d+)"', figure.source_html)[1])  # type: ignore[index]
        assert even(setting.plain[number]) in front
    unverified = even(setting.wording.say("Not verified"))
    assert front.count(unverified) >= sum(not one.point.verified for one in handout.figures)


@pytest.mark.parametrize("lang", LANGS)
def test_every_quotation_of_the_handout_has_a_note_behind_it(lang: str) -> None:
    """Words in quotation marks stand before the call of a note in the same paragraph."""
    _, handout = compose_handout(material(lang))
    texts = [handout.lead_html, *handout.messages_html, *(ask.html for ask in handout.asks)]
    quoting = [text for text in texts if re.search("[“«]", words(text))]
    assert quoting
    for text in quoting:
        assert re.search('[”»].*class="fn"', text, re.DOTALL)


@pytest.mark.parametrize("lang", LANGS)
def test_no_letter_of_the_handout_is_below_nine_points(lang: str) -> None:
    """Only the raised numbers that call notes are smaller."""
    small = {c for size, c in sizes(pdf_of(made("handout", material(lang)))) if 0 < size < 8.99}
    assert small <= set("0123456789\r\n ")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("edition", "key"), [("handout", "key_messages/1"), ("factsheet", "sections/2/text/1")]
)
def test_what_does_not_fit_is_refused(edition: str, key: str, lang: str) -> None:
    """Nothing is made smaller to fit: the build stops and says what to shorten."""
    with pytest.raises(Stop) as stopped:
        made(edition, longer(material(lang), key, 16))
    assert [p.code for p in stopped.value.problems] == ["sheet-too-long"]
    assert edition in stopped.value.problems[0].hint
    assert stopped.value.exit_code == 3


def test_a_handout_says_what_it_lacks() -> None:
    """A nearly empty sheet is printed, but nobody finds that out at the session."""
    found = material("en")
    assert "handout-lacks" not in [p.code for p in made("handout", found).problems]
    bare = replace(found.dossier, key_messages=(), key_figures=(), handout=Sheet())
    told = made("handout", replace(found, dossier=bare)).problems
    (lacks,) = [p for p in told if p.code == "handout-lacks"]
    assert "key_messages, key_figures" in lacks.message
    assert "recommendations" not in lacks.message


def test_a_draft_is_printed_though_it_does_not_fit() -> None:
    """A draft shows what is too long; its pages say that it is one."""
    draft = made("handout", longer(material("en", draft=True), "summary/1", 10))
    assert pages_of(draft) == 3
    found = [p for p in draft.problems if p.code == "sheet-too-long"]
    assert [p.severity for p in found] == [Severity.WARNING]
    with pypdfium2.PdfDocument(pdf_of(draft)) as pdf:
        for page in pdf:
            assert "Draft: not checked" in page.get_textpage().get_text_bounded()


def test_asks_are_the_first_three_unless_named() -> None:
    """Without a choice of the dossier the handout has its first three recommendations."""
    found = material("en")
    plain = replace(found, dossier=replace(found.dossier, handout=Sheet()))
    assert [ask.number for ask in compose_handout(plain)[1].asks] == ["R1", "R2", "R3"]
    named = replace(found, dossier=replace(found.dossier, handout=Sheet(asks=("rec-zhanaozen",))))
    assert [ask.number for ask in compose_handout(named)[1].asks] == ["R10"]


def test_a_summary_that_quotes_does_not_lead() -> None:
    """A summary has no notes, so a quotation in it is not carried to the handout."""
    found = material("en")
    unit = found.texts.units["summary/1"]
    quoting = replace(unit, written=f"“{unit.written}”", source=f"“{unit.source}”")
    units = {**found.texts.units, "summary/1": quoting}
    lead = compose_handout(replace(found, texts=replace(found.texts, units=units)))[1].lead_html
    assert lead == found.texts.line("subtitle")


@pytest.mark.parametrize(
    ("sheet", "number"),
    [
        (Sheet(), 2),
        (Sheet(section=6), 6),
        (Sheet(findings=("foreign-troops", "internet-shutdown")), 5),
    ],
)
def test_the_theme_of_a_factsheet(sheet: Sheet, number: int) -> None:
    """It is the section named, or that of its findings, or the first with a chart."""
    found = material("en")
    chosen = replace(found, dossier=replace(found.dossier, factsheet=sheet))
    assert theme_of(chosen.dossier, chosen) == number
    factsheet = compose_factsheet(chosen)[1]
    assert factsheet.theme == chosen.texts.line(f"sections/{number}/heading")
    if sheet.findings:
        assert len(factsheet.claims) == len(sheet.findings)


def test_a_factsheet_without_a_chart_has_figures() -> None:
    """Where no chart shows the numbers, they stand in a row, each with its source."""
    found = material("ru")
    troops = replace(found, dossier=replace(found.dossier, factsheet=Sheet(section=5)))
    factsheet = compose_factsheet(troops)[1]
    assert factsheet.chart is None
    assert all('class="fn"' in figure.source_html for figure in factsheet.figures)
    assert factsheet.figures
    assert pages_of(made("factsheet", troops)) == 1
