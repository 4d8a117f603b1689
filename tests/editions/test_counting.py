"""How words are counted, and what is said where a text is too long."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.dossier.profiles import shipped_profiles
from report.editions.counting import Length, Tally, count_words
from report.model.place import Place
from report.model.problem import Severity
from report.model.profile import Counted, Limit, Profile, Unit

PLACE = Place("dossier.yaml", 3, 5)


def profile(most: int, notes: Counted) -> Profile:
    """Return the rules of a review with another limit, in which notes count so or so."""
    shipped = shipped_profiles()["upr-individual"]
    (limit,) = shipped.limits
    assert shipped.notes_count is not None
    assert shipped.front_counts is not None
    return replace(
        shipped,
        limits=(replace(limit, value=Limit(Unit.WORDS, most)),),
        notes_count=replace(shipped.notes_count, value=notes),
        front_counts=replace(shipped.front_counts, value=Counted.NO),
    )


def length(most: int, notes: Counted = Counted.NO) -> Length:
    tallies = (
        Tally("", 7, 0, front=True),
        Tally("Introduction", 20),
        Tally("The dead", 60, 30),
        Tally("Detention", 10, 5),
    )
    return Length(profile(most, notes), tallies)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("one two  three", 3),
        ("more than 2,600 people", 4),
        ("10\u00a0000 people", 3),
        ("A/HRC/29/25, para. 12", 3),
        ("a well-known case", 3),
        ("said – and left—at once", 5),
        ("… “no” (yes) – ,", 2),
        ("более 2600 человек, «да»", 4),
        ("2000-нан астам адам", 3),
    ],
)
def test_a_word_is_what_stands_between_spaces(text: str, words: int) -> None:
    """A number is one word, a symbol is one; a dash or marks alone are none."""
    assert count_words(text) == words


@given(st.text(), st.text())
def test_texts_apart_have_the_words_of_both(one: str, other: str) -> None:
    """Nothing is lost or gained between two paragraphs."""
    assert count_words(f"{one}\n{other}") == count_words(one) + count_words(other)


def test_notes_count_where_the_body_says_so() -> None:
    """What counts is for the profile to say; what stands at the start is told by itself."""
    assert length(200).sure == 90
    assert length(200, Counted.YES).sure == 125
    unknown = length(200, Counted.UNKNOWN)
    assert (unknown.sure, unknown.with_doubtful) == (90, 125)
    silent = replace(unknown, profile=replace(unknown.profile, notes_count=None))
    assert silent.sure == 125


def test_too_long_is_refused_with_where_to_cut() -> None:
    """over-limit: how much to cut, and which sections are the longest, notes with them."""
    (found,) = length(89).problems(PLACE, "en")
    assert (found.code, found.severity) == ("over-limit", Severity.ERROR)
    assert "90 of 89 words" in found.message
    longest = "“The dead” 90; “Introduction” 20; “Detention” 15"
    assert found.hint == f"cut 1 words or more; longest: {longest}"


def test_nearly_too_long_is_told() -> None:
    """near-limit from 90 % on; nothing below."""
    (found,) = length(100).problems(PLACE, "en")
    assert (found.code, found.severity) == ("near-limit", Severity.WARNING)
    assert "(90%)" in found.message
    assert length(101).problems(PLACE, "en") == []
    assert length(90).problems(PLACE, "en")[0].code == "near-limit"


def test_what_may_count_is_told() -> None:
    """limit-doubtful: too long only if notes count, and nobody has verified whether they do."""
    (found,) = length(124, Counted.UNKNOWN).problems(PLACE, "en")
    assert (found.code, found.severity) == ("limit-doubtful", Severity.WARNING)
    assert "90 of 124 words" in found.message
    assert "and 125 with" in found.message
    assert length(125, Counted.UNKNOWN).problems(PLACE, "en") == []


def test_the_manifest_says_what_was_counted() -> None:
    """The parts by themselves, the limit with its mark, and what nobody has verified."""
    entry = length(200, Counted.UNKNOWN).entry()
    assert (entry["text"], entry["notes"], entry["front"]) == (90, 35, 7)
    assert entry["limits"] == [
        {"unit": "words", "counted": 90, "most": 200, "binding": True, "mark": "verified"}
    ]
    assert entry["notes_count"] == "not-verified"
    assert "notes_count" in entry["not_verified"]  # type: ignore[operator]
