"""The words before a quotation → the negation, doubt or qualifier of number that it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.evidence import turning_words as words
from report.evidence.boundaries import TOKEN, starts_number
from report.evidence.cuts import Cut, WrongCut, harmless, lower_words, number_follows
from report.evidence.fold import DASH
from report.evidence.sentences import is_kazakh, is_kazakh_word
from report.evidence.turning_words import phrases

NEGATION_REACH = 4
NEAR_REACH = 2
CLAUSE_REACH = 10
CONDITION_REACH = 8
_NUMBER_SIGNS = "~≈<>≤≥±∼"
_PARENTHESIS = re.compile(r"(?<=\bthat), [^,]{1,60},|(?<=\bчто), [^,]{1,60},")
_CLAUSE_END = re.compile(r"[,;:()\[\]–]")


class Before:
    """The words of the clause before a quotation, and its first words."""

    def __init__(self, clause: str, quoted: str, around: str) -> None:
        self.clause = clause
        self.around = around
        self.kazakh = is_kazakh(around)
        self.spans = [token.span() for token in TOKEN.finditer(clause)]
        self.edge = len(self.spans)
        self.head = TOKEN.findall(quoted)[:6]
        stop = _CLAUSE_END.search(quoted.lstrip(" –"))
        self.opening = lower_words(quoted[: stop.start()] if stop else quoted)[:8]
        outside = " ".join(clause[start:end].lower() for start, end in self.spans)
        inside = " ".join(self.head).lower()
        self.written = f"{outside} {inside}".strip()
        self.joined = f"{harmless(outside)} {inside}".strip()

    def _found(self, listing: str, joined: str) -> Iterator[tuple[str, int, int]]:
        """Yield each phrase that begins before the edge, the words at which it begins and ends."""
        for found in phrases(listing).finditer(joined):
            begins = joined.count(" ", 0, found.start())
            if begins >= self.edge:
                return
            if not is_kazakh_word(found[0], joined[found.end() :], self.around):
                yield found[0], begins, begins + found[0].count(" ") + 1

    def _left_out(self, listing: str, reach: int, *, in_clause: bool = False) -> str:
        """Return a phrase among the last `reach` words before the edge, if wanted of its clause."""
        for found, begin, end in self._found(listing, self.joined):
            if self.edge - end < reach:
                between = _PARENTHESIS.sub("", self.clause[self.spans[begin][0] :])
                if not in_clause or not _CLAUSE_END.search(between):
                    return found
        return ""

    def qualifier(self) -> WrongCut | None:
        """A qualifier of number directly before a number, or itself cut in two."""
        tokens = self.written.split(" ")
        sign = self.clause.rstrip()[-1:]
        if sign and sign in _NUMBER_SIGNS and number_follows(tokens[self.edge :]):
            return WrongCut(Cut.QUALIFIER, sign)
        for found, _, end in self._found(words.NUMBER_QUALIFIERS, self.written):
            between = tokens[end : self.edge]
            if not words.FILLERS.issuperset(between) or self._is_until(found):
                continue
            if number_follows(tokens[max(end, self.edge) :]):
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
        found = self._left_out(listing, NEGATION_REACH, in_clause=self._begins_clause())
        if not found and self._goes_on_with_clause():
            found = self._left_out(listing, CLAUSE_REACH, in_clause=True)
        return found

    def _own_negation(self) -> bool:
        """«never used and | will not use»: behind a conjunction the quotation has its own."""
        joined = self.joined.split(" ")
        if not self.edge or words.JOINING.isdisjoint(joined[self.edge - 1 : self.edge + 1]):
            return False
        return bool(phrases(words.NEGATIONS).search(" ".join(joined[self.edge : self.edge + 3])))

    def _begins_clause(self) -> bool:
        """Whether a comma or dash before the quotation parts it, a clause with its own subject."""
        if self.clause.rstrip()[-1:] not in (",", DASH) or not self._has_subject():
            return False
        last = self.joined.split(" ")[max(self.edge - 2, 0) : self.edge]
        negated = phrases(words.NEGATIONS, words.CONDITIONS).search(" ".join(last))
        return negated is None and words.UNTRUE.isdisjoint(last)

    def _has_subject(self) -> bool:
        first = self.head[0] if self.head else ""
        named = first[:1].isupper() or first in words.PHRASE_STARTERS
        return named and not words.AUXILIARIES.isdisjoint(self.opening)

    def _goes_on_with_clause(self) -> bool:
        """Whether the quotation holds the verb of the clause before it, or a clause within it."""
        first = self.head[0] if self.head else ""
        if first.islower() and first not in words.PHRASE_STARTERS and not starts_number(first):
            return True
        opened = self.edge > 0 and self.joined.split(" ")[self.edge - 1] in words.CLAUSE_OPENERS
        return opened or not words.AUXILIARIES.isdisjoint(self.opening)

    def _condition(self) -> str:
        """A condition, over a comma where it opens the sentence: «if attacked, | they fire»."""
        opening = next(self._found(words.CONDITIONS, self.joined), ("", 2, 0))
        if opening[1] < 2 and self.edge - opening[2] < CONDITION_REACH:
            return opening[0]
        return self._governing(words.CONDITIONS)

    def doubt(self) -> WrongCut | None:
        """A condition up to four words before, a doubt up to two."""
        found = self._condition() or self._left_out(words.DOUBTS, NEAR_REACH)
        found = found or self._left_out(words.MODALS, NEAR_REACH, in_clause=True)
        found = found or self._left_out(words.LIMITS_BEFORE, 1, in_clause=True)
        if found.split(" ")[0] == "may" and not re.search(r"\bmay\b", self.clause):
            return None  # the month
        return WrongCut(Cut.QUALIFIER, found) if found else None
