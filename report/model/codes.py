"""The one table of all problem codes: severity, message and hint, filled in by `problem()`.

A message says what is wrong in an officer's words; a hint says how to mend it. Placeholders in
braces are named arguments of `problem()`. The table is the source of the page of problems, and
each code has its folder in tests/problems/.
"""

from __future__ import annotations

from typing import NamedTuple


class Code(NamedTuple):
    """One row: severity (`error` or `warning`), message and hint, both `str.format` templates."""

    severity: str
    message: str
    hint: str = ""


CODES: dict[str, Code] = {
    # Quotations (report/evidence)
    "not-found": Code(
        "error",
        "the quotation does not stand in {document}",
        "{nearest}",
    ),
}
