"""The words of each language: whole, and never borrowed from another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from citeproc import LOCALES_PATH, SCHEMA_PATH
from lxml import etree

from report.citations.bibliography import bibliography
from report.citations.engine import Item, engine_for
from report.citations.locales import locale_path
from report.citations.notes import Cite, Notes
from report.citations.records import Record
from report.citations.reference import Reference
from report.citations.style import Style
from report.dossier.shipped import templates_path
from report.model.dates import PartialDate
from report.model.problem import Stop
from report.translation.language_data import available_languages

CSL = "{http://purl.org/net/xbiblio/csl}"
OURS = "{urn:report:csl}"
FILES = {
    "en": "locales-en-GB.xml",
    "fr": "locales-fr-FR.xml",
    "kk": "locales-kk-KZ.xml",
    "ru": "locales-ru-RU.xml",
}
FOLDER = templates_path() / "csl"
EMPTY = {  # a name alone tells who it is
    "author", "composer", "container-author", "interviewer", "original-author", "recipient",
    "reviewed-author",
}  # fmt: skip


def terms(path: Path) -> dict[tuple[str, str], str]:
    """Return the terms of a locale file by name and form."""
    return {
        (term.get("name", ""), term.get("form", "long")): "|".join(term.itertext()).strip(" \n|")
        for term in etree.parse(str(path)).iter(f"{CSL}term")
        if term.get(f"{OURS}use") is None
    }


@pytest.mark.parametrize("lang", FILES)
def test_locale_has_every_term_of_csl(lang: str) -> None:
    """Each language has each term that CSL's own English has, and none of them is empty."""
    standard = {name for name, _ in terms(Path(LOCALES_PATH) / "locales-en-US.xml")}
    ordinals = {name for name in standard if name.startswith("ordinal-")}
    own = terms(FOLDER / FILES[lang])
    assert standard - ordinals - {name for name, _ in own} == set()
    assert {name for (name, form), text in own.items() if not text and form == "long"} == EMPTY


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_locale_has_no_latin_letters(lang: str) -> None:
    """No Russian or Kazakh term is written with Latin letters, look-alikes among them."""
    text = " ".join(terms(FOLDER / FILES[lang]).values())
    root = etree.parse(str(FOLDER / FILES[lang])).getroot()
    text += " ".join("".join(r.itertext()) for r in root.iter(f"{OURS}remark"))
    assert re.findall("[A-Za-z]+", text) == []


def test_every_language_has_its_own_locale() -> None:
    """What can be printed has a citation locale of the project's own, whole in one file."""
    assert sorted(FILES) == list(available_languages())
    assert {lang: locale_path(lang).name for lang in FILES} == FILES
    assert {locale_path(lang).parent for lang in FILES} == {FOLDER}


def test_french_is_not_english() -> None:
    """French terms are French: what they share with English are words that both languages use."""
    english, french = terms(FOLDER / FILES["en"]), terms(FOLDER / FILES["fr"])
    same = {
        name
        for (name, form), text in french.items()
        if form == "long" and len(text) > 1 and text == english.get((name, form))
    }
    assert same == {
        "album", "article", "article-locator", "canon", "citation-number", "document", "et-al",
        "figure", "film", "first-reference-note-number", "folio", "ibid", "internet", "loc-cit",
        "motion_picture", "note", "number-of-pages", "number-of-volumes", "op-cit", "page",
        "page-first", "podcast", "section", "version", "volume",
    }  # fmt: skip


def test_kazakh_is_not_russian() -> None:
    """Kazakh terms are Kazakh: what they share with Russian are loans that both languages use."""
    russian, kazakh = terms(FOLDER / FILES["ru"]), terms(FOLDER / FILES["kk"])
    same = {
        name
        for (name, form), text in kazakh.items()
        if form == "long" and text[:1].isalpha() and text == russian.get((name, form))
    }
    assert same == {
        "album", "film", "map", "motion_picture", "patent", "podcast", "preprint", "scale",
        "standard", "thesis",
    }  # fmt: skip


@pytest.mark.parametrize("lang", FILES)
def test_locale_is_valid_csl_but_for_our_marks(lang: str) -> None:
    """Without our own marks the file keeps to the schema of CSL 1.0.2."""
    root = etree.parse(str(FOLDER / FILES[lang])).getroot()
    for element in [e for e in root.iter(etree.Element) if _ours(e)]:
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)
    etree.RelaxNG(etree.parse(SCHEMA_PATH)).assertValid(etree.fromstring(etree.tostring(root)))


