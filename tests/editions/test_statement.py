"""The statement: spoken words, timed, on a sheet for the speaker and in a file for interpreters."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pypdfium2
import pytest
from bundled import LANGS, longer, made, material, pdf_of

from report.editions.material import Material
from report.editions.product import Finished
from report.editions.statement_text import compose_statement, speakers_sheet
from report.model.problem import Severity, Stop
from report.model.profile import Mark, Unit

TEXT = "statement/text"


@cache
def statement(lang: str) -> Finished:
    return made("statement", material(lang))


@cache
def pages(lang: str) -> list[str]:
    with pypdfium2.PdfDocument(pdf_of(statement(lang))) as pdf:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def heard(lang: str) -> str:
    (file,) = [one for one in statement(lang).files if one.name.endswith(".txt")]
    return file.data.decode("utf-8")


def even(text: str) -> str:
    return re.sub(r"\s+", "", re.sub("[-\u00ad\u2011\ufffe\u0002]", "", text))


@pytest.mark.parametrize("lang", LANGS)
def test_the_bundled_statement_takes_two_minutes(lang: str) -> None:
    """At most 300 words as they are spoken, and at most 120 seconds at the pace that is stated."""
    length = statement(lang).files[0].length
    limits = {one["unit"]: one for one in length["limits"]}  # type: ignore[attr-defined]
    assert limits["words"]["counted"] <= 300
    assert limits["seconds"]["counted"] <= 120
    assert limits["seconds"]["most"] == 120
    pace = length["pace"]
    assert pace["mark"] == ("verified" if lang == "en" else "not-verified")  # type: ignore[index]


@pytest.mark.parametrize("lang", LANGS)
def test_the_speaker_reads_words_and_the_interpreter_digits(lang: str) -> None:
    """2,600 is in words on the sheet; in digits in the text file and in the notes of the sheet."""
    spoken = {
        "en": "two thousand six hundred",
        "ru": "две тысячи шестьсот человек",
        "kk": "екі мың алты жүз деп",
    }[lang]
    digits = material(lang).texts.line("figures/injured-2600/note") and {
        "en": "2,600", "ru": "2600", "kk": "2600"
    }[lang]  # fmt: skip
    sheet, notes = "".join(pages(lang)[:-1]), pages(lang)[-1]
    assert even(spoken) in even(sheet)
    assert digits not in sheet
    assert digits in notes
    assert digits in heard(lang)
    assert spoken not in heard(lang)


@pytest.mark.parametrize("lang", LANGS)
def test_no_paragraph_goes_over_a_page(lang: str) -> None:
    """Whoever speaks turns the page between two paragraphs; the notes begin on their own page."""
    found = material(lang)
    assert found.dossier.statement is not None
    profile = found.dossier.profiles["hrc-oral"]
    text = compose_statement(found, found.dossier.statement, profile)
    printed = [even(page) for page in pages(lang)]
    for one in text.paragraphs:
        assert sum(even(one.spoken) in page for page in printed[:-1]) == 1, one.key
    assert not any(even(one.spoken) in printed[-1] for one in text.paragraphs[1:-1])


def test_each_paragraph_has_its_running_time() -> None:
    """Times rise from 0:00 to the end, by the words before each paragraph at the stated pace."""
    found = material("en")
    assert found.dossier.statement is not None
    text = compose_statement(found, found.dossier.statement, found.dossier.profiles["hrc-oral"])
    times = [one.begins for one in text.paragraphs]
    assert times == sorted(times)
    assert times[0] == 0
    words = 0
    for one in text.paragraphs:
        assert one.begins == round(words * 60 / 150)
        words += one.words
    assert text.seconds == round(words * 60 / 150)
    assert f"[{text.seconds // 60}:{text.seconds % 60:02d}]" in heard("en")


@pytest.mark.parametrize("lang", LANGS)
def test_every_figure_and_quotation_has_its_source(lang: str) -> None:
    """Each figure of the statement stands in the notes with who said it, unverified as it is."""
    found = material(lang)
    assert found.dossier.statement is not None
    sheet = speakers_sheet(
        compose_statement(found, found.dossier.statement, found.dossier.profiles["hrc-oral"])
    )
    named = re.findall(r"\{([a-z0-9-]+)\}", found.dossier.statement.text)
    assert sum(len(one.figures) for one in sheet.sources) == len(named) > 4
    assert all(figure.source for one in sheet.sources for figure in one.figures)
    numbers = [note.number for one in sheet.sources for note in one.notes]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    for note in numbers:
        assert f"[{note}] " in heard(lang)


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_a_translation_says_what_it_is(lang: str) -> None:
    """Not reviewed, at an assumed pace, and in Kazakh for preparation only, in its own language."""
    notices = {
        "ru": ["неофициальный перевод", "по предположению"],
        "kk": ["бейресми аударма", "болжам бойынша", "Тек дайындық үшін"],
    }[lang]
    for notice in notices:
        assert even(notice) in even(pages(lang)[0])
        assert notice in heard(lang)
    assert "Тек дайындық" not in heard("ru")


def test_too_long_is_refused_with_where_to_cut() -> None:
    """Beyond its time a final is not made; beyond a limit that does not bind it is told."""
    with pytest.raises(Stop) as stopped:
        made("statement", longer(material("en"), f"{TEXT}/6", 5))
    found = {one.message.split(" has ")[1].split(" that")[0]: one for one in stopped.value.problems}
    assert stopped.value.exit_code == 1
    seconds = next(one for words, one in found.items() if words.endswith("seconds"))
    assert (seconds.code, seconds.severity) == ("over-limit", Severity.ERROR)
    assert "“paragraph 6”" in seconds.hint
    words = next(one for said, one in found.items() if said.endswith("words"))
    assert (words.code, words.severity) == ("over-limit", Severity.WARNING)


def test_a_draft_is_made_and_says_so() -> None:
    """A draft may be too long; both files say that it is one."""
    draft = made("statement", longer(material("en", draft=True), f"{TEXT}/6", 5))
    assert all(one.severity is Severity.WARNING for one in draft.problems)
    assert "Draft: not checked" in draft.files[1].data.decode()


def test_a_number_that_stays_in_digits_is_told() -> None:
    """number-in-digits: at its place, so that the officer writes it out."""
    found = material("ru")
    key = f"{TEXT}/4"
    assert found.texts.catalogue is not None
    translation = found.texts.catalogue.translations[key]
    changed = replace(
        translation,
        target=type(translation.target)("Видели 2 человек.", translation.target.place, ""),
    )
    catalogue = replace(
        found.texts.catalogue,
        translations={**found.texts.catalogue.translations, key: changed},
    )
    other: Material = replace(found, texts=replace(found.texts, catalogue=catalogue))
    assert other.dossier.statement is not None
    profile = other.dossier.profiles["hrc-oral"]
    told = compose_statement(other, other.dossier.statement, profile).problems()
    (one,) = [p for p in told if p.code == "number-in-digits"]
    assert one.place.path == "translations/ru.po"
    assert "“2”" in one.message


def test_a_profile_may_limit_words_alone() -> None:
    """Without a limit of time the sheet still says how long the text takes."""
    found = material("en")
    assert found.dossier.statement is not None
    profile = found.dossier.profiles["hrc-oral"]
    words = tuple(one for one in profile.limits if one.value.unit is Unit.WORDS)
    text = compose_statement(found, found.dossier.statement, replace(profile, limits=words))
    assert "Time: 1:32." in speakers_sheet(text).measures
    assert text.pace.mark is Mark.VERIFIED
