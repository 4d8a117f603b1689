"""Characters that hide, reorder or split words: the one table of what no text may hold.

Knows single characters only. Where a text comes from decides which of the tables is its own.
"""

from __future__ import annotations

import re

_HIDING = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls that are no white space
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls (Unicode UAX 9)
    "\u206a-\u206f\ufff9-\ufffb"  # deprecated format characters, interlinear marks
    "\ud800-\udfff"  # unpaired surrogates
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use
    "\ufdd0-\ufdef\ufffe\uffff"  # noncharacters
    "\U000e0000-\U000e0fff"  # tags
)
# Documents end lines with them; in a typed text they are lines that an editor does not show.
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"

FORBIDDEN_IN_DOCUMENTS = re.compile(f"[{_HIDING}]")
FORBIDDEN_IN_FILES = re.compile(f"[{_HIDING}{_LINE_ENDS}]")
# A quotation may have the zero-width spaces of its document; a translation quotes no such thing.
FORBIDDEN_IN_TRANSLATIONS = re.compile(f"[{_HIDING}{_LINE_ENDS}\u200b]")


def code_point(character: str) -> str:
    """Name a character by its number: `U+202E`."""
    return f"U+{ord(character):04X}"
