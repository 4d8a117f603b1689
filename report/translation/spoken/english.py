"""English numbers in words: 2,600 is “two thousand six hundred”, 59th is “fifty-ninth”."""

from __future__ import annotations

_SMALL = (  # noqa: SIM905  words read better as a sentence
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = (  # noqa: SIM905
    "- - twenty thirty forty fifty sixty seventy eighty ninety"
).split()
_SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
LARGEST = 10**12 - 1


def cardinal(number: int) -> str:
    """Return a whole number, from zero to `LARGEST`, in words."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"not spoken: {number}")
    parts = []
    rest = number
    for scale, name in _SCALES:
        if rest >= scale:
            parts.append(f"{_below_thousand(rest // scale)} {name}")
            rest %= scale
    if rest and parts and rest < 100:
        parts.append(f"and {_below_thousand(rest)}")
    elif rest or not parts:
        parts.append(_below_thousand(rest))
    return " ".join(parts)


def ordinal(number: int) -> str:
    """Return the ordinal of a whole number."""
    words = cardinal(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:cut], words[cut:]
    if last in _ORDINALS:
        return head + _ORDINALS[last]
    return head + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def decimals(digits: str) -> str:
    """Return the digits behind a decimal sign, one by one: `5` of 34.5 is “point five”."""
    return "point " + " ".join(_SMALL[int(digit)] for digit in digits)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    said = f"{_SMALL[hundreds]} hundred" if hundreds else ""
    if not rest:
        return said or _SMALL[0]
    return f"{said} and {_below_hundred(rest)}" if said else _below_hundred(rest)


def _below_hundred(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    tens, unit = divmod(number, 10)
    return f"{_TENS[tens]}-{_SMALL[unit]}" if unit else _TENS[tens]
