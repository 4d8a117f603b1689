"""The bound of a number: "more than", «не менее» before it, «астам», "or more" behind it."""

from __future__ import annotations

from dataclasses import dataclass

from report.evidence.lexicon import lexicon_of
from report.evidence.scan import Scan
from report.model.finding import Bound

CURRENCY = frozenset("$€£₸₽")
_REACH = 2  # words that may stand between a number and a bound behind it


@dataclass(frozen=True)
class Bounding:
    """A bound, and whether its word may be a mere preposition."""

    bound: Bound = Bound.EXACT
    doubtful: bool = False


def bound_of(scan: Scan, start: int, end: int, case: str = "") -> Bounding:
    """Return the bound of the number at tokens [start, end)."""
    before = bound_before(scan, start)
    if before.bound is not Bound.EXACT and not before.doubtful:
        return before
    behind = _behind(scan, end)
    if behind is not None:
        return Bounding(behind)
    if case and scan.lexicon.ends_as(case, "about_endings"):
        return Bounding(Bound.ABOUT)
    return before


def bound_round(text: str, offset: int, lang: str) -> Bounding:
    """Return the bound that the words of `text` give to the sign at `offset`, a figure's mark."""
    scan = Scan(text, lexicon_of(lang))
    index = scan.starts.index(offset)
    return bound_of(scan, index, index + 1)


def bound_before(scan: Scan, start: int) -> Bounding:
    """Return the bound that the words before say; "at least some 200" is at least 200."""
    found = Bounding()
    at = start - 1
    while True:
        while scan.at(at).low in CURRENCY or scan.lexicon.has("fillers", scan.at(at).low):
            at -= 1
        sign = scan.lexicon.raw.get("symbols_before", {}).get(scan.at(at).low)
        if sign:
            return Bounding(Bound(sign))
        phrase = _phrase_ending_at(scan, at)
        if phrase is None:
            return found
        words, bound = phrase
        doubtful = scan.lexicon.has("doubtful", " ".join(words))
        if found.bound is Bound.EXACT or bound is not Bound.ABOUT:
            found = Bounding(bound, doubtful)
        at -= len(words)


def _phrase_ending_at(scan: Scan, at: int) -> tuple[tuple[str, ...], Bound] | None:
    for words, bound in scan.lexicon.before.get(scan.at(at).low, ()):
        first = at - len(words) + 1
        if first >= 0 and all(scan.at(first + k).low == word for k, word in enumerate(words)):
            return words, bound
    return None


def _behind(scan: Scan, end: int) -> Bound | None:
    """Return the bound said behind the number, after at most two words of what is counted."""
    for at in range(end, end + _REACH + 1):
        token = scan.at(at)
        for words, bound in scan.lexicon.behind.get(token.low, ()):
            said = all(scan.at(at + k).low == word for k, word in enumerate(words))
            if said and _case_fits(scan, bound, at, end):
                return bound
        if token.kind != "w" or scan.taken[at] or _counts(scan, at):
            return None
    return None


def _counts(scan: Scan, at: int) -> bool:
    low = scan.at(at).low
    return low in scan.lexicon.cardinals or low in scan.lexicon.scales


def _case_fits(scan: Scan, bound: Bound, at: int, end: int) -> bool:
    """«200-ден астам»: the word before must stand in the case that the bound asks for."""
    cases = scan.lexicon.raw.get("behind_after", {}).get(bound.value, "")
    if not cases or scan.at(at).kind != "w":
        return at == end or scan.at(at).kind == "w"
    before = scan.at(at - 1)
    if before.kind == "d":
        return True
    return any(scan.lexicon.ends_as(before.low, case) for case in cases.split())
