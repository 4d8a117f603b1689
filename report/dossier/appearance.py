"""How editions look and what the short ones hold: the fields `theme`, `handout` and `factsheet`.

Colours are checked here for contrast (WCAG 2.2, 1.4.3): a theme that cannot be read is a mistake
of the dossier, whatever is printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from report.dossier.kinds import (
    IDENTIFIER,
    IDENTIFIERS,
    WHOLE,
    Field,
    ListKind,
    PatternKind,
    RecordKind,
)
from report.model.dossier import Sheet
from report.model.place import Place, Text
from report.model.problem import Problem, problem
from report.model.theme import APART, GREY, LEGIBLE, WHITE, Theme, contrast

COLOUR = PatternKind("#[0-9a-f]{6}", "a colour as #a5341c, in quotation marks, small letters")
CMYK = PatternKind(
    r"(100|[0-9]{1,2})( (100|[0-9]{1,2})){3}",
    "per cent of cyan, magenta, yellow and black, as 20 90 100 10",
)


def _theme(values: dict[str, Any], _place: Place) -> Theme:
    given = dict(values)
    for key in ("ink_cmyk", "accent_cmyk"):
        if key in given:
            given[key] = tuple(int(part) for part in given[key].split())
    return Theme(**given)


THEME = RecordKind(
    "the theme",
    {
        "ink": Field(
            COLOUR,
            "colour of the cover, of headings, labels and bars; 4.5 : 1 against white and the tint "
            "(WCAG AA); default #17222e",
        ),
        "accent": Field(
            COLOUR,
            "colour of large numbers, rules and the calls of notes; 4.5 : 1 against white and the "
            "tint, and told from the ink in grey (2 : 1); default #a5341c",
        ),
        "tint": Field(
            COLOUR,
            "pale colour behind notices and what is asked, and of the neighbours on a map; "
            "default #f3f1ec",
        ),
        "ink_cmyk": Field(CMYK, "inks of the ink for the press edition; else worked out"),
        "accent_cmyk": Field(CMYK, "inks of the accent for the press edition; else worked out"),
    },
    _theme,
)

HANDOUT = RecordKind(
    "the handout",
    {
        "figures": Field(
            ListKind(IDENTIFIER, most=4), "its figures, at most four; default: the key figures"
        ),
        "asks": Field(
            ListKind(IDENTIFIER, most=3),
            "its recommendations, at most three; default: the first three",
        ),
    },
    lambda values, place: Sheet(place=place, **values),
)

FACTSHEET = RecordKind(
    "the factsheet",
    {
        "section": Field(WHOLE, "number of the section that it is on; default: the first chart's"),
        "findings": Field(IDENTIFIERS, "its findings; default: those of the section"),
        "figures": Field(
            ListKind(IDENTIFIER, most=4),
            "its figures, at most four; default: those of its findings, if it has no chart",
        ),
        "asks": Field(IDENTIFIERS, "its recommendations; default: those that rest on its findings"),
    },
    lambda values, place: Sheet(place=place, **values),
)


def theme_problems(theme: Theme, place: Place) -> Iterator[Problem]:
    """Yield what cannot be read in the colours of a theme, and what looks alike in grey.

    Problems: theme-contrast, theme-alike.
    """
    pairs = (
        ("ink", theme.ink, "white", WHITE),
        ("ink", theme.ink, "tint", theme.tint),
        ("accent", theme.accent, "white", WHITE),
        ("accent", theme.accent, "tint", theme.tint),
        ("tint", theme.tint, "grey of labels", GREY),
    )
    for name, colour, behind, ground in pairs:
        found = contrast(colour, ground)
        if found < LEGIBLE:
            yield problem(
                "theme-contrast",
                _place(colour, ground, place),
                name=name,
                behind=behind,
                found=f"{found:.1f}",
                needed=LEGIBLE,
            )
    found = contrast(theme.accent, theme.ink)
    if found < APART:
        at = _place(theme.accent, theme.ink, place)
        yield problem("theme-alike", at, found=f"{found:.1f}", needed=APART)


def _place(colour: str, ground: str, otherwise: Place) -> Place:
    """Return the place of the colour that the dossier gives."""
    given = [one for one in (colour, ground) if isinstance(one, Text)]
    return given[0].place if given else otherwise
