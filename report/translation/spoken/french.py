"""French numbers in words: 2 600 is « deux mille six cents », 80 is « quatre-vingts »."""

from __future__ import annotations

_SMALL = (  # noqa: SIM905  words read better as a sentence
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
).split()
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
LARGEST = 10**9 - 1


def cardinal(number: int) -> str:
    """Return a whole number, from zero to `LARGEST`, in words, masculine."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"not spoken: {number}")
    millions, rest = divmod(number, 10**6)
    thousands, below = divmod(rest, 1000)
    parts = []
    if millions:
        parts.append(f"{_below_thousand(millions)} million{'s' if millions > 1 else ''}")
    if thousands:
        parts.append("mille" if thousands == 1 else f"{_invariable(thousands)} mille")
    if below or not parts:
        parts.append(_below_thousand(below))
    return " ".join(parts)


def depends_on_gender(number: int) -> bool:
    """Whether the words end in “un”, which is “une” before a feminine noun."""
    return number % 100 in {1, 21, 31, 41, 51, 61, 81}


def _invariable(number: int) -> str:
    """Return a count of thousands: “cent” and “vingt” take no s before “mille”."""
    words = _below_thousand(number)
    return words[:-1] if words.endswith(("cents", "vingts")) else words


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    head = "cent" if hundreds == 1 else f"{_SMALL[hundreds]} cent"
    if not rest:
        return head + ("s" if hundreds > 1 else "")
    return f"{head} {_below_hundred(rest)}"


def _below_hundred(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    if number < 70:
        tens, unit = number // 10 * 10, number % 10
        joined = {0: "", 1: " et un"}.get(unit, f"-{_SMALL[unit]}")
        return _TENS[tens] + joined
    if number < 80:
        return "soixante et onze" if number == 71 else f"soixante-{_SMALL[number - 60]}"
    return "quatre-vingts" if number == 80 else f"quatre-vingt-{_SMALL[number - 80]}"
