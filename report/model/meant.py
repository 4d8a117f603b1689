"""A name that is not known → what was probably meant, for the hint of its problem."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def meant(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return “did you mean …?” where one of the known names is close, else the other hint."""
    close = difflib.get_close_matches(str(name), [str(one) for one in known], n=1)
    return f"did you mean “{close[0]}”?" if close else otherwise
