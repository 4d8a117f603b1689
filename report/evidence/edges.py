"""What a quotation leaves out at its edges and in its omissions → why it may not be cut there.

Works on folded text. A quotation may not begin or end inside a word or a number, nor leave out
a negation, a doubt or a qualifier of number that turns what it keeps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from report.evidence import turning_words as words
from report.evidence.boundaries import REACH, TOKEN, splits_word, starts_number
from report.evidence.characters import first_forbidden, without_forbidden
from report.evidence.sentences import goes_on, is_kazakh, is_kazakh_word, sentence_start
from report.evidence.turning_words import phrases

NEGATION_REACH = 4
NEAR_REACH = 2
CLAUSE_REACH = 10
BEHIND_REACH = 3
_BEFORE, _BEHIND = 400, 200  # characters of context
_NUMBER_SIGNS = "~≈<>≤≥±∼"
_CLAUSE_END = re.compile(r"[,;:()\[\]–]")
_PARTING = re.compile(r"[,;:()\[\]–….!?]")


class Cut(StrEnum):
    """Why a cut is refused; the values are those of the verdict and of the problem codes."""

    SPLIT_WORD = "split-word"
    NEGATION = "cut-negation"
    QUALIFIER = "cut-qualifier"
    FORBIDDEN = "forbidden-character"


@dataclass(frozen=True)
class WrongCut:
    """A refused cut and the words of the document that it leaves out."""

    cut: Cut
    words: str


def check_edges(text: str, start: int, end: int) -> WrongCut | None:
    """Return why a quotation of `text[start:end]` (folded) may not be cut there, if so."""
    return check_start(text, start, end) or check_end(text, start, end)


def check_start(text: str, start: int, end: int, *, since: int = 0) -> WrongCut | None:
    """Return why a quotation may not begin at `start`, if so; words before `since` are kept."""
    left = text[max(since, start - _BEFORE) : start]
    before = without_forbidden(left)
    if len(before) * 2 < len(left):
        return WrongCut(Cut.FORBIDDEN, first_forbidden(left))
    quoted = without_forbidden(text[start : min(end, start + _BEHIND)])
    if splits_word(before + without_forbidden(text[start : start + REACH]), len(before)):
        return WrongCut(Cut.SPLIT_WORD, _word_round(text, start))
    clause = before[sentence_start(before, quoted) :]
    context = _Before(clause, quoted, before + quoted)
    return context.qualifier() or context.negation() or context.doubt()


def check_end(text: str, start: int, end: int, *, until: int | None = None) -> WrongCut | None:
    """Return why a quotation may not end at `end`, if so; words behind `until` are kept."""
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
    context = _Behind(quoted, behind)
    return context.qualifier() or context.negation() or context.doubt()


def check_gap(text: str, start: int, end: int) -> WrongCut | None:
    """Return why the words between `start` and `end` may not be left out, if so."""
    gap = without_forbidden(text[start:end])
    joined = " ".join(_lower(gap))
    round_it = text[max(0, start - _BEFORE) : end + _BEHIND]
    negations = (words.NEGATIONS, words.NEAR_NEGATIONS, words.NEGATIONS_BEHIND)
    for found in phrases(*negations, words.TURNING_PREFIXES).finditer(_harmless(joined)):
        if not is_kazakh_word(found[0], found.string[found.end() :]):
            return WrongCut(Cut.NEGATION, found[0])
    if is_kazakh(round_it) and (verb := next(filter(_negative_verb, TOKEN.findall(gap)), "")):
        return WrongCut(Cut.NEGATION, verb)
    turning = (words.DOUBTS, words.DOUBTS_BEHIND, words.CONDITIONS, words.TURNS)
    found_doubt = phrases(*turning).search(joined)
    return WrongCut(Cut.QUALIFIER, found_doubt[0]) if found_doubt else None


class _Before:
    """The words of the clause before a quotation, and its first words."""

    def __init__(self, clause: str, quoted: str, round_it: str) -> None:
        self.clause = clause
        self.kazakh = is_kazakh(round_it)
        self.spans = [token.span() for token in TOKEN.finditer(clause)]
        self.edge = len(self.spans)
        self.head = TOKEN.findall(quoted)[:6]
        stop = _CLAUSE_END.search(quoted.lstrip(" –"))
        self.opening = _lower(quoted[: stop.start()] if stop else quoted)[:8]
        outside = " ".join(clause[start:end].lower() for start, end in self.spans)
        inside = " ".join(self.head).lower()
        self.written = f"{outside} {inside}".strip()
        self.joined = f"{_harmless(outside)} {inside}".strip()

    def _found(self, listing: str, joined: str) -> Iterator[tuple[str, int, int]]:
        """Yield each phrase that begins before the edge, the words at which it begins and ends."""
        for found in phrases(listing).finditer(joined):
            begins = joined.count(" ", 0, found.start())
            if begins >= self.edge:
                return
            if not is_kazakh_word(found[0], joined[found.end() :]):
                yield found[0], begins, begins + found[0].count(" ") + 1

    def _left_out(self, listing: str, reach: int, *, in_clause: bool = False) -> str:
        """Return a phrase among the last `reach` words before the edge, if wanted of its clause."""
        for found, begin, end in self._found(listing, self.joined):
            if self.edge - end < reach:
                between = self.clause[self.spans[begin][0] :]
                if not in_clause or not _CLAUSE_END.search(between):
                    return found
        return ""

    def qualifier(self) -> WrongCut | None:
        """A qualifier of number directly before a number, or itself cut in two."""
        tokens = self.written.split(" ")
        sign = self.clause.rstrip()[-1:]
        if sign and sign in _NUMBER_SIGNS and _number_follows(tokens[self.edge :]):
            return WrongCut(Cut.QUALIFIER, sign)
        for found, _, end in self._found(words.NUMBER_QUALIFIERS, self.written):
            between = tokens[end : self.edge]
            if not words.FILLERS.issuperset(between) or self._is_until(found):
                continue
            if _number_follows(tokens[max(end, self.edge) :]):
                return WrongCut(Cut.QUALIFIER, found)
        behind = phrases(words.NUMBER_QUALIFIERS_BEHIND).match(" ".join(tokens[self.edge :]))
        if behind and self.edge and self.kazakh and tokens[self.edge - 1][:1].isnumeric():
            return WrongCut(Cut.SPLIT_WORD, f"{tokens[self.edge - 1]} {behind[0]}")
        return None

    def _is_until(self, phrase: str) -> bool:
        """«до 2015 года» is a date, not a bound."""
        first = self.head[0] if self.head else ""
        return phrase == "до" and bool(re.fullmatch(r"(?:19|20)\d\d", first))

    def negation(self) -> WrongCut | None:
        """A negation up to four words before, or further off before a predicate of its clause."""
        found = self._governing(words.NEGATIONS)
        found = found or self._left_out(words.NEAR_NEGATIONS, NEAR_REACH, in_clause=True)
        found = found or self._left_out(words.TURNING_PREFIXES, 1, in_clause=True)
        return WrongCut(Cut.NEGATION, found) if found and not self._own_negation() else None

    def _governing(self, listing: str) -> str:
        """Return a phrase up to four words before, or further off before more of its clause."""
        found = self._left_out(listing, NEGATION_REACH)
        if not found and self._goes_on_with_clause():
            found = self._left_out(listing, CLAUSE_REACH, in_clause=True)
        return found

    def _own_negation(self) -> bool:
        """«never used and | will not use»: behind a conjunction the quotation has its own."""
        joined = self.joined.split(" ")
        if not self.edge or joined[self.edge - 1] not in words.JOINING:
            return False
        return bool(phrases(words.NEGATIONS).search(" ".join(joined[self.edge : self.edge + 3])))

    def _goes_on_with_clause(self) -> bool:
        """Whether the quotation holds the verb of the clause before it, or a clause within it."""
        first = self.head[0] if self.head else ""
        if first.islower() and first not in words.PHRASE_STARTERS and not starts_number(first):
            return True
        opened = self.edge > 0 and self.joined.split(" ")[self.edge - 1] in words.CLAUSE_OPENERS
        return opened or not words.AUXILIARIES.isdisjoint(self.opening)

    def doubt(self) -> WrongCut | None:
        """A condition up to four words before, a doubt up to two."""
        found = self._governing(words.CONDITIONS) or self._left_out(words.DOUBTS, NEAR_REACH)
        if found.split(" ")[0] == "may" and not re.search(r"\bmay\b", self.clause):
            return None  # the month
        return WrongCut(Cut.QUALIFIER, found) if found else None


class _Behind:
    """The last words of a quotation, and the words of the clause behind it."""

    def __init__(self, quoted: str, behind: str) -> None:
        self.kazakh = is_kazakh(quoted + behind)
        stop = _PARTING.search(behind)
        self.tokens = TOKEN.findall(behind[: stop.start()] if stop else behind)
        self.joined = _harmless(" ".join(token.lower() for token in self.tokens))
        self.tail = [token.lower() for token in TOKEN.findall(quoted)[-6:]]

    def qualifier(self) -> WrongCut | None:
        spanning = self._spanning(words.NUMBER_QUALIFIERS)
        if spanning:
            return WrongCut(Cut.QUALIFIER, spanning)
        found = phrases(words.NUMBER_QUALIFIERS_BEHIND).match(self.joined)
        near = self.tail[-1:] if self.kazakh else self.tail[-3:]
        if found and any(map(starts_number, near)):
            return WrongCut(Cut.QUALIFIER, found[0])
        if self.tail and starts_number(self.tail[-1]):  # 70 | people or more
            further = self._within(words.NUMBER_QUALIFIERS_BEHIND, NEAR_REACH)
            return WrongCut(Cut.QUALIFIER, further) if " " in further else None
        return None

    def _spanning(self, listing: str) -> str:
        """Return a phrase that begins in the quotation and ends behind it: «more | than»."""
        edge = len(self.tail)
        tokens = self.tail + [token.lower() for token in self.tokens]
        joined = " ".join(tokens)
        for found in phrases(listing).finditer(joined):
            begins = joined.count(" ", 0, found.start())
            ends = begins + found[0].count(" ") + 1
            if begins < edge < ends and _number_follows(tokens[ends:]):
                return found[0]
        return ""

    def negation(self) -> WrongCut | None:
        next_one = phrases(words.NEGATIONS_NEXT).match(self.joined)
        found = next_one[0] if next_one else self._within(words.NEGATIONS_BEHIND, BEHIND_REACH)
        if found and not is_kazakh_word(found, self.joined[len(found) :]):
            return WrongCut(Cut.NEGATION, found)
        if self.kazakh:
            verb = next(filter(_negative_verb, self.tokens[: BEHIND_REACH + 1]), "")
            return WrongCut(Cut.NEGATION, verb) if verb else None
        return None

    def _within(self, listing: str, reach: int) -> str:
        for found in phrases(listing).finditer(self.joined):
            if self.joined.count(" ", 0, found.start()) <= reach:
                return found[0]
        return ""

    def doubt(self) -> WrongCut | None:
        found = phrases(words.LIMITS_NEXT).match(self.joined)
        word = found[0] if found else self._within(words.DOUBTS_BEHIND, 1)
        return WrongCut(Cut.QUALIFIER, word) if word else None


def _number_follows(tokens: list[str]) -> bool:
    """Whether the first word that counts is a number: `a further 200`, `an estimated dozen`."""
    counted = (token for token in tokens[:4] if token not in words.FILLERS)
    first = next(counted, "")
    return bool(first) and starts_number(first)


def _lower(text: str) -> list[str]:
    return [token.lower() for token in TOKEN.findall(text)]


def _harmless(joined: str) -> str:
    """Blank out phrases that hold a negation and deny nothing; words stay countable."""
    return phrases(words.HARMLESS).sub(lambda m: "=" + " =" * m[0].count(" "), joined)


def _negative_verb(word: str) -> bool:
    """Whether a word looks like a Kazakh verb that denies; names (Әлімбай) begin with a capital."""
    if not word.islower() or words.KAZAKH_NOT_NEGATIVE.search(word):
        return False
    return bool(words.KAZAKH_NEGATIVE_VERB.match(word))


def _word_round(text: str, place: int) -> str:
    start = max(text.rfind(" ", max(0, place - 40), place) + 1, place - 40, 0)
    end = text.find(" ", place, place + 40)
    return text[start : end if end >= 0 else place + 40]
