"""Every change we make to WeasyPrint 70.0; another version is refused.

Each change names the function it replaces and the hash of its source, so that an upgrade fails
here, loudly, and not on paper. Remove a change when a release has made it needless. What only
saves time stands in `weasyprint_70_quick`.
"""

from __future__ import annotations

from typing import Any

import weasyprint
from weasyprint import pdf
from weasyprint.draw import text as draw_text
from weasyprint.formatting_structure import boxes, build
from weasyprint.layout import LayoutContext, block, inline
from weasyprint.pdf.stream import Stream
from weasyprint.text import line_break

from report.press.artifacts import marked
from report.press.hyphens import show_line
from report.press.source_changes import Change, edited, source_of, wrong_renderer
from report.press.tags import add_tags
from report.press.weasyprint_70_quick import CHANGES as QUICKER
from report.press.weasyprint_70_quick import REMEMBERED

VERSION = "70.0"

# Lengths are in CSS pixels; sums of a few hundred of them differ by less than this.
_TOLERANCE = 1e-6

_applied: list[str] = []


def apply() -> None:
    """Make all changes, once in a process.

    Errors: Stop(3) with `wrong-renderer` for another version, or a source that is not as expected.
    """
    if _applied:
        return
    if weasyprint.VERSION != VERSION:
        raise wrong_renderer(f"version {weasyprint.VERSION}")
    for home, name, digest, _, _ in REMEMBERED:
        source_of(home, name, digest)
    changes = [
        (owner, name, make(source_of(owner, name, digest)))
        for owner, name, digest, make in (*CHANGES, *QUICKER)
    ]
    for owner, name, function in changes:
        setattr(owner, name, function)
        _applied.append(name)
    for _, name, _, owners, quick in REMEMBERED:
        for owner in owners:
            setattr(owner, name, quick(getattr(owner, name)))


def _update_note_area(self: Any) -> bool:
    """Give the notes of the page their room and say whether they overflow their area.

    Stock compares two sums of floats without tolerance, so that with common margins every note
    "overflows": it is put off from page to page and in the end lost. Stock also lays out all notes
    of the page anew for each one that is added; we remember the height of each.
    """
    area = self.current_footnote_area
    if area.height != "auto" and not self.in_column:
        self.page_bottom += area.margin_height()
    area.children = self.current_page_footnotes
    overflow = False
    if not area.children:
        area.height = 0
    elif (height := _sum_of_heights(self, area)) is not None:
        area.height = height
    else:
        laid_out = _laid_out(self, area, area.children)
        area.height = laid_out.height
        last = laid_out.children[-1]
        overflow = last.position_y + last.margin_height() - last.margin_bottom > (
            laid_out.position_y + laid_out.margin_height() - laid_out.margin_bottom + _TOLERANCE
        )
    if not self.in_column:
        self.page_bottom -= area.margin_height()
    return overflow


def _sum_of_heights(context: Any, area: Any) -> float | None:
    """Return the height of the notes one below the other; None where it is no mere sum."""
    if area.style["height"] != "auto" or area.min_height or area.max_height != float("inf"):
        return None
    # Kept with the area, which lives for one making of one page: what a note says may change
    # between two makings, such as the page number it refers to.
    heights: dict[Any, float | None] = area.__dict__.setdefault("note_heights", {})
    total = 0.0
    for note in area.children:
        if note not in heights:
            heights[note] = _height_alone(context, area, note)
        if (height := heights[note]) is None:
            return None
        total += height
    return total


def _height_alone(context: Any, area: Any, note: Any) -> float | None:
    laid_out = _laid_out(context, area, [note])
    child: Any = laid_out.children[0]
    is_block = isinstance(child, boxes.BlockBox)
    # Margins may collapse with those of a neighbour.
    if not is_block or child.margin_top or child.margin_bottom:
        return None
    height: float = laid_out.height
    return height


def _laid_out(context: Any, area: Any, notes: list[Any]) -> Any:
    area.children = notes
    anonymous = build.create_anonymous_boxes(area.deepcopy())
    area.children = context.current_page_footnotes
    return block.block_level_layout(context, anonymous, -float("inf"), None, area.page)[0]