def _ours(element: etree._Element) -> bool:
    return element.tag.startswith(OURS) or any(key.startswith(OURS) for key in element.keys())  # noqa: SIM118


def without(tmp_path: Path, lang: str, pattern: str) -> Path:
    """Return a folder with the locale of a language, the lines that match taken out."""
    text = (FOLDER / FILES[lang]).read_text(encoding="utf-8")
    left, count = re.subn(pattern, "", text, flags=re.DOTALL)
    assert count
    (tmp_path / FILES[lang]).write_text(left, encoding="utf-8")
    return tmp_path


MISSING = {
    "ibid": (r'<term name="ibid">.*?</term>', "ibid"),
    "open-quote": (r'<term name="open-quote">.*?</term>', "open-quote"),
    "paragraph": (r'<term name="paragraph".*?</term>', "paragraph (short)"),
    "and": (r'<term name="and">.*?</term>', "and"),
    "month": (r'<term name="month-01".*?</term>', "month-01"),
    "date": (r'<date form="text">.*?</date>', "date (text)"),
}


@pytest.mark.parametrize("lang", FILES)
@pytest.mark.parametrize("case", MISSING)
def test_a_missing_term_stops(
    case: str,
    lang: str,
    tmp_path: Path,
    house: Style,
    documents: tuple[Reference, ...],
) -> None:
    """A term that the language lacks stops the build by name; English never takes its place."""
    pattern, term = MISSING[case]
    folder = without(tmp_path, lang, pattern)
    refs = [[Cite("paper", ("5",))], [Cite("paper", ("5",))], [Cite("page", ("2", "4"))]]
    with pytest.raises(Stop) as stop:
        Notes(house, lang, documents, folder).cite(refs)
    assert {found.code for found in stop.value.problems} == {"citation-term-missing"}
    assert any(f"“{term}”" in found.message for found in stop.value.problems)


def test_a_missing_remark_stops(
    tmp_path: Path, house: Style, documents: tuple[Reference, ...]
) -> None:
    """What is said about a field that is not stated is never left out."""
    folder = without(tmp_path, "kk", r'<r:remark about="publisher">.*?</r:remark>')
    with pytest.raises(Stop) as stop:
        bibliography(house, "kk", documents, folder)
    assert [found.code for found in stop.value.problems] == ["citation-term-missing"]


DATES = {
    ("2022-01-06", "en"): "6 January 2022",
    ("2022-01-06", "ru"): "6 января 2022 г.",
    ("2022-01-06", "kk"): "2022 жылғы 6 қаңтар",
    ("2022-01-06", "fr"): "6 janvier 2022",
    ("2022-01-01", "fr"): "1er janvier 2022",
    ("2022-05", "fr"): "mai 2022",
    ("2022", "fr"): "2022",
    ("2022-05", "en"): "May 2022",
    ("2022-05", "ru"): "май 2022 г.",
    ("2022-05", "kk"): "2022 жылғы мамыр",
    ("2022", "en"): "2022",
    ("2022", "ru"): "2022 г.",
    ("2022", "kk"): "2022 жыл",
}


@pytest.mark.parametrize(("date", "lang"), DATES)
def test_dates_of_each_precision(date: str, lang: str, house: Style) -> None:
    """A date prints as precisely as it is known; a Russian month without a day is nominative."""
    words = engine_for(house, lang).words
    assert words.date_text(PartialDate.parse(date)).replace("\u00a0", " ") == DATES[date, lang]
    item = Reference("a", {"title": "T", "issued": date}, lang=lang)
    (note,) = Notes(house, lang, [item]).cite([[Cite("a")]])
    assert DATES[date, lang] in note.plain.replace("\u00a0", " ")


def test_a_span_of_dates(house: Style) -> None:
    """An interval prints both of its dates, each whole."""
    item = Reference("a", {"title": "T", "issued": "2022-01-05/2022-01-11"}, lang="kk")
    (note,) = Notes(house, "kk", [item]).cite([[Cite("a")]])
    expected = "«T», 2022 жылғы 5 қаңтар – 2022 жылғы 11 қаңтар."
    assert note.plain.replace("\u00a0", " ") == expected


def test_labels_never_print_the_hyphen_before_a_number(house: Style) -> None:
    """A Kazakh label that follows its number loses its hyphen where a style sets it before."""
    engine = engine_for(
        Style(
            "x",
            b'<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><citation>'
            b'<layout><label variable="volume" suffix=" "/><number variable="volume"/></layout>'
            b"</citation></style>",
            house.place,
        ),
        "kk",
    )
    assert engine.cite(Item(Record(volume="5"), 1, frozenset())) == "том 5"
