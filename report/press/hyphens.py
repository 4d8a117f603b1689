"""The glyphs of a line -> the same, with a hyphen that only divides a word told apart from others.

What a layout puts at the end of a line is no letter of the word. Those who do not see lines are
told so: the hyphen is marked as standing for U+00AD, the soft hyphen (ISO 32000-1, 14.8.2.2.3),
which a reader leaves out, while the hyphen of a compound stays.
"""

from __future__ import annotations

import re
from typing import Any

import pydyf

_SOFT_HYPHEN = "\u00ad"
# The last glyph of the operand of TJ, with the kerning behind it.
_LAST = re.compile(r"([0-9a-f]{4})>([-.0-9]*)$")


def show_line(stream: Any, glyphs: str, layout: Any) -> None:
    """Show `glyphs`, the operand of TJ, of a line that was laid out as `layout`.

    The layout of a line that ends within a word has `divides_word`; its last glyph is the hyphen.
    """
    last = _LAST.search(glyphs) if getattr(layout, "divides_word", False) else None
    if last is None:
        stream.show_text(glyphs)
        return
    before = glyphs[: last.start(1)]
    stream.show_text(before.removesuffix("<") if before.endswith("<") else f"{before}>")
    actual = pydyf.Dictionary({"ActualText": pydyf.String(_SOFT_HYPHEN)})
    stream.begin_marked_content("Span", actual)
    stream.show_text(f"<{last.group(1)}>{last.group(2)}")
    stream.end_marked_content()
