"""Saved pages as sites make them: the article is told from the page, its reference is read."""

from __future__ import annotations

from functools import partial

import pytest
from page_measure import FIELDS, measure, stated
from saved_pages import Page, saved_pages

from report.documents.confined import extract
from report.documents.html import parse_html
from report.documents.parsed import READ_BY
from report.documents.reference import reference_of
from report.model.problem import Problems

PAGES = saved_pages()
judged = partial(parse_html, judged=True)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_states_what_it_states(page: Page) -> None:
    """Title, author, day, address, site: as the page has them, and no field that it has not."""
    found = stated(reference_of(judged(page.data), ".html"))
    assert found == {name: page.stated.get(name, "") for name in FIELDS}


def test_nothing_of_an_article_is_lost_and_little_stays_beside_it() -> None:
    """Floors that only rise: all of an article is kept, and nearly all that is kept is its."""
    score = measure(PAGES, judged)
    assert score.lost == []
    assert score.precision >= 0.88, score.furniture
    assert (score.wrong, score.missing) == ([], [])


def test_what_the_libraries_add() -> None:
    """Without them more of a page stays beside its article, and by-lines and days are not found."""
    own, added = measure(PAGES, parse_html), measure(PAGES, judged)
    assert own.precision < 0.7 < added.precision
    assert added.right - own.right >= 5
    assert own.wrong == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_text_is_the_same_with_and_without_judging(page: Page) -> None:
    """What the libraries read moves no offset: the text and its paragraphs stay."""
    plain, whole = parse_html(page.data), judged(page.data)
    assert (plain.text.text, plain.text.paragraphs) == (whole.text.text, whole.text.paragraphs)
    assert plain.text.boilerplate <= whole.text.boilerplate


def test_each_field_says_where_it_was_read() -> None:
    """What a library read says so; what the page's data states names its place."""
    wordpress = reference_of(judged(PAGES[0].data), ".html")
    assert wordpress.basis["author"].endswith(READ_BY)
    assert wordpress.basis["issued"].endswith(READ_BY)
    newspaper = reference_of(judged(PAGES[1].data), ".html")
    assert newspaper.basis["issued"] == "JSON-LD"


def test_the_confined_process_reads_alike() -> None:
    """The process that reads hostile pages gives what the parser gives."""
    for page in PAGES[:2]:
        assert extract(page.data, "a.html", Problems(), "d", judged=True) == judged(page.data)


@pytest.mark.parametrize(
    "page",
    [
        b"<html><title>x</title><body><p>Nothing here.</p>",
        b"<title>" + b"x" * 200_000 + b"</title><p>Words of it.</p>",
        b"<p>Words</p>" + b"<meta property='article:author' content=';;;'>" * 500,
        b"<time datetime='99999-99-99' class='published'>then</time><p>Words of it.</p>",
        b"<p>" + b"<b>" * 150 + b"Words of it.</p>",
        "<p>\ud83d words \u202e of</p>".encode("utf-8", "surrogatepass"),
        b"http://127.0.0.1:9/page",
    ],
    ids=range(7),
)
def test_odd_pages_are_read_or_refused(page: bytes) -> None:
    """A library that fails on a page takes nothing from it; an address is no page to fetch."""
    problems = Problems()
    extract(page, "a.html", problems, "d", judged=True)
    assert {p.code for p in problems} <= {"document-encoding", "document-costly", "document-empty"}