CHANGES: tuple[Change, ...] = (
    (
        LayoutContext,
        "_update_footnote_area",
        "0fcc68f3897d5ef0",
        lambda _source: _update_note_area,
    ),
    # Where the lines that must stay together do not fit, stock puts off notes of lines already
    # placed, last first, until they do: notes one page late. We let the lines go to the next page.
    # A line whose own note does not fit goes to the next page too, whatever the policy: of the
    # other two, one parts the note from its line and one fails.
    (
        block,
        "_linebox_layout",
        "e07bbe000974787e",
        edited(
            block,
            "_linebox_layout",
            (
                "report = not context.in_column and can_break_now and not could_break_before",
                "report = False",
            ),
            ("if footnote.style['footnote_policy'] == 'line':", "if True:"),
        ),
    ),
    # Where a block holds nothing yet but a float, such as the number of its paragraph, stock
    # leaves the float on the page and takes the text to the next.
    (
        block,
        "_in_flow_layout",
        "c2537262836dd981",
        edited(
            block,
            "_in_flow_layout",
            (
                "if all(child.is_absolutely_positioned() for child in new_children):",
                "if all(child.is_absolutely_positioned() or "
                "(child.is_floated() and not page_is_empty) for child in new_children):",
            ),
        ),
    ),
    # Where such a float does not fit itself, stock keeps its block with nothing in it, and the
    # heading before it is left alone at the foot, as if something followed.
    (
        block,
        "block_container_layout",
        "65842ca53a8391eb",
        edited(
            block,
            "block_container_layout",
            (
                "            if out_of_flow_resume_at:\n",
                "            abort = stop and not new_children and not page_is_empty\n"
                "            if out_of_flow_resume_at:\n",
            ),
        ),
    ),
    # A text that fits but for the space behind it is taken by stock for one that cannot be broken
    # before its first word's end, and is broken there: a line of one word in mid-paragraph.
    (
        inline,
        "split_first_line",
        "39ad1016863ca34d",
        edited(
            line_break,
            "split_first_line",
            (
                "if resume_index is None and first_line_width <= max_width:",
                "if resume_index is None and (first_line_width <= max_width or (\n"
                "            space_collapse and text.endswith(' ') and (\n"
                "                lambda whole: line_size(whole.get_first_line()[0], style)[0]\n"
                "            )(create_layout(text.rstrip(' '), style, context, None,\n"
                "                            justification_spacing)) <= max_width)):",
            ),
        ),
    ),
    # Where a line begins behind a space, we note it, for the sake of those who read by the tags.
    (
        inline,
        "skip_first_whitespace",
        "deb2f1a5e2a6c035",
        edited(
            inline,
            "skip_first_whitespace",
            (
                "text = text[index:]",
                "box.after_space = b' ' in text[max(index - 1, 0):index + 1]\n"
                "            text = text[index:]",
            ),
        ),
    ),
    # A hyphen that the layout puts behind a divided word is noted and marked as one, for the same
    # readers. A space that may not break has the glyph of the common space, and so its meaning:
    # stock gives all spaces of a face the character of the first that is drawn.
    (
        line_break,
        "first_line_metrics",
        "55ec5d0b58b29a8b",
        edited(
            line_break,
            "first_line_metrics",
            (
                "length -= len(hyphenation_character.encode())",
                "length -= len(hyphenation_character.encode())\n        layout.divides_word = True",
            ),
        ),
    ),
    (
        draw_text,
        "draw_first_line",
        "1bb8eae6d88e71b1",
        edited(
            draw_text,
            "draw_first_line",
            (
                "    # Draw text.\n    stream.show_text(string)",
                "    show_line(stream, string, textbox.pango_layout)",
            ),
            (
                "utf8_text[offset+t1:offset+t2].decode()",
                "utf8_text[offset+t1:offset+t2].decode().replace('\\xa0', ' ')",
            ),
            using=show_line,
        ),
    ),
    # The structure tree is ours; so is the choice of what is content and what an artifact.
    (pdf, "add_tags", "f0e74575b0bafaf3", lambda _source: add_tags),
    (Stream, "marked", "63ad2e4d99aa0059", lambda _source: marked),
)
