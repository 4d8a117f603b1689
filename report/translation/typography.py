"""Where printed text may not break at a line end: no-break spaces and unbreakable spans.

The pass changes no letter and no mark: it only turns a space into a no-break space, so that
quotations stay verbatim. Hyphens, dashes and slashes are left as they are, and the spans that hold
them together are told instead. Knows nothing of HTML.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from report.translation.language_data import NoBreakRules
from report.translation.locales import NO_BREAK_SPACE, load_language

_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁӘҒҚҢӨҰҮҺІ"
_HYPHEN = "\u2010\u2011\\-"
_NARROW_SPACE = "\u202f"
_SPACE = f"[ {NO_BREAK_SPACE}{_NARROW_SPACE}]"

# Each pattern ends where the space stands that may not be a line end.
_IN_ANY_LANGUAGE = (
    # groups of digits: 10 000
    r"(?:(?<=(?<!\d)\d)|(?<=(?<!\d)\d\d)|(?<=(?<!\d)\d\d\d)) (?=\d{3}(?!\d))",
    # article 21 (2)
    r"(?<=\d) (?=\(\d{1,2}\))",
    # before a dash that stands between words
    r"(?<=\S) (?=[–—](?:\s|$))",
    # initials before a surname: М. Киаи, И. О. Фамилия
    rf"(?<!\w)[{_UPPER}]\. (?=[{_UPPER}])",
    # initials after a surname: Киаи М. К.
    rf"(?<![\w.])[{_UPPER}][^\W\d_]+ (?=[{_UPPER}]\.(?!{_SPACE}?[{_UPPER}][^\W\d_.]))",
)

# A longer compound may break at its own hyphen: held together it would leave a hole in the line.
_LONGEST_COMPOUND = 18
_LONGEST_ACRONYM = 10
_LONGEST_LAST_WORD = 24
_FARTHEST = 120  # characters that are looked at for words bound to a span

_NUMBER = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)|\d+(?:[.,]\d+)*"
# 5–11, 10 000-нан, 21-баптың, 25,5%-ға
_NUMBER_SPAN = re.compile(
    rf"(?<![\w/])(?:{_NUMBER})%?(?:[–{_HYPHEN}](?:{_NUMBER})%?)*(?:[–{_HYPHEN}][^\W\d_]{{1,14}})*"
)
# A/HRC/49/2, CCPR/C/KAZ/CO/2
_DOCUMENT_SYMBOL = re.compile(
    r"(?<![\w/])[A-Z][A-Z0-9]{0,6}(?:/[A-Za-z0-9]+(?:[.\-][A-Za-z0-9]+)*)+"
)
# БҰҰ-ның, and without a suffix those that are long enough to be hyphenated: UNESCO
_ACRONYM = re.compile(
    rf"(?<!\w)(?:[{_UPPER}]{{2,{_LONGEST_ACRONYM}}}[{_HYPHEN}][^\W\d_]{{1,5}}|"
    rf"[{_UPPER}]{{6,{_LONGEST_ACRONYM}}})(?!\w)"
)
# юго-запада, қадір-қасиет
_COMPOUND = re.compile(rf"(?<![\w/-])[^\W\d_]+(?:[{_HYPHEN}][^\W\d_]+)+(?!\w)")
_SPANS = (_NUMBER_SPAN, _DOCUMENT_SYMBOL, _ACRONYM, _COMPOUND)
_LAST_WORD = re.compile(rf"([^\s{NO_BREAK_SPACE}{_NARROW_SPACE}]*[^\W\d_]{{3}}\S*)\s*$")
_ADDRESS = re.compile(r"(?:https?://|www\.|(?<!\S)\S{1,64}@)\S+")


def bind_spaces(text: str, lang: str, folder: Path | None = None) -> str:
    """Turn the spaces that may not be a line end into no-break spaces; nothing else changes."""
    bound = list(text)
    for pattern, space in _space_patterns(lang, folder):
        for match in pattern.finditer(text):
            bound[match.end() - 1] = space
    return "".join(bound)


def bind_spaces_across(parts: Sequence[str], lang: str, folder: Path | None = None) -> list[str]:
    """Do the same for a text that stands in parts (plain, emphasised, a link), part by part."""
    bound = bind_spaces("".join(parts), lang, folder)
    result, start = [], 0
    for part in parts:
        result.append(bound[start : start + len(part)])
        start += len(part)
    return result


def unbreakable_spans(text: str, *, closing: bool = False) -> list[tuple[int, int]]:
    """Return the (start, end) of what may not be broken at all, in order and without overlap.

    These are numbers with a suffix, intervals, acronyms, document symbols and compounds written
    with a hyphen; of a text that ends a paragraph (`closing`) the last word too, so that its last
    line is never the end of a divided word. Web addresses are left out: they must break somewhere.
    """
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    found = [
        match.span() for pattern in _SPANS for match in pattern.finditer(text) if _can_break(match)
    ]
    last = _LAST_WORD.search(text) if closing else None
    if last and last.end(1) - last.start(1) <= _LONGEST_LAST_WORD:
        found.append(last.span(1))
    apart = [span for span in found if not any(_overlap(span, other) for other in addresses)]
    return _merge(_widened(text, span) for span in apart)


def _widened(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Take in the words that no-break spaces bind to a span.

    The layout engine breaks a line anywhere, between syllables even, where a word is bound from
    outside to what may not break.
    """
    start, end = span
    before = re.search(
        rf"(?:\S+[{NO_BREAK_SPACE}{_NARROW_SPACE}])+$", text[max(0, start - _FARTHEST) : start]
    )
    behind = re.match(rf"(?:[{NO_BREAK_SPACE}{_NARROW_SPACE}]\S+)+", text[end : end + _FARTHEST])
    return start - (len(before.group()) if before else 0), end + (behind.end() if behind else 0)


