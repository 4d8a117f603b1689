"""Faults of wording that show without knowing the language: copied, doubled, cut, mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from report.model.problem import Problem
from report.model.prose import CITE_MARK
from report.translation.checks.pair import Pair, quotations_by_level
from report.translation.language_data import read_language_data

_LETTERS = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"[^\W\d_]+")
_DOUBLED = re.compile(r"\b([^\W\d_]{2,})\s+\1\b", re.IGNORECASE)
_TYPED_DASH = re.compile(r"(?<=\S)[^\S\n][-‐‑]\s|--")  # at a line's start it makes a list
_SPACING = re.compile(r"\s\s|\s[,.;:!?»](?!\.)|[«„]\s|[,;][^\W\d_]")
# Of a language that, as French, has a space inside its quotation marks and before ; : ! ?
_SPACING_WITHIN = re.compile(r"\s\s|\s[,.](?!\.)|[,;][^\W\d_]")
_END = re.compile(r"[.!?…:;][»”“’\"*_)\s]*$")
_SHORTEST = 60  # characters of a source whose translation has a usual length
# Within 40 % of what Russian and Kazakh usually need, a tenth more than English.
_SMALLEST, _LARGEST = 0.66, 1.54


def check_wording(pair: Pair) -> Iterator[Problem]:
    """Yield same-as-source and the warnings of wording."""
    if _copied(pair):
        yield pair.found("same-as-source")
        return
    yield from _typing(pair)
    yield from _marks_of_language(pair)
    yield from _cut(pair)


def _copied(pair: Pair) -> bool:
    """Whether the translation is the source, but for names that the glossary keeps."""
    source, target = (" ".join(text.split()) for text in (pair.plain_source, pair.plain))
    if source != target or not _LETTERS.search(source):
        return False
    if len(_WORDS.findall(source)) < 3 and pair.words.alphabet & pair.source_words.alphabet:
        return False
    return source not in pair.terms.kept()


def _typing(pair: Pair) -> Iterator[Problem]:
    for match in _DOUBLED.finditer(pair.plain):
        if not _DOUBLED.search(pair.plain_source):
            yield pair.found("doubled-word", match.start(), word=match.group(1))
    for match in _TYPED_DASH.finditer(pair.plain):
        yield pair.found("typed-dash", match.start(), dash=pair.words.dash)
    spaced = _quotes(pair.words.lang)[0][0] != _marks(pair.words.lang)[0][0]
    spacing = (_SPACING_WITHIN if spaced else _SPACING).search(_without_marks(pair))
    if spacing:
        yield pair.found("spacing", spacing.start())


def _cut(pair: Pair) -> Iterator[Problem]:
    """Yield what shows that a part was left out or added."""
    source, target = (" ".join(text.split()) for text in (pair.plain_source, pair.plain))
    if len(source) < _SHORTEST:
        return
    ratio = len(target) / len(source)
    if not _SMALLEST <= ratio <= _LARGEST:
        yield pair.found("length-differs", per_cent=round(100 * ratio))
    ours, theirs = (_END.search(text) is not None for text in (source, target))
    if ours != theirs:
        yield pair.found("ending-differs", len(pair.target) - 1)


def _without_marks(pair: Pair) -> str:
    """The translation with marks as digits: a mark before a full stop leaves no space."""
    return CITE_MARK.sub(lambda match: "0" * len(match.group()), pair.target)


def _marks_of_language(pair: Pair) -> Iterator[Problem]:
    """Yield quotation-marks for the first quotation in marks of another language."""
    levels = _marks(pair.words.lang)
    for (start, end), level in quotations_by_level(pair.plain):
        opening, closing = levels[level % len(levels)]
        if (pair.plain[start - 1], pair.plain[end : end + 1]) != (opening, closing):
            yield pair.found("quotation-marks", start - 1, opening=opening, closing=closing)
            return


@cache
def _quotes(lang: str) -> tuple[tuple[str, str], ...]:
    """Return the quotation marks of a language with their inner spaces, outer ones first."""
    return read_language_data(lang).quotes


def _marks(lang: str) -> tuple[tuple[str, str], ...]:
    """Return the same without the spaces."""
    return tuple((opening.strip(), closing.strip()) for opening, closing in _quotes(lang))
