"""One page that stands alone: in every language, on every screen, without scripts, accessible."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from bundled import LANGS, checked, making, material
from playwright.sync_api import Browser, Page

from report.commands.verifying import carried_of, check_attachments, check_pages, check_texts
from report.editions.product import Making
from report.editions.web import WebEdition
from report.evidence.rechecking import recheck_texts
from report.press.brief_reader import read_brief

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {"a desk": 1280, "a phone": 360}


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the page of the bundled dossier once; it opens in English and holds all languages."""
    made = making()
    several = Making(made.attachments, made.made_on, others=tuple(material(x) for x in LANGS))
    (file,) = WebEdition().make(material("en"), several).files
    path = tmp_path_factory.mktemp("web") / file.name
    path.write_bytes(file.data)
    return path


def _open(browser: Browser, path: Path, anchor: str = "", **options: Any) -> Page:
    page = browser.new_context(**options).new_page()
    page.goto(f"file://{path}{anchor}")
    return page


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("where", WIDTHS)
def test_axe_finds_no_fault(browser: Browser, page_file: Path, lang: str, where: str) -> None:
    """WCAG 2.2 AA, as far as a machine can say, in each language, wide and narrow."""
    size = {"width": WIDTHS[where], "height": 900}
    page = _open(browser, page_file, f"#{lang}", viewport=size)
    page.evaluate("document.querySelectorAll('details').forEach((d, i) => d.open = i % 3 == 0)")
    found = Axe().run(page, options={"runOnly": RULES}).response
    assert len(found["passes"]) > 30
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_axe_notices(browser: Browser, page_file: Path) -> None:
    """The checker is shown to work: pale words on the page are told."""
    page = _open(browser, page_file)
    page.evaluate("document.querySelector('h1').style.setProperty('color', '#ddd')")
    found = Axe().run(page, options={"runOnly": RULES}).response
    assert [v["id"] for v in found["violations"]] == ["color-contrast"]


def test_nothing_is_asked_of_the_network(browser: Browser, page_file: Path) -> None:
    """No request leaves the page, and its policy allows none."""
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.goto(f"file://{page_file}")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert faults == []
    policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert page.evaluate("document.fonts.size") > 0


def test_without_scripts_languages_and_notes_work(browser: Browser, page_file: Path) -> None:
    """The language is switched and a note opens where scripts are off."""
    page = _open(browser, page_file, java_script_enabled=False)
    assert page.locator("main:visible").count() == 1
    assert page.locator("main:visible").get_attribute("lang") == "en"
    page.get_by_role("link", name="Қазақша").click()
    assert page.locator("main:visible").get_attribute("lang") == "kk"
    page.get_by_role("link", name="Русский").click()
    assert page.locator("main:visible").get_attribute("lang") == "ru"
    note = page.locator("main:visible details").first
    assert not note.locator(".note-text").is_visible()
    note.locator("summary").click()
    assert note.locator(".note-text").is_visible()


# The signs behind notes that stand on another line than the note.
_ALONE = """
[...document.querySelectorAll("main:not([hidden]) details.note summary")].filter(note => {
  const walk = document.createTreeWalker(note.closest("main"), NodeFilter.SHOW_TEXT);
  walk.currentNode = note.closest("details").lastElementChild.lastChild || note;
  let text = walk.nextNode();
  while (text && note.closest("details").contains(text)) text = walk.nextNode();
  if (!text || !/^[.,;:!?)»”]/.test(text.data)) return false;
  const range = document.createRange();
  range.setStart(text, 0); range.setEnd(text, 1);
  const [sign, call] = [range.getBoundingClientRect(), note.getBoundingClientRect()];
  return sign.width > 0 && call.width > 0 && sign.left < call.left;
}).length
"""


@pytest.mark.parametrize("lang", LANGS)
def test_no_sign_begins_a_line_behind_a_note(browser: Browser, page_file: Path, lang: str) -> None:
    """A full stop or comma behind the call of a note stays on its line, at any width."""
    page = _open(browser, page_file, f"#{lang}")
    seen = 0
    for width in range(320, 1300, 140):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(_ALONE) == 0, width
        seen += page.locator("main:visible details.note").count()
    assert seen > 500
    as_boxes = "document.querySelectorAll('.note summary').forEach(s => s.style.display = 'BOX')"
    page.evaluate(as_boxes.replace("BOX", "inline-block"))
    page.evaluate("document.querySelectorAll('.fc').forEach(s => s.style.whiteSpace = 'normal')")
    page.set_viewport_size({"width": 360, "height": 900})
    if lang != "en":  # English has its signs before the note
        assert page.evaluate(_ALONE) > 0


@pytest.mark.parametrize("lang", LANGS)
def test_quotations_lead_to_their_passage(browser: Browser, page_file: Path, lang: str) -> None:
    """Words in quotation marks are links to an entry of the register in the same language."""
    page = _open(browser, page_file, f"#{lang}")
    links = page.locator("main:visible a.quote")
    assert links.count() > 25
    target = links.first.get_attribute("href") or ""
    assert target.startswith(f"#{lang}-evidence-E")
    links.first.click()
    assert page.locator(f"[id='{target[1:]}']").is_visible()
    broken = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href'))"
        ".filter(h => !document.getElementById(h.slice(1)))"
    )
    assert broken == []
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_charts_have_their_numbers_beside(page_file: Path) -> None:
    """Each chart has a text alternative and a table of the same numbers."""
    source = page_file.read_text("utf-8")
    figures = re.findall(r'<figure class="chart".*?</figure>', source, re.DOTALL)
    assert len(figures) >= 3
    for figure in figures:
        assert "<title>" in figure
        assert "<table" in figure


def test_the_page_prints(browser: Browser, page_file: Path) -> None:
    """On paper the shown language stands alone, its notes at the end."""
    page = _open(browser, page_file, "#ru")
    page.emulate_media(media="print")
    assert page.locator("main:visible").get_attribute("lang") == "ru"
    assert page.locator("main:visible .endnotes li").count() > 50
    assert page.locator("main:visible .endnotes").is_visible()
    assert not page.locator(".languages").is_visible()


def test_the_page_is_verified(page_file: Path) -> None:
    """What the page carries proves it, in all its languages; a changed letter is told."""
    data = page_file.read_bytes()
    one = carried_of(read_brief(data, page_file.name), page_file.name)
    assert {printed.lang for printed in one.printed} == set(LANGS)
    assert not [*check_pages(one), *check_attachments(one), *check_texts(one)]
    for printed in one.printed:
        _, found = recheck_texts(one.dossier, printed.texts, printed.lang, one.place)
        assert not found
    assert len(one.texts) > 600
    altered = data.replace(b"9,900", b"9,800")
    assert altered != data
    other = carried_of(read_brief(altered, page_file.name), page_file.name)
    assert [p.code for p in check_pages(other)] == ["page-changed"]
    assert [p for p in check_texts(other) if p.code == "text-not-printed"]


def test_words_round_a_quotation_are_shown_where_the_document_is_held() -> None:
    """By passage alone no more is shown than the passage; see test_surroundings for the rest."""
    assert not checked().register.in_full
    assert all(not place.before for place in material("en").located.values())
