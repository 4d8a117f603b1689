"""Two texts → one in which every change stands as {old → new}."""

from __future__ import annotations

import difflib

_AROUND = 6  # unchanged words shown on either side of a change


def word_diff(old: str, new: str) -> str:
    """Return the new text with its changes marked; long unchanged parts are left out."""
    before, after = old.split(), new.split()
    shown: list[str] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    steps = matcher.get_opcodes()
    for number, (kind, a, b, c, d) in enumerate(steps):
        if kind == "equal":
            shown += _shortened(after[c:d], first=number == 0, last=number == len(steps) - 1)
        else:
            was, now = " ".join(before[a:b]), " ".join(after[c:d])
            shown.append("{" + " ".join(part for part in (was, "→", now) if part) + "}")
    return " ".join(shown)


def _shortened(words: list[str], *, first: bool, last: bool) -> list[str]:
    start = [] if first else words[:_AROUND]
    end = [] if last else words[-_AROUND:]
    return words if len(words) <= len(start) + len(end) else [*start, "…", *end]
