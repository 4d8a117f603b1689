"""Number words → a value: "twenty-one thousand", «двести десять», «он екі мың», "dozens".

Grammar: additive below a scale, multiplied by it, scales falling. The words are data.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from report.evidence.quantity import Kind
from report.evidence.scan import Scan
from report.model.finding import Words

_MOST_PARTS = 4  # quatre-vingt-dix-neuf


@dataclass(frozen=True)
class Numeral:
    """A value read at tokens up to `end`. `either` marks «тысячи»: 1000 behind a bound."""

    value: Decimal | Fraction | Words
    end: int
    kind: Kind = Kind.CARDINAL
    weak: bool = False
    digits: bool = False
    grouped: bool = False
    either: Decimal | None = None
    case: str = ""


def read_words(scan: Scan, i: int) -> Numeral | None:
    """Read the number that the words from token `i` on spell, or None."""
    lexicon, word = scan.lexicon, scan.at(i).low
    if word in lexicon.fractions:
        return _of_scale(scan, i, lexicon.fractions[word])
    if lexicon.has("articles", word):
        return _with_article(scan, i)
    if lexicon.has("vague", word):
        return _vague(scan, i)
    scale = lexicon.scales.get(word)
    if scale is not None and scale.form != "bare":
        return _many(scan, i)
    return _Speller(scan).read(i)


def _of_scale(scan: Scan, i: int, part: Fraction) -> Numeral:
    """Read "half a million", «полторы тысячи»: a part of a scale is a number."""
    at = i + 2 if scan.lexicon.has("articles", scan.at(i + 1).low) else i + 1
    scale = scan.lexicon.scales.get(scan.at(at).low)
    whole = part * scale.value if scale is not None else Fraction(0)
    if scale is None or whole.denominator != 1 or scan.taken[at] or scale.value < 100:
        return Numeral(part, i + 1)
    return Numeral(Decimal(whole.numerator), at + 1)


def _with_article(scan: Scan, i: int) -> Numeral | None:
    """Read "a hundred", "a third of"; an article alone is no number."""
    word = scan.at(i + 1).low
    below = scan.lexicon.denominators.get(word)
    if below and scan.lexicon.has("of", scan.at(i + 2).low):
        return Numeral(Fraction(1, below), i + 2)
    scale = scan.lexicon.scales.get(word)
    if scale is not None and scale.form == "bare" and not scan.taken[i + 1]:
        return _Speller(scan).read(i + 1)
    return None


def _vague(scan: Scan, i: int) -> Numeral:
    """Read "several", and "several hundred" as hundreds."""
    scale = scan.lexicon.scales.get(scan.at(i + 1).low)
    if scale is not None:
        return Numeral(Words(scale.key), i + 2)
    return Numeral(Words(scan.at(i).low), i + 1, weak=True)


def _many(scan: Scan, i: int) -> Numeral:
    """Read "dozens", "tens of thousands", «сотни тысяч», «ондаған мың»."""
    lexicon = scan.lexicon
    scale = lexicon.scales[scan.at(i).low]
    keys, end = [scale.key], i + 1
    while True:
        at = end + 1 if lexicon.has("of", scan.at(end).low) else end
        following = lexicon.scales.get(scan.at(at).low)
        if following is None or following.value <= scale.value or scan.taken[at]:
            break
        keys.append(following.key)
        scale, end = following, at + 1
    one = Decimal(scale.value) if scale.form == "either" and len(keys) == 1 else None
    return Numeral(Words(" of ".join(keys)), end, either=one)


class _Speller:
    """Adds up the number words from one place on."""

    def __init__(self, scan: Scan) -> None:
        self.scan, self.lexicon = scan, scan.lexicon
        self.total, self.current = Decimal(0), None  # type: tuple[Decimal, Decimal | None]
        self.limit: Decimal | None = None
        self.hundred = False

    def read(self, i: int) -> Numeral | None:
        """Return the number, or None where no number word stands."""
        compound = self._compound(self.scan.at(i).low)
        if compound is not None:
            return Numeral(Decimal(compound), i + 1)
        at = i
        while True:
            word_at = self._skip_joins(at, first=at == i)
            if self.scan.at(word_at).kind != "w" or self.scan.taken[word_at]:
                break
            word, end = self._whole(word_at)
            ordinal = self.lexicon.ordinals.get(word)
            if ordinal is not None and (self._fits(ordinal) or self._hundredth(ordinal)):
                return self._ordinal(ordinal, end - 1, alone=word_at == i)
            if not self._add(word):
                break
            at = end
        if at == i:
            return None
        value = self.total + (self.current or 0)
        weak = value == 1 and at == i + 1
        return Numeral(value, at, weak=weak)

    def _whole(self, at: int) -> tuple[str, int]:
        """Return the longest word of the tables at `at`, and its end: quatre-vingt-dix."""
        scan, joined = self.scan, self.scan.at(at).low
        best, end = (joined, at + 1), at + 1
        for _ in range(_MOST_PARTS if joined in self.lexicon.first_parts else 0):
            if scan.is_dash(end) and scan.touching(end) and scan.touching(end + 1):
                end += 1
            if scan.at(end).kind != "w" or scan.taken[end]:
                break
            joined, end = f"{joined}-{scan.at(end).low}", end + 1
            if joined in self.lexicon.cardinals or joined in self.lexicon.ordinals:
                best = (joined, end)
        return best

    def _compound(self, word: str) -> int | None:
        """Read the number inside «трехдневный»."""
        for head in self.lexicon.compound_heads:
            stem, found, _ = word.partition(head)
            if found and stem in self.lexicon.compounds:
                return self.lexicon.compounds[stem]
        return None

    def _skip_joins(self, at: int, *, first: bool) -> int:
        if first:
            return at
        scan = self.scan
        if scan.is_dash(at) and scan.touching(at) and scan.touching(at + 1):
            return at + 1
        following = scan.at(at + 1).low
        value = self.lexicon.cardinals.get(following, self.lexicon.ordinals.get(following))
        if not self.hundred or value is None or not self._fits(value):
            return at
        comma = scan.at(at).low == "," and self.current is None
        if comma and scan.at(at + 2).low in self.lexicon.scales:
            return at + 1  # two thousand, six hundred
        if self.lexicon.has("joins", scan.at(at).low):
            return at + 1
        return at

    def _fits(self, value: int) -> bool:
        """Whether a word may be added: twenty-one, but not twenty-eleven."""
        if self.limit is not None and value >= self.limit:
            return False
        if self.current is None:
            return True
        if value == 0 or (self.current % 100 == 10 and not self.lexicon.flag("ten_composes")):
            return False
        return bool(self.current) and self.current % (10 ** len(str(value))) == 0

    def _hundredth(self, value: int) -> bool:
        """Whether an ordinal multiplies: three hundredth, «екі мыңыншы»."""
        return value in (100, 1000) and self.current is not None and 0 < self.current < value

    def _add(self, word: str) -> bool:
        value = self.lexicon.cardinals.get(word)
        if value is not None:
            if not self._fits(value):
                return False
            self.current = (self.current or Decimal(0)) + value
            self.hundred = value >= 100
            return True
        scale = self.lexicon.scales.get(word)
        return scale is not None and self._multiply(scale.value, scale.form)

    def _multiply(self, factor: int, form: str) -> bool:
        """Apply a scale; «тысяч» needs a number before it."""
        alone = self.current is None
        behind_scale = alone and self.total and not self.lexicon.flag("bare_after_scale")
        if (alone and form != "bare") or behind_scale or self.current == 0:
            return False
        current = self.current or Decimal(1)
        self.hundred = factor >= 100
        if factor == 100:
            hundreds = current % 1000
            if hundreds >= 100 or (self.limit is not None and hundreds * 100 >= self.limit):
                return False
            self.current = hundreds * 100
            return True
        if self.limit is not None and factor >= self.limit:
            return False
        self.total, self.current, self.limit = self.total + current * factor, None, Decimal(factor)
        return True

    def _ordinal(self, value: int, at: int, *, alone: bool) -> Numeral:
        scan = self.scan
        idiom = alone and self.lexicon.has("not_ordinal_before", scan.at(at + 1).low)
        weak = idiom or (alone and value <= 2)
        whole = self.total + (self.current or 0)
        one = self.current is not None and whole == self.current
        below = self.lexicon.denominators.get(scan.at(at).low)
        if one and below and not alone and whole < 10:
            return Numeral(Fraction(int(whole), below), at + 1)
        if self._hundredth(value):
            last = self.current or Decimal(1)
            return Numeral(self.total + last * value, at + 1, Kind.ORDINAL)
        return Numeral(whole + value, at + 1, Kind.ORDINAL, weak=weak)
