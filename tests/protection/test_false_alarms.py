"""A search that calls ordinary words names is switched off by who must use it: it must not."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import pytest
from ordinary_names import PERSONS

from report.commands.scanning import scan_file
from report.model.person import Person
from report.model.place import Place
from report.model.problem import Problems
from report.protection.guard import Guard
from report.protection.protected_file import check_persons

ROOT = Path(__file__).parents[2]
GUARD = Guard(PERSONS)
TEXTS = [
    *sorted((ROOT / "seeds").rglob("*.yaml")),
    *sorted((ROOT / "seeds").rglob("*.po")),
    *sorted((ROOT / "templates").rglob("*.po")),
    *sorted((ROOT / "docs").glob("*.md")),
]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_text_of_the_project_names_an_ordinary_person(path: Path) -> None:
    """Apples, hopes, citizens, laws and Almaty are nobody, in three languages."""
    assert GUARD.named_in(path.read_text(encoding="utf-8")) == ()


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_no_finished_brief_names_an_ordinary_person(
    lang: str, screen_edition: Callable[..., Path]
) -> None:
    """Nor does any place of a finished file: fonts, drawings, evidence, metadata."""
    assert scan_file(GUARD, "brief.pdf", screen_edition("brief", lang).read_bytes()).leaks == ()


@pytest.mark.parametrize("person", PERSONS, ids=lambda one: str(one.id))
def test_an_ordinary_person_is_found_by_the_full_name(person: Person) -> None:
    """In each spelling, in capitals, and with an initial for the given name."""
    for name in (*person.names, *person.spellings):
        first, *_, last = name.split()
        for said in (name, name.upper(), f"{last} {first}", f"{first[0]}. {last}"):
            assert person.id in GUARD.named_in(f"so {said} said"), said


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("сборник законов и судов", False),
        ("Законов сказал", True),
        ("ZAKONOV", True),
        ("roman_zakonov.pdf", True),
        ("законов.pdf", True),
        ("азаматтар мен халық", False),
        ("азаматы Ерлан Азаматтың", True),
    ],
)
def test_a_surname_that_is_a_word_counts_where_it_is_a_name(said: str, found: bool) -> None:
    """A form of an ordinary word tells of a person where it is written large, or in a file name."""
    assert bool(GUARD.named_in(f"есть {said} тут")) is found


def _listed(*names: str) -> Guard:
    return Guard([Person("w1", Place(""), ("Кто Незнакомцевский",), names)])


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("Alma", "Алма"), True),
        (("Вера",), True),
        (("Мира",), True),
        (("Mark",), True),
        (("Азамат",), True),
        (("Rakhat",), True),
        (("Айкоша",), False),
        (("Вера Незнакомцевская",), False),
    ],
)
def test_a_name_that_is_a_word_is_told(names: tuple[str, ...], told: bool) -> None:
    """protected-common: an officer hears it when she lists the name, not by a hundred alarms."""
    problems = Problems()
    check_persons(_listed(*names), problems)
    assert [one.code for one in problems] == (["protected-common"] if told else [])


@pytest.mark.parametrize(
    ("name", "words", "persons"),
    [
        ("Алма", "Алматыда алма жеді, алмайды. Almaty.", "Алма айтты. Алманың сөзі. ALMA."),
        ("Вера", "They were very brave; в вере и веры нет.", "Вера сказала. Верой. Vera said."),
        ("Марк", "A mark, marks, marked; марка.", "Марк сказал. Mark said."),
    ],
)
def test_a_name_that_is_a_word_is_found_where_it_is_written_large(
    name: str, words: str, persons: str
) -> None:
    """In small letters it is the word; a town that begins like it is the town."""
    guard = _listed(name, "Mark" if name == "Марк" else name)
    assert guard.named_in(words) == ()
    for said in persons.split(". "):
        assert guard.named_in(said), said


def test_the_codes_of_a_file_in_a_page_spell_nothing() -> None:
    """Base 64 of a font may spell any short name: what it holds is read, not its letters."""
    filler = base64.b64encode(bytes(range(256)) * 12).decode()
    assert GUARD.named_in("AAA/GraceLaw/AAA") == ("p9",)
    spelled = f"{filler}AAA/GraceLaw/AAA"
    page = f'<a href="data:font/woff2;base64,{spelled[: len(spelled) // 4 * 4]}">a</a>'
    assert scan_file(GUARD, "a.html", page.encode()).leaks == ()
    hidden = base64.b64encode(bytes(3_000) + "Вера Мирова".encode()).decode()
    page = f'<a href="data:application/octet-stream;base64,{hidden}">a</a>'
    assert [one.named for one in scan_file(GUARD, "a.html", page.encode()).leaks] == [("p5",)]
