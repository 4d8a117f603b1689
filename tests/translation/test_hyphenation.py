"""Kazakh words break as the orthography has it."""

from __future__ import annotations

from pathlib import Path

import pyphen
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from report.translation.hyphenation import register_patterns
from report.translation.kazakh_patterns import CONSONANTS, SIGNS, VOWELS, pattern_file
from report.translation.language_data import available_languages, locale_folder

LINES = (Path(__file__).parent / "kazakh_division.txt").read_text("utf-8").splitlines()
DIVIDED = [word for line in LINES if not line.startswith("#") for word in line.split()]


@pytest.fixture(scope="module")
def kazakh() -> pyphen.Pyphen:
    assert register_patterns() == ("kk",)
    return pyphen.Pyphen(lang="kk-KZ")


@pytest.mark.parametrize("divided", DIVIDED)
def test_words_divide_as_taught(kazakh: pyphen.Pyphen, divided: str) -> None:
    """Every break that the rules allow is found, and no other."""
    assert kazakh.inserted(divided.replace("-", "")) == divided


def test_capitals_break_like_small_letters(kazakh: pyphen.Pyphen) -> None:
    """A capital at the start changes no break."""
    assert kazakh.inserted("Қазақстандағы") == "Қа-зақ-стан-да-ғы"


LETTERS = VOWELS + CONSONANTS + SIGNS


@given(st.text(alphabet=LETTERS, min_size=1, max_size=14))
def test_no_part_is_without_a_vowel(kazakh: pyphen.Pyphen, word: str) -> None:
    """Whatever the letters, each part has a vowel and two letters, and ь and ъ stay behind."""
    onset = len(word) - len(word.lstrip(CONSONANTS + SIGNS))
    assume(onset <= 2 and word[0] not in SIGNS)
    for position in kazakh.positions(word):
        left, right = word[:position], word[position:]
        assert len(left) >= 2
        assert len(right) >= 2
        assert set(left) & set(VOWELS)
        assert set(right) & set(VOWELS)
        assert right[0] not in SIGNS
        assert right[0] in VOWELS or right[1] in VOWELS


SYLLABLE = st.tuples(
    st.sampled_from("бғджзқлмнпрстш"),
    st.sampled_from("аәеоөұүыі"),
    st.sampled_from(["", *"лнрстқ"]),
).map("".join)


@given(st.lists(SYLLABLE, min_size=1, max_size=6))
def test_words_of_plain_syllables_break_between_them(
    kazakh: pyphen.Pyphen, syllables: list[str]
) -> None:
    """A word built of syllables is divided into just these."""
    assert kazakh.inserted("".join(syllables)) == "-".join(syllables)


def test_latin_words_are_left_whole(kazakh: pyphen.Pyphen) -> None:
    """Foreign letters, digits and marks give no break."""
    for word in ("Amnesty", "10000", "A/HRC", "e-mail"):
        assert not kazakh.positions(word)


def test_the_file_is_what_the_rules_make() -> None:
    """The pattern file in the locale folder is made by the rules and not by hand."""
    stored = (locale_folder() / "kk" / "hyph_kk.dic").read_text("utf-8")
    assert stored == pattern_file()


def test_every_printed_language_has_patterns() -> None:
    """No language is printed that the layout cannot hyphenate."""
    register_patterns()
    assert set(available_languages()) <= set(pyphen.LANGUAGES_LOWERCASE)


def test_registering_twice_is_the_same() -> None:
    """A second call finds the same languages."""
    assert register_patterns() == register_patterns()
