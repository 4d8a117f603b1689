"""Kazakh words break as the orthography has it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import polib
import pyphen
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from oracles import cldr, declaration

from report.translation.hyphenation import register_patterns
from report.translation.kazakh_patterns import CONSONANTS, SIGNS, VOWELS, pattern_file
from report.translation.language_data import available_languages, locale_folder
from report.translation.typography import bind_spaces, unbreakable_spans

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


# Words that people wrote: 3,102 of them when this was written

SEED = Path(__file__).parents[2] / "seeds" / "kazakhstan-january-2022"


def texts_of(path: Path) -> list[str]:
    """Return all texts of a catalogue."""
    return [
        text
        for one in polib.pofile(str(path))
        for text in (one.msgstr, *one.msgstr_plural.values())
    ]


@cache
def word_types() -> tuple[str, ...]:
    """Return the Kazakh words of the catalogues, of the Universal Declaration and of the CLDR."""
    texts = texts_of(SEED / "translations" / "kk.po")
    texts += texts_of(locale_folder() / "kk" / "LC_MESSAGES" / "ui.po")
    article = (declaration() / "declaration" / "kaz.html").read_text(encoding="utf-8")
    texts.append(re.sub(r"<[^>]+>", " ", article))
    names = ("languages.json", "territories.json", "ca-gregorian.json")
    texts += [json.dumps(cldr("kk", name), ensure_ascii=False) for name in names]
    words = {word.lower() for text in texts for word in re.findall(r"[^\W\d_]{2,}", text)}
    return tuple(sorted(word for word in words if set(word) <= set(LETTERS)))


def test_no_piece_of_a_real_word_is_without_a_vowel(kazakh: pyphen.Pyphen) -> None:
    """Of all words at hand each piece has a vowel, no end is a letter, no sign begins a piece."""
    words = word_types()
    assert len(words) >= 2_000
    broken = [word for word in words if kazakh.positions(word)]
    assert len(broken) > len(words) / 2
    for word in broken:
        pieces = kazakh.inserted(word).split("-")
        assert all(set(piece) & set(VOWELS) for piece in pieces), pieces
        assert all(piece[0] not in SIGNS for piece in pieces), pieces
        assert len(pieces[0]) > 1 < len(pieces[-1]), pieces


def test_no_acronym_and_no_number_with_its_suffix_is_broken(kazakh: pyphen.Pyphen) -> None:
    """Of the catalogue's own texts each of them lies in a span that is held together."""
    found = 0
    for text in texts_of(SEED / "translations" / "kk.po"):
        bound = bind_spaces(text, "kk")
        spans = unbreakable_spans(bound)
        joined = r"(?<![\w/-])(?:\d[\d,\u00a0]*|[А-ЯӘҒҚҢӨҰҮІ]{2,})-[^\W\d_]{2,}"
        for match in re.finditer(joined, bound):
            found += 1
            assert any(a <= match.start() and match.end() <= b for a, b in spans), match.group()
        for acronym in re.findall(r"(?<!\w)[А-ЯӘҒҚҢӨҰҮІ]{2,5}(?!\w)", bound):
            found += 1
            # The style sheets ask for words of eight letters at least.
            assert not kazakh.positions(acronym) or len(acronym) < 8
    assert found > 50
