"""A text on its way to its numbers: tokens, the tables of its language, what is already taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from report.evidence.lexicon import Lexicon
from report.evidence.quantity import Kind, Number, Quantity
from report.evidence.tokens import Token, tokenize
from report.model.finding import Bound

DASHES = frozenset("-‐‑‒–—−")
_NOTHING = Token("", "", -1, -1)


@dataclass
class Scan:
    """The tokens of one text. `taken[i]` is set where a number already holds token i."""

    text: str
    lexicon: Lexicon
    units: frozenset[str] = frozenset()
    tokens: Sequence[Token] = field(init=False)
    taken: bytearray = field(init=False)
    starts: Sequence[int] = field(init=False)
    digit_indexes: Sequence[int] = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = tokenize(self.text)
        self.taken = bytearray(len(self.tokens))
        self.starts = [token.start for token in self.tokens]
        self.digit_indexes = [i for i, token in enumerate(self.tokens) if token.kind == "d"]

    def at(self, index: int) -> Token:
        """Token `index`, or an empty token outside the text."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else _NOTHING

    def touching(self, index: int) -> bool:
        """Whether token `index` follows the one before it without a space."""
        return index > 0 and self.at(index).start == self.at(index - 1).end

    def is_digits(self, index: int) -> bool:
        """Whether token `index` is digits that no number holds yet."""
        return self.at(index).kind == "d" and not self.taken[index]

    def is_dash(self, index: int) -> bool:
        """Whether token `index` is a hyphen or dash of any length."""
        return self.at(index).low in DASHES

    def small(self, index: int, low: int, high: int) -> int | None:
        """The value of token `index` where it is one or two free digits within bounds."""
        token = self.at(index)
        if token.kind != "d" or len(token.low) > 2 or self.taken[index]:
            return None
        value = int(token.low)
        return value if low <= value <= high else None

    def year(self, index: int) -> int | None:
        """The value of token `index` where it can be a year: four free digits, 1900 to 2100."""
        token = self.at(index)
        if token.kind != "d" or len(token.low) != 4 or self.taken[index]:
            return None
        in_chain = self.at(index + 1).low in ".,:/" and self.touching(index + 1)
        if in_chain and self.at(index + 2).kind == "d" and self.touching(index + 2):
            return None
        value = int(token.low)
        return value if 1900 <= value <= 2100 else None

    def behind_suffix(self, index: int) -> int:
        """Skip what is glued on digits that end before `index`: "th", «-ге», «-го»."""
        last = index + 1 if self.is_dash(index) and self.touching(index) else index
        return last + 1 if self.touching(last) and self.at(last).kind == "w" else index

    def is_unit(self, index: int) -> bool:
        """Whether token `index` names what is counted."""
        low = self.at(index).low
        return self.lexicon.has("units", low) or low in self.units

    def percent_end(self, i: int) -> int:
        """The end of a word or sign for per cent at token `i`, or 0."""
        for phrase in self.lexicon.percent:
            if all(_matches(self.at(i + k).low, part) for k, part in enumerate(phrase)):
                return i + len(phrase)
        return i + 1 if self.at(i).low == "%" else 0

    def take(self, start: int, end: int) -> None:
        """Mark tokens [start, end) as held."""
        self.taken[start:end] = b"\x01" * (end - start)

    def number(
        self, kind: Kind, value: Quantity, start: int, end: int, bound: Bound = Bound.EXACT
    ) -> Number:
        """Make the number that tokens [start, end) hold, and take them."""
        self.take(start, end)
        first, last = self.tokens[start].start, self.tokens[end - 1].end
        return Number(value, bound, kind, first, last, self.text[first:last])


def _matches(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part
