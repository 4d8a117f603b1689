"""The words of the pages: complete in each language, never another language's in silence."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract_from_dir
from markupsafe import Markup
from sample_brief import sample_brief

from report.dossier.shipped import templates_path
from report.editions import rendering
from report.editions.interface import (
    SOURCE_LANGUAGE,
    Interface,
    Messages,
    load_interface,
    summary_words,
)
from report.editions.rendering import render_brief
from report.model.problem import Stop
from report.translation.language_data import available_languages

ROOT = Path(__file__).parents[2]
TRANSLATED = tuple(lang for lang in available_languages() if lang != SOURCE_LANGUAGE)
CYRILLIC = ("ru", "kk")
# Words that French writes as English does.
SAME = (
    *("%(number)s km", "Figure %(number)s. %(title)s", "Doc.", "Document %(number)s", "Documents"),
    *("direct", "fragment", "Introduction", "Sources"),
)
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "say": None, "N_": None}
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def messages() -> Iterator[str | tuple[str, ...]]:
    options = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"}
    for folder, method, pattern in (
        (templates_path(), "jinja2", "**.j2"),
        (ROOT / "report" / "editions", "python", "**.py"),
    ):
        found = extract_from_dir(
            str(folder), [(pattern, method)], {pattern: options}, keywords=KEYWORDS
        )
        for _, _, message, _, _ in found:
            yield message


def catalogue(lang: str) -> polib.POFile:
    return polib.pofile(str(templates_path() / "locale" / lang / "LC_MESSAGES" / "ui.po"))


@pytest.mark.parametrize("lang", TRANSLATED)
def test_every_string_is_translated(lang: str) -> None:
    """What templates and composers say is in the catalogue of each language, and nothing else."""
    used = {m if isinstance(m, str) else m[0] for m in messages()}
    translated = {e.msgid for e in catalogue(lang) if e.translated() and not e.fuzzy}
    assert len(used) > 80
    assert used - translated == set()
    assert {e.msgid for e in catalogue(lang)} - used == set()


@pytest.mark.parametrize("lang", TRANSLATED)
def test_translations_keep_their_places(lang: str) -> None:
    """A translation has the placeholders of its string, and no string is left in English."""
    for entry in catalogue(lang):
        for translation in entry.msgstr_plural.values() or [entry.msgstr]:
            assert sorted(PLACEHOLDER.findall(translation)) == sorted(
                PLACEHOLDER.findall(entry.msgid)
            ), entry.msgid
            if not re.search(r"\w", PLACEHOLDER.sub("", translation)):
                continue  # nothing but what is filled in
            if lang in CYRILLIC:
                assert re.search("[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі№]", translation), entry.msgid
            else:
                assert translation != entry.msgid or entry.msgid in SAME, entry.msgid


@pytest.mark.parametrize("lang", TRANSLATED)
def test_unreviewed_catalogues_say_so(lang: str) -> None:
    """Until a native reader has reviewed it, a catalogue says that nobody has."""
    assert "NOT YET REVIEWED" in catalogue(lang).header


@pytest.mark.parametrize(("lang", "forms"), [("ru", 3), ("kk", 2), ("fr", 2)])
def test_plurals_have_all_their_forms(lang: str, forms: int) -> None:
    """Each plural has as many forms as its language (ru three, kk and fr two)."""
    plurals = [e for e in catalogue(lang) if e.msgid_plural]
    assert plurals
    assert all(len(e.msgstr_plural) == forms for e in plurals)


def test_a_missing_translation_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """A string without a translation is a problem with its words, not English on the page."""
    whole = load_interface("kk")
    assert whole.messages is not None
    texts = {k: v for k, v in whole.messages.texts.items() if k != "Timeline"}
    lacking = Interface("kk", Messages("ui.po", texts, whole.messages.plural_form))
    monkeypatch.setattr(rendering, "load_interface", lambda _lang: lacking)
    with pytest.raises(Stop) as stopped:
        render_brief(sample_brief("kk"))
    assert [p.code for p in stopped.value.problems] == ["interface-untranslated"]
    assert "Timeline" in str(stopped.value.problems[0])
    assert stopped.value.exit_code == 3


@pytest.mark.parametrize(
    "content",
    [
        None,
        "",
        'msgid "unterminated',
        'msgid ""\nmsgstr "Language: xx\\n"\n',
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=__import__;\\n"\n',
    ],
)
def test_a_broken_catalogue_is_a_problem(tmp_path: Path, content: str | None) -> None:
    """A catalogue that is absent or cannot be read stops the build with its path."""
    folder = tmp_path / "xx" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    if content is not None:
        (folder / "ui.po").write_text(content, encoding="utf-8")
    with pytest.raises(Stop) as stopped:
        load_interface("xx", tmp_path)
    assert [p.code for p in stopped.value.problems] == ["interface-missing"]


def test_fuzzy_and_empty_entries_are_not_translations(tmp_path: Path) -> None:
    """What a translator has not finished is not printed."""
    folder = tmp_path / "xx" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    body = '#, fuzzy\nmsgid "To"\nmsgstr "Кому"\n\nmsgid "No."\nmsgstr ""\n'
    (folder / "ui.po").write_text(head + body, encoding="utf-8")
    interface = load_interface("xx", tmp_path)
    interface.gettext("To")
    interface.gettext("No.")
    assert interface.missing == {"To", "No."}


def test_translations_are_not_markup() -> None:
    """A translation is escaped: HTML in a catalogue prints literally."""
    interface = Interface("ru", Messages("ui.po", {"To": ("<b>&",)}, lambda _n: 0))
    assert interface.gettext("To") == Markup("&lt;b&gt;&amp;")


@pytest.mark.parametrize(
    ("lang", "number", "printed"),
    [
        ("en", 1, "para. %(places)s"),
        ("en", 2, "paras. %(places)s"),
        ("kk", 5, "%(places)s-тармақтар"),
    ],
)
def test_plurals_follow_the_language(lang: str, number: int, printed: str) -> None:
    """The form of a string goes with the number."""
    found = load_interface(lang).ngettext("para. %(places)s", "paras. %(places)s", number)
    assert found == printed


def test_words_round_a_summary_are_its_own() -> None:
    """The words round a Russian summary are Russian wherever it is printed."""
    words = summary_words(load_interface("ru"))
    assert words.language == "Русский"
    assert re.fullmatch("[А-Яа-я \u00a0.,]+", words.notice)


def test_catalogues_are_written_as_po() -> None:
    """The catalogues can be read by the extractor's own reader, without a duplicate."""
    from babel.messages.pofile import read_po

    for lang in TRANSLATED:
        path = templates_path() / "locale" / lang / "LC_MESSAGES" / "ui.po"
        read = read_po(io.BytesIO(path.read_bytes()), locale=lang, abort_invalid=True)
        assert len(read) == len(catalogue(lang))
