"""What a document states of itself, and nothing else."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from report.documents.boilerplate import boilerplate_of
from report.documents.datelines import author_in, issued_in
from report.documents.html import parse_html
from report.documents.naming import id_for, slug
from report.documents.parsed import Parsed
from report.documents.reference import Reference, reference_of
from report.documents.text import extract_txt, paragraphs_of
from report.documents.tongue import language_of
from report.dossier.folder import DiskFolder
from report.dossier.reader import read_documents
from report.model.document import Document, Name
from report.model.problem import Problems

ROOT = Path(__file__).resolve().parent.parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"
BUNDLED = ROOT / "seeds" / "kazakhstan-january-2022"
DAY = datetime.date(2022, 1, 6)
LONG = " The march went on through the town until the evening, and nobody was hurt." * 3


def of_text(text: str) -> Reference:
    extracted = extract_txt(text.encode(), "a.txt", Problems(), "d")
    assert extracted is not None
    return reference_of(Parsed(extracted), ".txt")


def test_a_page_states_its_reference(page: bytes) -> None:
    """Fields come from the page's data, each with its basis; the day is the publisher's own."""
    stated = reference_of(parse_html(page), ".html")
    assert stated.title == "March in Olmar"
    assert stated.author == (Name("Berg", "Anna"), Name(literal="Ola Nordmann Vik"))
    assert (stated.publisher, stated.container_title) == ("Gazette Press", "Olmar Gazette")
    assert str(stated.issued) == "2021-03-04"
    assert stated.url == "https://gazette.example/march"
    assert (stated.type, stated.language) == ("article-newspaper", "en")
    assert stated.basis["issued"] == stated.basis["author"] == "JSON-LD"
    assert stated.basis["container-title"] == "meta og:site_name"


@pytest.mark.parametrize(
    "head",
    [
        "<script type='application/ld+json'>{broken</script>",
        "<script type='application/ld+json'>" + "[" * 9_000 + "</script>",
        "<script type='application/ld+json'>[1, null, {\"@type\": 5}]</script>",
        "<meta property='og:url' content='javascript:alert(1)'>",
        "<meta property='article:published_time' content='yesterday'>",
        "<meta property='article:published_time' content='2021-02-31'>",
        "<meta name='author' content=''>",
        "<meta name='author' content='\u202e'>",
        "<meta property='og:url' content='http://[x'>",
        "<meta property='og:url' content='http://:80/'>",
        "<meta name='article:author' content='https://social.example/anna'>",
    ],
)
def test_broken_statements_state_nothing(head: str) -> None:
    """What cannot be read is unknown, not a traceback and not a guess."""
    page = f"<html><head>{head}</head><body><p>Forty people were held.{LONG}</p></body></html>"
    stated = reference_of(parse_html(page.encode()), ".html")
    assert (stated.author, stated.issued, stated.url) == ((), None, "")


@pytest.mark.parametrize(
    "head",
    [
        ["Patrick Goodenough | January 6, 2022 | 11:21pm EST"],
        ["By Anna Berg, 6 January 2022"],
        ["Published: Jan. 6, 2022, updated 8 January 2022"],
        ["Published 6 January 2022", "Updated 9 January 2022"],
        ["ALMATY, January 6, 2022 (Agency) – Police held forty people." + LONG],
        ["АЛМАТЫ, 6 января 2022 г. — Полиция задержала сорок человек." + LONG],
        ["6 января 2022, 14:20"],
        ["6 января 2022 г."],
        ["2022 жылғы 6 қаңтар"],
        ["2022-01-06"],
    ],
)
def test_a_dateline_is_read(head: list[str]) -> None:
    """The day that the head of a text states is its day of issue, in three languages."""
    assert issued_in(["March in Olmar", *head]) == DAY


@pytest.mark.parametrize(
    "head",
    [
        ["On January 6, 2022 police held forty people in Olmar."],
        ["Police held forty people on 6 January 2022." + LONG],
        ["On 6 January 2022 – the third day – police held forty people." + LONG],
        ["Olmar, where police held forty people on 6 January 2022 – the third day – slept." + LONG],
        ["6 January 2022", "8 January 2022"],
        ["January 6"],
        ["January 2022"],
        ["31 February 2022"],
        ["Updated 6 January 2022"],
    ],
)
def test_a_day_in_the_text_is_no_date_of_issue(head: list[str]) -> None:
    """Days of events, halves of days and two days leave the date of issue open."""
    assert issued_in(["March in Olmar", *head]) is None


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Patrick Goodenough | January 6, 2022 | 11:21pm EST", "Patrick Goodenough"),
        ("By Anna Berg", "Anna Berg"),
        ("By Anna Berg | Olmar Gazette", "Anna Berg"),
        ("Автор: Анна Берг", "Анна Берг"),
        ("By the river", ""),
        ("By Monday Olmar was quiet.", ""),
        ("Olmar Gazette", ""),
        ("World News | Politics", ""),
    ],
)
def test_an_author_is_one_where_the_line_says_so(line: str, author: str) -> None:
    """A by-line names the author; a line that only looks like a name does not."""
    assert author_in(["March in Olmar", line]) == author


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The police held forty people in the town and released them on Monday.", "en"),
        ("Полиция задержала сорок человек, которые вышли на мирный марш.", "ru"),
        ("Полиция бейбіт шеруге шыққан қырық адамды ұстады, кейін босатты.", "kk"),
        ("Поліція затримала сорок людей, які вийшли на мирний марш у місті.", "und"),
        ("La police a arrêté quarante personnes dans la ville.", "und"),
        ("40 / 120", "und"),
    ],
)
def test_languages_are_told_apart(text: str, language: str) -> None:
    """English, Russian and Kazakh by their letters and words; any other is not guessed."""
    assert language_of(text) == language


def test_a_text_without_a_title_is_described() -> None:
    """A long first paragraph is no title, and the words of ours say that they are."""
    stated = of_text("Police held forty people." + LONG + "\n\nMore.")
    assert stated.title == ""
    assert stated.described_title.startswith("Text that begins “Police held forty people.")
    assert id_for(stated) == "police-held-forty"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CNSNews.com", "cnsnews"),
        ("Жаңа Заман газеті", "zhana-zaman-gazeti"),
        ("Щит и меч", "shchit-i-mech"),
        ("The People's Voice of the North East", "peoples-voice-north"),
        ("24.kz", "d-24-kz"),
        ("中文", ""),
        ("---", ""),
    ],
)
def test_ids_are_short_and_latin(text: str, expected: str) -> None:
    """An id is made of what is stated, in letters that every keyboard has."""
    assert slug(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Read more: Police hold marchers",
        "Photo: Anna Berg",
        "Protesters in Olmar. (Photo by Anna Berg/Agency)",
        "Поделиться в Telegram",
        "Добавить комментарий",
        "Пікір қалдыру",
        "The Gazette. All rights reserved.",
    ],
)
def test_furniture_is_told_from_text(line: str) -> None:
    """Forms, calls to share, captions and notices are the page's own words."""
    text = f"March in Olmar\n\n{line}\n\nForty people were held.{LONG}"
    assert boilerplate_of(text, paragraphs_of(text)) == {2}


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell after the march.",
        "Print media were closed that week.",
        "The photo showed forty people in a yard.",
        "“Leave a reply for me,” the officer said.",
        "Search warrants were not shown.",
    ],
)
def test_text_is_not_taken_for_furniture(line: str) -> None:
    """What is doubtful is text."""
    text = f"March in Olmar\n\n{line}\n\nForty people were held.{LONG}"
    assert boilerplate_of(text, paragraphs_of(text)) == frozenset()


def _recorded() -> list[Document]:
    return list(read_documents(DiskFolder(BUNDLED), Problems()))


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five documents are not here")
@pytest.mark.parametrize("record", _recorded(), ids=lambda record: record.id)
def test_what_is_read_agrees_with_the_records_made_by_hand(record: Document) -> None:
    """Of five published texts nothing is read that a careful reader did not read there."""
    import hashlib

    files = {hashlib.sha256(p.read_bytes()).hexdigest(): p for p in SEEDS.glob("*.txt")}
    stated = of_text(files[str(record.custody.sha256)].read_text(encoding="utf-8"))
    assert stated.language == record.language
    assert stated.title == record.title
    assert bool(stated.described_title) == bool(record.described_title)
    assert stated.author in ((), record.author)
    assert stated.container_title in ("", record.container_title)
    assert stated.publisher == stated.url == ""
    if record.issued_basis == "dateline":
        assert (stated.issued, stated.basis["issued"]) == (record.issued, "dateline")
        assert stated.author == record.author
    else:
        assert stated.issued is None
