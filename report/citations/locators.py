"""Places in documents: `paras. 5 and 7` as written in a mark → kind and values, merged in order.

Knows the English short forms that marks are written with; the words of other languages come from
the locales.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WRITTEN = {
    "annex": "appendix", "annexes": "appendix", "art": "article-locator",
    "arts": "article-locator", "article": "article-locator", "articles": "article-locator",
    "chap": "chapter", "chaps": "chapter", "chapter": "chapter", "chapters": "chapter",
    "col": "column", "cols": "column", "fig": "figure", "figs": "figure", "figure": "figure",
    "figures": "figure", "line": "line", "lines": "line", "note": "note", "notes": "note",
    "footnote": "note", "footnotes": "note", "p": "page", "pp": "page", "page": "page",
    "pages": "page", "para": "paragraph", "paras": "paragraph", "paragraph": "paragraph",
    "paragraphs": "paragraph", "part": "part", "parts": "part", "rule": "rule", "rules": "rule",
    "sect": "section", "sects": "section", "section": "section", "sections": "section",
    "table": "table", "tables": "table", "vol": "volume", "vols": "volume",
}  # fmt: skip
LABELS = frozenset(_WRITTEN.values())

_VALUE = r"[0-9]+[a-z]?(?:\.[0-9]+)*(?: ?\([0-9a-z]{1,4}\))*|[IVXLC]+"
_RANGE = rf"(?:{_VALUE})(?:\s?[-–]\s?(?:{_VALUE}))?"
_MARK = re.compile(rf"([A-Za-z]+)\.?\s*({_RANGE}(?:(?:,\s*and\s+|\s+and\s+|,\s*){_RANGE})*)")
_SPLIT = re.compile(r",\s*and\s+|\s+and\s+|,\s*")
_RUN = 3  # 5, 6 and 7 becomes 5–7; 5 and 6 stays


@dataclass(frozen=True)
class Locator:
    """Values of one kind: `paragraph` and 3, 5–7. A kind is a CSL locator label."""

    label: str
    values: tuple[str, ...]


def locator_label(written: str) -> str:
    """Return the CSL label for `para.`, `paras.`, `paragraph`; ValueError for other words."""
    word = written.strip().rstrip(".").lower()
    label = word if word in LABELS else _WRITTEN.get(word)
    if label is None:
        raise ValueError(f"not a kind of place in a document: {written!r}")
    return label


def read_locator(text: str) -> Locator | None:
    """Read the place in a mark, `para. 5` or `paras. 3, 5 and 7–9`; None if it is not one."""
    match = _MARK.fullmatch(text.strip())
    if not match:
        return None
    try:
        label = locator_label(match[1])
    except ValueError:
        return None
    values = (re.sub(r"\s?[-–]\s?", "–", value) for value in _SPLIT.split(match[2]))
    return Locator(label, tuple(values))


def merged(locators: Iterable[Locator]) -> tuple[Locator, ...]:
    """Return the places of one document, each kind once, values in order and without repeats."""
    kinds: dict[str, list[str]] = {}
    for locator in locators:
        kinds.setdefault(locator.label, []).extend(locator.values)
    return tuple(Locator(label, _in_order(values)) for label, values in kinds.items() if values)


def _in_order(values: Sequence[str]) -> tuple[str, ...]:
    ordered = sorted(dict.fromkeys(values), key=_sort_key)
    runs: list[list[str]] = []
    for value in ordered:
        if runs and value.isdecimal() and _follows(runs[-1][-1], value):
            runs[-1].append(value)
        else:
            runs.append([value])
    result: list[str] = []
    for run in runs:
        result += [f"{run[0]}–{run[-1]}"] if len(run) >= _RUN else run
    return tuple(result)


def _follows(before: str, value: str) -> bool:
    return before.isdecimal() and int(before) + 1 == int(value)


def _sort_key(value: str) -> tuple[int, int, str]:
    number = re.match(r"[0-9]+", value)
    return (0, int(number[0]), value) if number else (1, 0, value)
