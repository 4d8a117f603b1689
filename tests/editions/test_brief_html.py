"""The HTML of a brief: complete, literal, and in the shape that readers and the press rely on."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from bundled import material
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import TemplateNotFound, UndefinedError
from lxml import html as lxml_html
from markupsafe import Markup, escape
from sample_brief import bare_brief, sample_brief

from report.dossier.shipped import templates_path
from report.editions import context
from report.editions.compose import compose
from report.editions.context import Brief, Map, Paragraph, PullQuote
from report.editions.interface import load_interface
from report.editions.notes import note_call
from report.editions.prose_markup import noted_line
from report.editions.rendering import breakable, large_number, make_environment, render_brief

LANGUAGES = ("en", "ru", "kk")
HOSTILE = (
    "{{ 7*7 }}",
    "{% raw %}",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "&amp; & &lt;",
    "%(number)s %s %%",
    "שלום عالم",
    "]]></style><style>*{display:none}",
    "x" * 5000,
)
TEMPLATES = sorted(templates_path().glob("**/*.j2"))
# What only the maker of the file needs: it goes into the metadata of the PDF, not on a page.
FOR_METADATA = {"iso_date", "keywords"}
# What only the pictures need.
FOR_DRAWING = {"bound", "order", "magnitude", "lower", "conflict"}
FOR_DRAWING |= {"ticks", "month", "home", "longitude", "latitude", "territories", "distance"}
FOR_DRAWING |= {"alternative"}


def parse(html: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(html)


def words_of(html: str) -> str:
    """The text of a page as a reader of HTML sees it, attributes left out."""
    found: list[str] = []
    reader = HTMLParser(convert_charrefs=True)
    reader.handle_data = found.append  # type: ignore[method-assign]
    reader.feed(html)
    return "".join(found)


def test_a_link_that_is_a_number_says_what_it_leads_to() -> None:
    """Who hears “4” alone hears with it whether a finding, a paragraph or a document is meant."""
    leads = {"finding": "Finding", "recommendation": "Recommendation", "document": "Document"}
    html = parse(render_brief(compose(material("en")).brief))
    titled = html.xpath("//a[@title]")
    assert {a.get("href").partition("-")[0] for a in titled} >= {f"#{kind}" for kind in leads}
    for link in titled:
        kind = link.get("href")[1:].partition("-")[0]
        said, _, number = link.get("title").partition(" ")
        assert said == leads.get(kind, "Paragraph")
        assert number == link.text_content()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("draft", [False, True])
def test_every_variable_of_the_templates_is_in_the_context(lang: str, draft: bool) -> None:
    """A brief with everything in it renders in each language though unknown names are errors."""
    assert "</html>" in render_brief(sample_brief(lang, draft=draft))


def test_what_is_optional_may_be_absent() -> None:
    """A brief without its optional parts has none of their headings."""
    page = parse(render_brief(bare_brief()))
    assert page.xpath("//*[@id='findings']")
    for absent in ("timeline", "recommendations", "method"):
        assert not page.xpath(f"//*[@id='{absent}']")
        assert not page.xpath(f"//a[@href='#{absent}']")


def test_an_unknown_variable_is_an_error() -> None:
    """A name that the context does not have stops the build instead of printing nothing."""
    environment = make_environment(load_interface("en"))
    with pytest.raises(UndefinedError):
        environment.from_string("{{ brief.tittle }}").render(brief=sample_brief())


def test_every_field_of_the_context_is_printed() -> None:
    """Each field that composers fill stands in some template, or is for drawing or metadata."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    types = [kind for kind in vars(context).values() if is_dataclass(kind)]
    unused = {
        f"{kind.__name__}.{field.name}"
        for kind in types
        for field in fields(kind)
        if not re.search(rf"[.\"]{field.name}\b", source)
        and field.name not in FOR_METADATA | FOR_DRAWING
    }
    assert len(types) > 20
    assert unused == set()


def hostile_map(drawn: Map, text: str) -> Map:
    """The map with `text` wherever it holds words."""
    places = tuple(replace(place, name=text) for place in drawn.places)
    return replace(
        drawn,
        title=text,
        places=places,
        territories={"KZ": text},
        alternative=text,
        sources=text,
    )


