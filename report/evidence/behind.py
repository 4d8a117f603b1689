"""The words behind a quotation → the negation, doubt or qualifier of number that it leaves out."""

from __future__ import annotations

import re

from report.evidence import turning_words as words
from report.evidence.boundaries import TOKEN, starts_number
from report.evidence.cuts import (
    Cut,
    WrongCut,
    harmless,
    is_negative_verb,
    lower_words,
    number_follows,
)
from report.evidence.fold import MARK
from report.evidence.sentences import is_kazakh, is_kazakh_word
from report.evidence.turning_words import phrases

NEAR_REACH = 2
BEHIND_REACH = 3
_PARTING = re.compile(r"[,;:()\[\]–….!?]")


class Behind:
    """The last words of a quotation, and the words of the clause behind it."""

    def __init__(self, quoted: str, behind: str) -> None:
        self.around = quoted + behind
        self.kazakh = is_kazakh(self.around)
        self.closed = behind.startswith(MARK)  # the document's own quotation ends here
        stop = _PARTING.search(behind)
        self.tokens = TOKEN.findall(behind[: stop.start()] if stop else behind)
        self.joined = harmless(" ".join(token.lower() for token in self.tokens))
        self.tail = lower_words(quoted)[-6:]

    def qualifier(self) -> WrongCut | None:
        """A qualifier behind the number that the quotation ends with, or one cut in two."""
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
            if begins < edge < ends and number_follows(tokens[ends:]):
                return found[0]
        return ""

    def negation(self) -> WrongCut | None:
        """A negation right behind; in Kazakh up to three words on, or the verb itself."""
        next_one = phrases(words.NEGATIONS_NEXT).match(self.joined)
        found = next_one[0] if next_one else self._within(words.NEGATIONS_BEHIND, BEHIND_REACH)
        if found and not is_kazakh_word(found, self.joined[len(found) :], self.around):
            return WrongCut(Cut.NEGATION, found)
        if self.kazakh:
            verb = next(filter(is_negative_verb, self.tokens[: BEHIND_REACH + 1]), "")
            return WrongCut(Cut.NEGATION, verb) if verb else None
        return None

    def _within(self, listing: str, reach: int) -> str:
        for found in phrases(listing).finditer(self.joined):
            if self.joined.count(" ", 0, found.start()) <= reach:
                return found[0]
        return ""

    def doubt(self) -> WrongCut | None:
        """A word right behind that takes part of it back, or a doubt one word on."""
        found = None if self.closed else phrases(words.LIMITS_NEXT).match(self.joined)
        word = found[0] if found else self._within(words.DOUBTS_BEHIND, 1)
        return WrongCut(Cut.QUALIFIER, word) if word else None
