"""Pull quotes on the page: the speaker's words, who said them and when; translations say so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bundled import LANGS, material

from report.editions.compose import compose
from report.editions.context import PullQuote
from report.editions.material import Material
from report.model.dates import parse_when
from report.model.dossier import PullQuote as Written


def set_in(found: Material) -> list[PullQuote]:
    """Return the pull quotes of a brief in the order of its pages."""
    sections = compose(found).brief.sections
    return [
        quote
        for section in sections
        for quotes in (section.pull_quotes, *(f.pull_quotes for f in section.findings))
        for quote in quotes
    ]


def altered(lang: str, document_lang: str = "en", **fields: object) -> Material:
    """Return material with one pull quote, of a document in another language, fields replaced."""
    found = material(lang)
    dossier = found.dossier
    quote = next(one for section in dossier.sections for one in section.pull_quotes)
    written: Written = replace(quote, **{"after": "", **fields})  # type: ignore[arg-type]
    bare = [replace(section, pull_quotes=()) for section in dossier.sections[:-1]]
    sections = (*bare, replace(dossier.sections[-1], pull_quotes=(written,)))
    documents = tuple(
        replace(one, language=document_lang) if one.id == quote.evidence.document_id else one
        for one in dossier.documents
    )
    changed = replace(dossier, sections=sections, documents=documents)
    return replace(found, dossier=changed)


@pytest.mark.parametrize("lang", LANGS)
def test_each_stands_in_the_brief_with_its_source_and_note(lang: str) -> None:
    """Every pull quote of the dossier is set once, in marks of the language, with a note."""
    quotes = set_in(material(lang))
    assert len(quotes) == len(material(lang).dossier.pull_quotes) > 0
    opening = {"en": "“", "ru": "«", "kk": "«"}[lang]
    for quote in quotes:
        assert quote.lang == lang
        assert quote.words.startswith(opening)
        assert quote.source_html.count('class="fn"') == 1


def test_words_in_the_language_of_the_document_are_verbatim() -> None:
    """In the language of the document its own words are printed, and no translation."""
    written = [str(quote.evidence.quote) for _, quote in material("en").dossier.pull_quotes]
    quotes = set_in(material("en"))
    assert [q.words.replace("\u00a0", " ") for q in quotes] == [f"“{w}”" for w in written]
    assert not any(quote.original for quote in quotes)


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_a_translation_has_the_original_beside_it(lang: str) -> None:
    """A translation is never printed as the speaker's own words alone."""
    for quote, (_, written) in zip(
        set_in(material(lang)), material(lang).dossier.pull_quotes, strict=True
    ):
        assert quote.original_lang == "en"
        assert quote.original.replace("\u00a0", " ") == f"“{written.evidence.quote}”"


def test_the_date_is_when_it_was_said_or_that_of_the_document() -> None:
    """Without a date of its own a pull quote has the document's; an inferred one says so."""
    for fields, expected in (
        ({"when": parse_when("2022-01-07")}, "Rights, 7 January"),
        ({"when": None}, "Rights, 6 January"),
    ):
        (quote,) = set_in(altered("en", **fields))
        assert expected in quote.source_html.replace("\u00a0", " ")
        assert "inferred" not in quote.source_html
    by_watch = [q for q in set_in(material("en")) if "demonstrably" in q.words]
    assert by_watch
    assert all("(inferred)" in quote.source_html for quote in by_watch)


def test_words_of_a_document_in_another_language() -> None:
    """In a dossier of another language a given translation is set, with the words beside it."""
    (bare,) = set_in(altered("en", "ru"))
    assert (bare.lang, bare.original) == ("ru", "")
    assert bare.words.startswith("«")
    translated = altered("en", "ru", translation="None has been lodged.")
    unit = replace(next(iter(translated.texts.units.values())), source="“None has been lodged.”")
    units = {**translated.texts.units, "sections/8/pull_quotes/1/quote": unit}
    (quote,) = set_in(replace(translated, texts=replace(translated.texts, units=units)))
    assert quote.words.replace("\u00a0", " ") == "“None has been lodged.”"
    assert (quote.lang, quote.original_lang) == ("en", "ru")
    assert quote.original.startswith("«")
