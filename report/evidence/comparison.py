"""Two texts that must say the same numbers, in two languages → the differences, by value.

Twelve is 12 and «двенадцать» and «он екі»; a lost bound is a difference as a lost digit is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

from report.evidence.marks import find_quoted
from report.evidence.numbers import find_numbers
from report.evidence.quantity import Kind, Number, plain_value
from report.model.finding import Bound, Words

# Words for uncertain numbers that other languages do not tell apart.
_SAME_WORDS = {"dozens": "tens", "scores": "tens"}


@dataclass(frozen=True)
class NumberDifference:
    """One difference: `missing` in the target, `added` there, or another `bound`.

    `source` is None for `added`, `target` for `missing`.
    """

    kind: str
    source: Number | None
    target: Number | None

    @property
    def start(self) -> int:
        """Where its number stands in the text that has it, the source where both have."""
        number = self.source or self.target
        return number.start if number else 0


def compare_numbers(
    source: str, target: str, source_lang: str, target_lang: str
) -> list[NumberDifference]:
    """Return where the numbers of `target` differ from those of `source`, in the order of both.

    Compared are values and bounds of what is counted, dates, times and references; "one", "first"
    and "several" are left out, and an ordinal equals its cardinal.
    """
    source, target = _without_kept_words(source, target)
    ours, theirs = _by_key(source, source_lang), _by_key(target, target_lang)
    found: list[NumberDifference] = []
    for key in dict.fromkeys([*ours, *theirs]):
        found.extend(_differences(ours.get(key, []), theirs.get(key, [])))
    return sorted(found, key=lambda difference: difference.start)


def _without_kept_words(source: str, target: str) -> tuple[str, str]:
    """Blank out what the translation quotes untranslated: the same words, the same numbers."""
    for quoted in find_quoted(target).quoted:
        at = source.find(quoted.text) if quoted.text.strip() else -1
        if at >= 0:
            blank = " " * len(quoted.text)
            source = source[:at] + blank + source[at + len(blank) :]
            target = target[: quoted.start] + blank + target[quoted.end :]
    return source, target


def _by_key(text: str, lang: str) -> dict[Hashable, list[Number]]:
    numbers: dict[Hashable, list[Number]] = defaultdict(list)
    for number in find_numbers(text, lang):
        if not number.weak:
            numbers[_key(number)].append(number)
    return numbers


def _key(number: Number) -> Hashable:
    value = number.value
    if isinstance(value, Words):
        words = [_SAME_WORDS.get(word, word) for word in value.words.split()]
        return ("words", " ".join(words))
    if number.kind is Kind.PERCENT:
        return ("percent", plain_value(value))
    return plain_value(value)


def _differences(ours: list[Number], theirs: list[Number]) -> list[NumberDifference]:
    """Pair equal values, those of one bound first; what is left over differs."""
    open_bounds = Counter(number.bound for number in theirs)
    unpaired: list[Number] = []
    for number in ours:
        if open_bounds[number.bound]:
            open_bounds[number.bound] -= 1
        else:
            unpaired.append(number)
    left = [number for number in theirs if _spend(open_bounds, number.bound)]
    paired = min(len(unpaired), len(left))
    found = [
        NumberDifference("bound", a, b)
        for a, b in zip(unpaired[:paired], left[:paired], strict=True)
        if not _same_bound(a, b)
    ]
    found += [NumberDifference("missing", number, None) for number in unpaired[paired:]]
    return found + [NumberDifference("added", None, number) for number in left[paired:]]


def _spend(open_bounds: Counter[Bound], bound: Bound) -> bool:
    if not open_bounds[bound]:
        return False
    open_bounds[bound] -= 1
    return True


def _same_bound(a: Number, b: Number) -> bool:
    if a.kind is Kind.DATE:
        return True
    return (a.doubtful and b.bound is Bound.EXACT) or (b.doubtful and a.bound is Bound.EXACT)
