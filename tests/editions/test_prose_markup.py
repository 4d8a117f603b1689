"""Prose as Markup: where lines may end in headings and round emphasised words."""

from __future__ import annotations

import pytest

from report.dossier.prose import parse_prose
from report.editions.prose_markup import heading_markup, to_markup


@pytest.mark.parametrize(
    ("lang", "heading", "held"),
    [
        ("kk", "2022 жылғы қаңтарға дейін және одан кейін", "одан\u00a0кейін"),
        ("ru", "Независимое международное расследование было отвергнуто", "было\u00a0отвергнуто"),
    ],
)
def test_no_short_word_stands_alone_under_a_heading(lang: str, heading: str, held: str) -> None:
    """A long heading takes its last two words together into the next line, a short one none."""
    assert heading_markup(heading, lang).endswith(held)
    assert heading_markup("Key messages", "en") == "Key messages"


def test_emphasised_words_are_held_to_what_is_bound_to_them() -> None:
    """Bound from outside by a no-break space, such words would break the line before them."""
    (paragraph,) = parse_prose("источник, и *подтверждается* — только если").paragraphs()
    html = to_markup(paragraph.inlines, "ru", (), {})
    assert '<span class="nb">и\u00a0<em>подтверждается</em>\u00a0—</span>' in html
    (plain,) = parse_prose("a *reported* case").paragraphs()
    assert to_markup(plain.inlines, "en", (), {}).startswith("a <em>reported</em> ")
