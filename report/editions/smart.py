"""Recommendations -> what keeps them from being measured: no deadline, nothing that can be seen.

Warnings only: no deadline is ever added to what an organisation asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from report.dossier.shipped import read_shipped_yaml, templates_path
from report.editions.texts import Texts
from report.evidence.numbers import find_numbers
from report.evidence.printed import flatten
from report.evidence.quantity import Number, WrittenDate
from report.evidence.uncounted import lies_ahead
from report.model.dates import PartialDate
from report.model.dossier import Recommendation
from report.model.place import read_at
from report.model.problem import Problem, problem


def smart_problems(
    calls: Iterable[Recommendation], texts: Texts, today: PartialDate
) -> Iterator[Problem]:
    """Yield not-smart for each recommendation that names no deadline or no indicator.

    A date is a deadline where it lies ahead of `today`, the day of the text.
    """
    signs = _signs().get(texts.lang)
    if signs is None:
        return
    for call in calls:
        text = flatten(texts.paragraph(f"recommendations/{call.id}/text")).text
        dated = any(_is_ahead(number, today) for number in find_numbers(text, texts.lang))
        lacks = [
            what
            for what, found in (
                ("a deadline", dated or signs["deadline"].search(text)),
                ("an indicator", signs["indicator"].search(text)),
            )
            if not found
        ]
        if lacks:
            place = read_at(call.text, call.place)
            yield problem("not-smart", place, str(call.id), lacks=" or ".join(lacks))


def _is_ahead(number: Number, today: PartialDate) -> bool:
    return isinstance(number.value, WrittenDate) and lies_ahead(number.value, today)


@cache
def _signs() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    data = read_shipped_yaml(templates_path() / "vocabulary" / "smart.yaml")
    return {
        lang: {name: _pattern(words) for name, words in lists.items()}
        for lang, lists in data.items()
    }


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Match any of the words; one with a trailing star matches its beginnings."""
    parts = (re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
