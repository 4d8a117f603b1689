"""The colours of an organisation: read, checked for contrast, and carried into every sheet."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.dossier.appearance import THEME, theme_problems
from report.dossier.nodes import read_nodes
from report.editions.drawing import Palette
from report.editions.look import BRIEF
from report.model.place import Place
from report.model.problem import Problems
from report.model.theme import GREY, LEGIBLE, Theme, contrast

COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda c: "#{:02x}{:02x}{:02x}".format(*c))
PLACE = Place("dossier.yaml")


def read(yaml: str) -> tuple[Theme | None, list[str]]:
    """Read a theme of YAML; return it with the codes of what is wrong with it."""
    problems = Problems()
    node = read_nodes(yaml.encode(), "dossier.yaml", problems)
    assert node is not None
    theme = THEME.read(node, problems)
    if theme is not None:
        problems.extend(theme_problems(theme, PLACE))
    return theme, sorted({problem.code for problem in problems})


@pytest.mark.parametrize(
    ("yaml", "codes"),
    [
        ('{accent: "#a5341c"}', []),
        ('{ink: "#10395c", accent: "#b4421a", tint: "#eef2f4"}', []),
        ('{accent: "#c2410c"}', []),
        ('{accent: "#f0b29e"}', ["theme-contrast"]),
        ('{accent: "#2b2f66"}', ["theme-alike"]),
        ('{ink: "#8899aa"}', ["theme-contrast"]),
        ('{tint: "#bbbbbb"}', ["theme-contrast"]),
        ('{tint: "#000000"}', ["theme-contrast"]),
        ('{accent: "#A5341C"}', ["wrong-type"]),
        ('{accent: "red"}', ["wrong-type"]),
        ('{accent: "#a53"}', ["wrong-type"]),
        ('{accent: "#a5341c; } * { display: none"}', ["wrong-type"]),
        ("{accent_cmyk: 20 90 100 12}", []),
        ("{accent_cmyk: 20 90 101 12}", ["wrong-type"]),
        ("{accent_cmyk: 20 90 100}", ["wrong-type"]),
        ('{colour: "#a5341c"}', ["unknown-key"]),
    ],
)
def test_themes(yaml: str, codes: list[str]) -> None:
    """A theme is refused where it is not a colour, or cannot be read on paper or the tint."""
    assert read(yaml)[1] == codes


def test_a_problem_stands_at_its_colour() -> None:
    """An officer is shown the colour that must change."""
    problems = Problems()
    node = read_nodes(b'ink: "#17222e"\naccent: "#f0b29e"\n', "dossier.yaml", problems)
    assert node is not None
    theme = THEME.read(node, problems)
    assert theme is not None
    assert {problem.place.line for problem in theme_problems(theme, PLACE)} == {2}


def test_our_own_colours_pass() -> None:
    """The design as it comes needs no theme."""
    assert not list(theme_problems(Theme(), PLACE))


@given(COLOURS, COLOURS)
def test_the_accent_on_the_ink_can_be_read(ink: str, accent: str) -> None:
    """Whatever the colours, words on the cover are light enough for a dark ink."""
    theme = Theme(ink=ink, accent=accent)
    if contrast("#ffffff", ink) >= LEGIBLE:
        assert contrast(theme.accent_on_ink, ink) >= LEGIBLE


@given(COLOURS, COLOURS)
def test_contrast_is_of_two_colours(one: str, other: str) -> None:
    """It is the same both ways, and lies between 1 and 21."""
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_a_theme_is_one_more_sheet() -> None:
    """Its colours come behind the tokens and before all that uses them, and colour the charts."""
    theme = Theme(ink="#10395c", accent="#b4421a", tint="#eef2f4")
    look = BRIEF.with_theme(theme)
    sheets = look.css()
    own = next(index for index, sheet in enumerate(sheets) if "#10395c" in sheet)
    assert "--page:" in sheets[own - 1]
    assert "@page" in sheets[own + 1]
    assert look.plot.palette == Palette(
        ink="#10395c", accent="#b4421a", tint="#eef2f4", on_ink_accent=theme.accent_on_ink
    )
    assert BRIEF.with_theme(Theme()) == BRIEF


def test_defaults_are_the_tokens() -> None:
    """The colours of a theme that says nothing are those of the style sheets."""
    tokens = dict(re.findall(r"--([\w-]+):\s*(#\w+)", BRIEF.css()[0]))
    theme = Theme()
    assert (theme.ink, theme.accent, theme.tint) == tuple(
        tokens[name] for name in ("ink", "accent", "tint")
    )
    assert tokens["grey"] == GREY
    assert tokens["field"] == theme.ink
