"""Numbers that are ages: Selimov, 38, was; a welder of 34; aged 15 and 17; he is 63.

They describe one person and count nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.suggest.article import Word
from report.suggest.words import Words

_ONES = frozenset(["baby", "infant", "toddler", "boy", "girl", "man", "woman"])


def is_age(before: Sequence[Word], behind: Sequence[Word], words: Words) -> bool:
    """Whether a number between two rows of words is somebody's age."""
    if not before:
        return False
    following = behind[0] if behind else None
    closed = following is None or not following.is_word
    return (
        _between_commas(before, following, words)
        or any(words.has("aged", word.low) for word in before[-3:])
        or _of_somebody(before, words, closed=closed or _is_child(before, behind, words))
        or _is_years_old(before, following, words)
        or any(words.has("old", word.low) for word in behind[:2])
    )


def _between_commas(before: Sequence[Word], following: Word | None, words: Words) -> bool:
    """Anna Berg, 34, and “a farmer, 61, described”."""
    if len(before) < 2 or before[-1].text != ",":
        return False
    closed = following is None or following.text in ",.;)—–"
    named = before[-2].capital or words.any_has(("roles", "speakers"), before[-2].low)
    return closed and (named or before[-2].text in "*†’'")


def _is_child(before: Sequence[Word], behind: Sequence[Word], words: Words) -> bool:
    """“A baby of eight months”, “a boy of 22 was hit”."""
    noun = before[-2] if len(before) > 1 else None
    one = noun is not None and noun.low in (
        "baby",
        "infant",
        "toddler",
        "boy",
        "girl",
        "man",
        "woman",
    )
    first = behind[0].low if behind else ""
    return one and (words.any_has(("time_units", "passive", "auxiliary"), first))


def _of_somebody(before: Sequence[Word], words: Words, *, closed: bool) -> bool:
    """A welder of 34."""
    if len(before) < 3 or before[-1].low != "of":
        return False
    noun = before[-2]
    if noun.low in ("girls", "boys", "women", "men", "children"):
        return True
    return (
        closed
        and not noun.capital
        and not noun.low.endswith("s")
        and not words.has("measures", noun.low)
        and any(word.low in ("a", "an", "the") for word in before[-5:-2])
    )


def _is_years_old(before: Sequence[Word], following: Word | None, words: Words) -> bool:
    """He is 63 and has a heart condition; she was 19."""
    if len(before) < 2 or before[-1].low not in ("is", "was", "turned", "am"):
        return False
    pronouns = ("pronouns_person", "pronouns_first")
    somebody = before[-2].capital or words.any_has(pronouns, before[-2].low)
    ends = following is None or not following.is_word or following.low in ("and", "when", "but")
    return somebody and ends and not words.has("measures", before[-2].low)
