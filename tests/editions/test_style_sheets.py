"""The style sheets: colours that can be read, our own faces, nothing the renderer breaks on."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest

from report.editions.drawing import Palette
from report.editions.rendering import brief_sheets

SHEETS = brief_sheets(draft=True)
CSS = re.sub(r"/\*.*?\*/", "", "\n".join(SHEETS), flags=re.DOTALL)
TOKENS = dict(re.findall(r"--([\w-]+):\s*([^;}]+?)\s*[;}]", CSS))


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", ["ink", "text", "accent", "grey"])
def test_text_can_be_read(colour: str) -> None:
    """Every colour of text has a contrast of 4.5 on paper and on the tint (WCAG 2.2, 1.4.3)."""
    assert contrast(TOKENS[colour], "#ffffff") >= 4.5
    assert contrast(TOKENS[colour], TOKENS["tint"]) >= 4.5


@pytest.mark.parametrize("colour", ["on-ink", "on-ink-quiet", "on-ink-accent"])
def test_text_on_the_cover_can_be_read(colour: str) -> None:
    """So has every colour on the field of the cover."""
    assert contrast(TOKENS[colour], TOKENS["ink"]) >= 4.5


def test_the_accent_is_seen_in_grey() -> None:
    """Printed in grey, the accent differs from the ink."""
    assert contrast(TOKENS["accent"], TOKENS["ink"]) >= 2


def test_drawings_have_the_colours_of_the_pages() -> None:
    """The palette of the drawings is that of the tokens."""
    drawn = {name.replace("_", "-"): colour for name, colour in asdict(Palette()).items()}
    assert drawn == {name: TOKENS[name] for name in drawn}


def test_only_our_faces_are_named() -> None:
    """Families are named through tokens, and the faces come from the press."""
    assert {TOKENS["serif"], TOKENS["sans"], TOKENS["display"]} == {
        '"Report Serif"',
        '"Report Sans"',
        '"Report Display"',
    }
    assert "@font-face" not in CSS
    outside_tokens = CSS.split("--serif:")[0] + CSS.split("--display:")[1].split(";", 1)[1]
    assert "Report S" not in outside_tokens


@pytest.mark.parametrize(
    "pattern",
    [
        r"text-align:\s*justify",
        r"display:\s*(flex|grid|inline-flex|inline-grid)",
        r"all-small-caps|c2sc",
        r"position:\s*absolute",
        r"content\(text\)",
        r"\bmarks:",
        r"url\(|@import",
    ],
)
def test_nothing_that_the_renderer_breaks_on(pattern: str) -> None:
    """What loses notes, order, words or speed in the renderer is not used."""
    assert not re.search(pattern, CSS)


def test_every_token_that_is_used_is_defined() -> None:
    """A misspelt variable would be ignored in silence."""
    assert set(re.findall(r"var\(--([\w-]+)\)", CSS)) <= set(TOKENS)


def test_a_final_brief_has_no_draft_sheet() -> None:
    """The sheet of drafts goes with drafts alone."""
    assert len(brief_sheets()) == len(SHEETS) - 1
