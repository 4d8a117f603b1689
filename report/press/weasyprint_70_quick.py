"""Where WeasyPrint 70.0 does work again that it has done, or that leads to nothing.

The pages are the same to the last bit, but for the height of columns, which stock finds within a
pixel or a line and we within a hundredth of a pixel.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.css import ComputedStyle
from weasyprint.formatting_structure import boxes
from weasyprint.layout import absolute, block, column, grid, inline, page, percent, preferred, table
from weasyprint.layout import float as float_
from weasyprint.text import line_break

from report.press import remembering
from report.press.columns import even_height
from report.press.source_changes import Change, edited

CHANGES: tuple[Change, ...] = (
    # Stock looks for the height of columns by laying them out at ever more heights, and then does
    # it all again because of what stands below the columns, whether or not that has room.
    (
        block,
        "columns_layout",
        "7a05cce3272fc581",
        edited(
            column,
            "columns_layout",
            (
                "if column_skip_stack:\n                        next_box = block_box_layout(",
                "if False:\n                        next_box = block_box_layout(",
            ),
            (
                "if column_skip_stack is None:\n"
                "                    # We rendered the whole content, stop\n"
                "                    break\n",
                "if column_skip_stack is None:\n"
                "                    if height - too_low <= 1:\n"
                "                        break\n"
                "                    fits = height\n"
                "                else:\n"
                "                    too_low = height\n"
                "                height = (fits + too_low) / 2 if fits - too_low > 1 else fits\n"
                "                continue\n",
            ),
            (
                "height = sum(consumed_heights) / count\n",
                "fits = height\n"
                "                        height = min(fits, even_height(new_boxes, count))\n"
                "                        too_low = height\n",
            ),
            using=even_height,
        ),
    ),
    (
        block,
        "block_box_layout",
        "a6279066e3d9ff7d",
        edited(
            block,
            "block_box_layout",
            (
                "if columns_bottom_space:",
                "if columns_bottom_space and context.overflows_page(\n"
                "                    bottom_space + columns_bottom_space,\n"
                "                    new_box.content_box_y() + new_box.height):",
            ),
        ),
    ),
    # Beside a float a line is measured by its smallest width; stock does so below the float too.
    (
        inline,
        "get_next_linebox",
        "67af458c2545e74f",
        edited(
            inline,
            "get_next_linebox",
            (
                "if context.excluded_shapes:",
                "if not is_clear(context.excluded_shapes, position_y):",
            ),
            using=remembering.is_clear,
        ),
    ),
    # Stock asks all children for the names of their pages, and the first and the last for both.
    (boxes.ParentBox, "page_values", "00c9a22ae03b18b4", lambda _source: remembering.page_values),
)

# Functions of which the results are kept: where each is made, its name, the hash of its source,
# those that call it by a name of their own, and what makes the quick one of the slow one.
REMEMBERED: tuple[tuple[object, str, str, tuple[object, ...], Callable[[Any], Any]], ...] = (
    (
        line_break,
        "split_first_line",
        "39ad1016863ca34d",
        (inline, preferred),
        remembering.lines,
    ),
    (line_break, "strut", "b57885b70dd08efe", (inline,), remembering.struts),
    (line_break, "can_break_text", "4f3fb5ef1c239df9", (inline, preferred), remembering.breaks),
    (
        percent,
        "resolve_percentages",
        "71673078096fcf87",
        (absolute, block, column, float_, grid, inline, page, table),
        remembering.lengths,
    ),
    (
        ComputedStyle,
        "__missing__",
        "5b34f190d6dc227f",
        (ComputedStyle,),
        remembering.ordinary_values,
    ),
)
