"""Whether a number in digits has the suffix that it is spoken with: 2000-нан, not 2000-ден."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from report.model.problem import Problem
from report.translation.checks.pair import Pair
from report.translation.kazakh import mended_suffix
from report.translation.language_data import read_language_data

_SPACE = "[ \u00a0\u202f]"
_INFLECTED = re.compile(
    rf"(?<![\w/.,-])(\d{{1,3}}(?:{_SPACE}\d{{3}})+|\d{{1,18}}(?:,\d{{1,6}})?)[-‐‑]([^\W\d_]{{2,5}})(?!\w)"
)


def check_suffixes(pair: Pair) -> Iterator[Problem]:
    """Yield numeral-suffix for each wrong one, in a language whose numbers have suffixes."""
    if read_language_data(pair.words.lang).suffixes != "kazakh":
        return
    for match in _INFLECTED.finditer(pair.plain):
        digits, suffix = match.groups()
        number = Decimal(re.sub(_SPACE, "", digits).replace(",", "."))
        right = mended_suffix(number, suffix)
        if right:
            yield pair.found(
                "numeral-suffix", match.start(2), written=match.group(), right=f"{digits}-{right}"
            )
