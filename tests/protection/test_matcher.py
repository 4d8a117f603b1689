"""Names are found in every form that people and programs give them, and nothing else is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from planted import FORMS, GUARD, OTHERS

from report.model.person import Person
from report.model.place import Place
from report.protection.guard import Guard
from report.protection.matcher import Matcher

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("person", "kind", "words"), FORMS, ids=lambda one: str(one)[:40])
def test_a_form_is_found(person: str, kind: str, words: str) -> None:
    """Alone, in a sentence, and between marks, each form tells of its person and of no other."""
    for text in (words, f"What {words} said.", f"({words});", f"x\n\n{words}\n"):
        assert GUARD.named_in(text) == (person,), text


@pytest.mark.parametrize(("person", "kind", "words"), FORMS, ids=lambda one: str(one)[:40])
def test_nothing_is_left_of_a_form(person: str, kind: str, words: str) -> None:
    """A message in which a name stood has the id in its place, and no part that is found again."""
    clear = GUARD.cleared(f"“{words}” is not a date")
    assert person in clear
    assert not GUARD.named_in(clear)


@pytest.mark.parametrize("text", OTHERS)
def test_other_words_are_no_names(text: str) -> None:
    """Ordinary words, given names alone and initials alone are left alone: the stated policy."""
    assert GUARD.named_in(text) == ()


def test_a_surname_that_is_a_word_is_looked_for_where_it_is_listed() -> None:
    """An ordinary word is a name only beside a given name, until `also` says otherwise."""
    place = Place("protected.yaml")
    plain = Matcher([Person("w", place, ("Павел Мороз",))])
    assert plain.ordinary == {0}
    assert not plain.find("Мороз сказал")
    assert plain.find("Павлом Морозом")
    listed = Matcher([Person("w", place, ("Павел Мороз",), also=("Мороз",))])
    assert listed.find("Мороз сказал")


def test_a_surname_that_is_not_looked_for_alone() -> None:
    """`alone: false` leaves the surname alone but not with an initial or a given name."""
    matcher = Matcher([Person("w", Place(""), ("Anna Karlovac",), alone=False)])
    assert not matcher.find("The town of Karlovac")
    assert matcher.find("A. Karlovac")
    assert matcher.find("Anna Karlovac")


def test_the_bundled_dossier_names_no_one() -> None:
    """No alarm is false on any text of the bundled dossier, in its three languages."""
    files = [path for path in (ROOT / "seeds").rglob("*") if path.suffix in (".yaml", ".po")]
    assert len(files) > 8
    for path in files:
        assert GUARD.named_in(path.read_text(encoding="utf-8")) == (), path


def test_fifteen_persons_in_a_brief_take_no_time() -> None:
    """Fifteen names are looked for in the text of 36 pages in well under a second."""
    names = [f"{first} {last}" for first in ("Марат", "Олжас", "Дана") for last in _SURNAMES]
    guard = Guard([Person(f"p{n}", Place(""), (name,)) for n, name in enumerate(names)])
    assert len(guard.persons) == 15
    text = (ROOT / "seeds/kazakhstan-january-2022/translations/ru.po").read_text(encoding="utf-8")
    guard.named_in("x")
    start = time.process_time()
    assert guard.named_in(text[:100_000]) == ()
    assert time.process_time() - start < 1.0


_SURNAMES = ("Ержанулин", "Шалабекова", "Тұрсынқұлов", "Водопьянский", "Карабасова")
_patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
_IGNORED = st.sampled_from(["", "\u00ad", "\u200b", "\u2060", "\u0301"])


@_patient
@given(st.lists(_IGNORED, min_size=8, max_size=8), st.text(max_size=20), st.text(max_size=20))
def test_what_prints_nothing_hides_nothing(marks: list[str], before: str, after: str) -> None:
    """Whatever invisible characters stand in a name and whatever text around it, it is found."""
    name = "".join(a + b for a, b in zip("Smithson", marks, strict=True))
    assert "w1" in GUARD.named_in(f"{before} {name} {after}")


@_patient
@given(st.text(max_size=60), st.sampled_from(FORMS), st.text(max_size=60))
def test_no_text_keeps_a_name(before: str, form: tuple[str, str, str], after: str) -> None:
    """What is cleared holds no name, whatever stood round it; clearing it again does nothing."""
    clear = GUARD.cleared(f"{before} {form[2]} {after}")
    assert not GUARD.named_in(clear)
    assert GUARD.cleared(clear) == clear


@_patient
@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    """No text stops the search, and what is left out is all that was found."""
    assert not GUARD.named_in(GUARD.omitted(GUARD.cleared(text)))
