"""A cut in folded text → why a quotation may not begin, end or leave words out there.

A quotation may not begin or end inside a word or a number, nor leave out a negation, a doubt or
a qualifier of number that turns what it keeps.
"""

from __future__ import annotations

from report.evidence import turning_words as words
from report.evidence.before import Before
from report.evidence.behind import Behind
from report.evidence.boundaries import REACH, TOKEN, splits_word
from report.evidence.characters import first_forbidden, without_forbidden
from report.evidence.cuts import Cut, WrongCut, harmless, is_negative_verb, lower_words
from report.evidence.sentences import goes_on, is_asked, is_kazakh, is_kazakh_word, sentence_start
from report.evidence.turning_words import phrases

_BEFORE, _BEHIND = 400, 200  # characters of context


def check_start(text: str, start: int, end: int, *, since: int = 0) -> WrongCut | None:
    """Return why `text[start:end]` (folded) may not begin there; words before `since` are kept."""
    left = text[max(since, start - _BEFORE) : start]
    before = without_forbidden(left)
    if len(before) * 2 < len(left):
        return WrongCut(Cut.FORBIDDEN, first_forbidden(left))
    quoted = without_forbidden(text[start : min(end, start + _BEHIND)])
    if splits_word(before + without_forbidden(text[start : start + REACH]), len(before)):
        return WrongCut(Cut.SPLIT_WORD, _word_round(text, start))
    clause = before[sentence_start(before, quoted) :]
    context = Before(clause, quoted, before + quoted)
    return context.qualifier() or context.negation() or context.doubt()


def check_end(text: str, start: int, end: int, *, until: int | None = None) -> WrongCut | None:
    """Return why `text[start:end]` (folded) may not end there; words behind `until` are kept."""
    right = text[end : end + _BEHIND if until is None else min(until, end + _BEHIND)]
    behind = without_forbidden(right)
    if len(behind) * 2 < len(right):
        return WrongCut(Cut.FORBIDDEN, first_forbidden(right))
    quoted = without_forbidden(text[max(start, end - _BEHIND) : end])
    kept = without_forbidden(text[max(0, end - REACH) : end])
    if splits_word(kept + behind, len(kept)):
        return WrongCut(Cut.SPLIT_WORD, _word_round(text, end))
    if quoted.rstrip("')]").endswith((".", "!", "?", "…", ";")) and not goes_on(behind):
        return None
    if is_asked(without_forbidden(text[max(0, start - _BEFORE) : start]), quoted, behind):
        return WrongCut(Cut.QUALIFIER, "?")
    context = Behind(quoted, behind)
    return context.qualifier() or context.negation() or context.doubt()


def check_gap(text: str, start: int, end: int) -> WrongCut | None:
    """Return why the words between `start` and `end` may not be left out, if so."""
    gap = without_forbidden(text[start:end])
    joined = " ".join(lower_words(gap))
    around = text[max(0, start - _BEFORE) : end + _BEHIND]
    negations = (words.NEGATIONS, words.NEAR_NEGATIONS, words.NEGATIONS_BEHIND)
    for found in phrases(*negations, words.TURNING_PREFIXES).finditer(harmless(joined)):
        if not is_kazakh_word(found[0], found.string[found.end() :], around):
            return WrongCut(Cut.NEGATION, found[0])
    if is_kazakh(around) and (verb := next(filter(is_negative_verb, TOKEN.findall(gap)), "")):
        return WrongCut(Cut.NEGATION, verb)
    turning = (words.DOUBTS, words.MODALS, words.DOUBTS_BEHIND, words.CONDITIONS, words.TURNS)
    found_doubt = phrases(*turning).search(joined)
    return WrongCut(Cut.QUALIFIER, found_doubt[0]) if found_doubt else None


def _word_round(text: str, place: int) -> str:
    start = max(text.rfind(" ", max(0, place - 40), place) + 1, place - 40, 0)
    end = text.find(" ", place, place + 40)
    return text[start : end if end >= 0 else place + 40]
