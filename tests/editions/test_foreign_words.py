"""Words of another language within a text: marked where their script tells them apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from report.editions.foreign_words import foreign_words


@pytest.mark.parametrize(
    ("text", "lang", "other", "marked"),
    [
        ("напечатано «in effecting».", "ru", "en", ["in effecting"]),
        ("строка «P. Good | January 6, 2022» и Doc", "kk", "en", ["P. Good | January", "Doc"]),
        ("the word “қаңтар 2022 жыл” is Kazakh", "en", "kk", ["қаңтар 2022 жыл"]),
        ("a word of « France »", "en", "fr", []),
        ("напечатано «in effecting».", "ru", "", []),
        ("напечатано «in effecting».", "ru", "x-unknown", []),
    ],
)
def test_words_in_another_script(text: str, lang: str, other: str, marked: list[str]) -> None:
    """From the first letter to the last they are of the other language, marks about them not."""
    made = str(foreign_words(text, lang, other))
    parts = made.split(f'<span lang="{other}">')
    assert [part.partition("</span>")[0] for part in parts[1:]] == marked
    assert Markup(made).striptags() == text


@given(st.text(), st.sampled_from(["en", "ru", "kk"]), st.sampled_from(["en", "ru", "fr"]))
def test_no_character_is_lost(text: str, lang: str, other: str) -> None:
    """The words stay as they are, and are escaped."""
    made = str(foreign_words(text, lang, other))
    plain = made.replace("</span>", "").replace(f'<span lang="{other}">', "")
    assert Markup(plain).unescape() == text