def _can_break(match: re.Match[str]) -> bool:
    word = match.group()
    if match.re is _NUMBER_SPAN:
        return re.search(f"[–{_HYPHEN}]", word) is not None
    return match.re is not _COMPOUND or len(word) <= _LONGEST_COMPOUND


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _merge(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


@functools.cache
def _space_patterns(lang: str, folder: Path | None) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return each pattern with the space that stands where it ends; later ones decide."""
    language = load_language(lang, folder)
    rules = language.data.no_break
    months = tuple(f"{name}*" for name in language.month_names())
    patterns = [re.compile(pattern) for pattern in _IN_ANY_LANGUAGE]
    patterns += [re.compile(pattern, re.IGNORECASE) for pattern in _word_patterns(rules, months)]
    narrow = [re.compile(pattern) for pattern in _mark_patterns(rules)]
    return (
        *((pattern, NO_BREAK_SPACE) for pattern in patterns),
        *((pattern, _NARROW_SPACE) for pattern in narrow),
    )


def _mark_patterns(rules: NoBreakRules) -> list[str]:
    patterns = []
    if rules.narrow_before:
        patterns.append(rf" (?={_alternatives(rules.narrow_before)})")
    if rules.narrow_after:
        patterns.append(rf"(?:{_alternatives(rules.narrow_after)}) ")
    return patterns


def _word_patterns(rules: NoBreakRules, months: tuple[str, ...]) -> list[str]:
    counted = _alternatives(rules.after_number + months)
    patterns = [rf"\d(?:[{_HYPHEN}][^\W\d_]{{1,6}})? (?=(?:{counted})(?!\w))"]
    if rules.after_words:
        patterns.append(rf"(?<![\w'’\-])(?:{_alternatives(rules.after_words)}) (?=\S)")
    if rules.before_number:
        words = _alternatives(rules.before_number)
        patterns.append(rf"(?<!\w)(?:{words}) (?=(?-i:[IVXLCDM]+)(?!\w)|\d)")
    if rules.before_name:
        patterns.append(rf"(?<!\w)(?:{_alternatives(rules.before_name)}) (?=\w)")
    return patterns


def _alternatives(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, longer ones first; `*` is any ending."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in ordered)