def with_text(text: str) -> Brief:
    """The sample with `text` in places of every kind: plain, in attributes, in Markup, in SVG."""
    brief = sample_brief()
    section = brief.sections[0]
    chart = section.charts[0]
    points = tuple(
        replace(p, source=text, counts=text, note=text, as_of=text) for p in chart.points
    )
    finding = replace(
        section.findings[0],
        heading_html=escape(text),
        paragraphs=(Paragraph("2", "p2", noted_line(text, "en", 2, escape(text))),),
        when=text,
        established_by=text,
        pull_quotes=(PullQuote(text, "en", escape(text), text, "ru"),),
    )
    section = replace(
        section,
        heading=text,
        findings=(finding,),
        charts=(replace(chart, points=points, title=text, conflicts=(text,)),),
        map=hostile_map(section.map, text) if section.map else None,
    )
    document = brief.documents[0]
    evidence = replace(document.evidence[0], quote=text, source=text, note=text, verdict=text)
    return replace(
        brief,
        title=text,
        subtitle=text,
        short_title=text,
        organisation=replace(brief.organisation, name=text, note=text, logo=None),
        sections=(section,),
        documents=(replace(document, note=text, title=text, evidence=(evidence,)),),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_prints_literally(text: str) -> None:
    """Template syntax, HTML and formats in a dossier are words: they print, and do nothing."""
    html = render_brief(with_text(text))
    page = parse(html)
    assert not page.xpath("//script | //img | //style | //*[@onerror]")
    assert page.xpath("//title")[0].text == text
    assert page.xpath("//section[@class='sec']/@data-t")[0] == text
    assert words_of(html).count(text) >= (12 if len(text) < 100 else 8)


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_text_prints_literally(text: str) -> None:
    """Whatever the title and the heading of a section are, their very characters are printed."""
    brief = sample_brief()
    section = replace(brief.sections[0], heading=text)
    html = render_brief(replace(brief, subtitle=text, sections=(section,)))
    page = parse(html)
    assert page.xpath("//section[@class='sec']/@data-t")[0] == text
    assert text in words_of(html)


@pytest.mark.parametrize("name", ["../../pyproject.toml", "/etc/passwd", "parts/../../README.md"])
def test_templates_come_from_their_folder_alone(name: str) -> None:
    """No name leads the loader out of the folder of templates."""
    with pytest.raises(TemplateNotFound):
        make_environment(load_interface("en")).get_template(name)


@pytest.mark.parametrize("name", ["a.html.j2", "a.svg", "a.txt", "a"])
def test_every_template_is_escaped(tmp_path: Path, name: str) -> None:
    """Escaping does not depend on the name of a template."""
    (tmp_path / name).write_text("{{ word }}", encoding="utf-8")
    environment = make_environment(load_interface("en"), tmp_path)
    assert environment.get_template(name).render(word="<b>") == "&lt;b&gt;"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ids_are_unique_and_links_lead_somewhere(lang: str) -> None:
    """Every internal link has its one target."""
    page = parse(render_brief(sample_brief(lang)))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")}
    assert len(targets) > 12
    assert targets <= set(ids)


def test_headings_descend_step_by_step() -> None:
    """There is one h1, and no heading skips a level."""
    page = parse(render_brief(sample_brief(draft=True)))
    levels = [int(tag.tag[1]) for tag in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_bookmarks_are_plain() -> None:
    """Each heading below the title carries its own words for the outline, without markup."""
    page = parse(render_brief(sample_brief()))
    labels = [tag.get("data-t") for tag in page.xpath("//h2|//h3")]
    assert all(label and "<" not in label and label == label.strip() for label in labels)
    assert "Force was reported" in labels


def test_tables_say_what_their_heads_head() -> None:
    """Each th has a scope, and no th is empty (PDF/UA-1, 7.5)."""
    heads = parse(render_brief(sample_brief())).xpath("//th")
    assert len(heads) > 20
    assert all(head.get("scope") in ("row", "col") for head in heads)
    assert all(head.text_content().strip() for head in heads)


def test_pictures_have_words_or_are_decoration() -> None:
    """Each SVG has a title or is hidden from assistive technology."""
    page = parse(render_brief(sample_brief()))
    pictures = page.xpath("//*[local-name()='svg']")
    titled = [p for p in pictures if p.xpath("*[local-name()='title']")]
    assert len(titled) == 2  # a chart and the map
    assert all(p in titled or p.get("aria-hidden") == "true" for p in pictures)


def test_other_languages_are_marked() -> None:
    """The page, each summary and each quotation of the register name their language."""
    page = parse(render_brief(sample_brief("kk")))
    assert page.get("lang") == "kk"
    assert page.xpath("//section[contains(@class, 'summary')]/@lang") == ["en", "ru", "kk"]
    assert page.xpath("//*[@class='quoted']/@lang") == ["en", "en"]


def test_summaries_speak_their_own_language() -> None:
    """Heading and notice come from the summary; the notice stands where nobody reviewed it."""
    page = parse(render_brief(sample_brief()))
    russian = page.xpath("//*[@id='summary-ru']")[0].text_content()
    assert "Summary-ru" in russian
    assert "Notice-ru" in russian
    assert "Notice-en" not in page.xpath("//*[@id='summary-en']")[0].text_content()


def test_every_number_of_the_second_page_says_who_and_when() -> None:
    """A key figure is printed with what it counts, who said it, its date and whether verified."""
    cells = parse(render_brief(sample_brief())).xpath("//table[@class='numbers']//td")
    texts = [" ".join(cell.text_content().split()) for cell in cells]
    assert texts == [
        "dozens people killed national police, as of 6 January 2022 Not verified paras. 2, 3",
        "about 150 people killed officials, as of 11 January 2022 Not verified para. 2",
        "more than 160 people killed reports, as of 11 January 2022 Verified",
    ]


def test_a_draft_cannot_be_mistaken() -> None:
    """A draft is marked on its cover and across its pages, and ends in its problems."""
    page = parse(render_brief(sample_brief(draft=True)))
    assert page.xpath("//*[@class='cover-draft']")
    assert page.xpath("//*[@class='draft-mark']")
    assert page.xpath("//body/@data-draft")[0]
    assert "not-found" in page.xpath("//*[@id='faults']")[0].text_content()
    final = parse(render_brief(sample_brief()))
    assert not final.xpath("//*[contains(@class, 'draft')] | //*[@id='faults']")


def test_the_markup_of_a_note() -> None:
    """A note and its call have the ids by which the press proves them; plain words are escaped."""
    made = note_call(Markup("<i>word</i>."), 7, Markup("See <i>A</i>."))
    assert made == (
        '<span class="fc" id="fc-7"><i>word</i>.'
        '<span class="fn" id="fn-7">See <i>A</i>.</span></span>'
    )
    assert "&lt;b&gt;" in noted_line("a <b>", "en", 1, Markup("x"))


@given(st.text(min_size=1))
def test_breaking_places_change_no_character(text: str) -> None:
    """Places where a checksum may break are markup: its characters are what they were."""
    assert Markup(breakable(text)).replace("<wbr>", "").unescape() == text


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("more than\u00a0200", ("more than", "200", "", "")),
        ("10\u00a0000", ("", "10\u00a0000", "", "")),
        ("10\u00a0000-нан\u00a0астам", ("", "10\u00a0000", "-нан", "астам")),
        ("около\u00a010\u00a0000", ("около", "10\u00a0000", "", "")),
        ("20–36", ("", "20–36", "", "")),
        ("dozens", ("", "dozens", "", "")),
    ],
)
def test_a_large_number_has_its_bound_beside_it(value: str, parts: tuple[str, ...]) -> None:
    """The digits are set large and never parted; the words that bound them stand with them."""
    number = large_number(value)
    assert (number.before, number.digits, number.suffix, number.behind) == parts


@given(st.text("0123456789,.-\u00a0 астам", min_size=1))
def test_a_large_number_loses_nothing(value: str) -> None:
    """However a language bounds a number, all of it is printed."""
    number = large_number(value)
    printed = number.before + number.digits + number.suffix + number.behind
    assert "".join(printed.split()) == "".join(value.split())
