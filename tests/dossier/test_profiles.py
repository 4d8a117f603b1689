"""Profiles are data: rules with source and mark; a broken one of a user is told in place."""

from __future__ import annotations

import pytest

from report.dossier.folder import MemoryFolder
from report.dossier.profiles import read_profiles, shipped_profiles
from report.model.problem import Problems
from report.model.profile import Counted, FileType, Made, Part, Profile, Unit

GOOD = """\
profile: 1
name: own
title: Submission to a regional body
body: Regional body
edition: submission
checked_on: 2026-11
sources:
  guide: {title: Guide of the body, url: "https://example.org/guide", dated: "2026"}
limits:
  - {most: 3000, unit: words, mark: verified, binding: true, source: guide}
notes_count: {is: false, mark: partly, source: guide}
languages: {is: [en, ru], preferred: [en], mark: verified, source: guide}
file_type: {is: docx, mark: not-verified}
typeface: {family: Arial, points: 11.5, mark: verified, source: guide}
parts:
  - {is: names-first, mark: verified, source: guide}
"""


def read(text: str) -> tuple[dict[str, Profile], list[str]]:
    problems = Problems()
    found = read_profiles(MemoryFolder({"profiles/own.yaml": text}), problems)
    return dict(found), [f"{p.place} {p.code}" for p in problems]


def test_a_profile_of_ones_own_stands_beside_the_shipped() -> None:
    """A file in `profiles/` of a dossier is a profile like those that travel with the program."""
    found, told = read(GOOD)
    assert told == []
    assert set(found) == {*shipped_profiles(), "own"}
    own = found["own"]
    assert own.edition is Made.SUBMISSION
    assert own.limits[0].value.most == 3000
    assert own.notes_count is not None
    assert own.notes_count.value is Counted.NO
    assert own.typeface is not None
    assert own.typeface.value.note_points == 11.5
    assert own.requires(Part.NAMES_FIRST)
    assert not own.requires(Part.KEYWORDS)
    assert own.unverified == ("file_type",)


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ("most: 3000", "most: three thousand", "profiles/own.yaml:10:12 wrong-type"),
        ("unit: words", "unit: letters", "profiles/own.yaml:10:24 wrong-type"),
        ("{is: docx, mark: not-verified}", "{is: docx}", "profiles/own.yaml:13:12 missing-field"),
        ("points: 11.5", "points: large", "profiles/own.yaml:14:35 wrong-type"),
        ("is: names-first", "is: names", "profiles/own.yaml:16:10 wrong-type"),
        ("checked_on: 2026-11", "checked_on: lately", "profiles/own.yaml:6:13 wrong-type"),
        ("mark: partly, source: guide", "mark: partly", "profiles/own.yaml:11:14 rule-unsourced"),
    ],
)
def test_a_broken_profile_is_told_where_it_is_broken(written: str, instead: str, told: str) -> None:
    """Line and column of the value that is wrong, as in every file of a dossier."""
    assert told in read(GOOD.replace(written, instead))[1]


@pytest.mark.parametrize("text", ["", "- a list", "profile: 1", "a: [", "\x00"])
def test_nonsense_is_told_not_raised(text: str) -> None:
    """Whatever stands in the file, it is a problem and never an exception."""
    found, told = read(text)
    assert told
    assert "own" not in found


def test_every_shipped_rule_says_how_far_it_is_known() -> None:
    """Each limit is for something that can be counted; what was seen names a source that is listed.

    The reader refuses anything else, so that the shipped files are held to it by being read.
    """
    shipped = shipped_profiles()
    assert set(shipped) == {
        "upr-individual",
        "upr-joint",
        "hrc-written-special",
        "hrc-written-general",
        "hrc-oral-general-debate",
        "hrc-oral",
        "ccpr-alternative-report",
        "factsheet",
        "brief",
    }
    limits = {
        name: [(rule.value.most, rule.value.unit) for rule in one.limits]
        for name, one in shipped.items()
    }
    assert limits["upr-individual"] == [(2815, Unit.WORDS)]
    assert limits["upr-joint"] == [(5630, Unit.WORDS)]
    assert limits["hrc-written-special"] == [(1500, Unit.WORDS)]
    assert limits["hrc-written-general"] == [(2000, Unit.WORDS)]
    assert limits["hrc-oral-general-debate"] == [(90, Unit.SECONDS), (250, Unit.WORDS)]
    assert limits["hrc-oral"] == [(120, Unit.SECONDS), (300, Unit.WORDS)]
    assert limits["ccpr-alternative-report"] == [(10000, Unit.WORDS)]
    assert limits["factsheet"] == [(1, Unit.PAGES)]
    notes = shipped["upr-individual"].notes_count
    assert notes is not None
    assert notes.value is Counted.UNKNOWN  # session-formats.md: not seen in any guideline


@pytest.mark.parametrize("name", list(shipped_profiles()))
def test_kazakh_is_no_language_of_a_submission(name: str) -> None:
    """No body of the United Nations takes a submission in Kazakh."""
    profile = shipped_profiles()[name]
    if profile.edition is Made.SUBMISSION:
        assert "kk" not in profile.languages.value.accepted
        assert profile.file_type.value is FileType.DOCX
