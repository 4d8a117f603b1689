"""A number with no noun behind it → the noun whose measure it is.

The death toll rose to 31; they put the number of detainees at 120; attacks rose from 74 to 139;
it brought to 39 the toll of the unrest.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.suggest.article import Word
from report.suggest.nouns import noun_behind, opens_noun
from report.suggest.words import Words

_MEASURED_WITHIN = 14


def measured(before: Sequence[Word], rest: Sequence[Word], tables: Words) -> list[Word]:
    """“the death toll has risen to 31”, “put the number of detainees at 120”."""
    behind = _measured_behind(rest, tables)
    if behind:
        return behind
    near = list(before[-_MEASURED_WITHIN:])
    breaks = ("stop", "clause", "adverbs")
    ends = not rest or not rest[0].is_word or tables.any_has(breaks, rest[0].low)
    joined = any(tables.has("measuring", word.low) for word in near[-5:])
    if not ends or not joined:
        return []
    changed = _changed(near, tables)
    if changed:
        return changed
    for k in range(len(near) - 1, -1, -1):
        word = near[k]
        if word.text in ";.!?—":
            return []
        if tables.has("measures", word.low):
            return _measure_phrase(near, k, tables)
    return []


def _measured_behind(rest: Sequence[Word], tables: Words) -> list[Word]:
    """“brought to 39 the toll”, “brings to six the number of death sentences”."""
    for k, word in enumerate(rest[:2]):
        if tables.any_has(("stop", "clause"), word.low):
            break
        if tables.has("measures", word.low) and not tables.has("bare_measures", word.low):
            return list(rest[: k + 1])  # brought to 39 the toll of the unrest
    row = rest[1:] if rest and rest[0].low == "the" else rest
    if [word.low for word in row[:2]] == ["number", "of"]:
        return noun_behind(row[2:], tables)[0]  # brings to six the number of death sentences
    return []


def put_at(before: Sequence[Word], tables: Words) -> list[Word]:
    """“a crowd estimated at between 4,000 and”: what stands before “estimated at”."""
    row = list(before[-5:])
    for k in range(len(row) - 1, 1, -1):
        if row[k].low == "at" and row[k - 1].low in ("estimated", "put"):
            return [row[k - 2]] if tables.has("measures", row[k - 2].low) else []
    return []


def _changed(near: Sequence[Word], tables: Words) -> list[Word]:
    """“attacks on schools rose from 74 to 139”: what rose."""
    verbs = [k for k, word in enumerate(near) if tables.has("changing", word.low)]
    if not verbs:
        return []
    first = verbs[-1]
    while first and near[first - 1].is_word:
        if tables.any_has(("clause", "say"), near[first - 1].low):
            break
        first -= 1
    row = near[first : verbs[-1]]
    if any(tables.has("measures", word.low) for word in row):
        return []
    head = next((k for k, word in enumerate(row) if opens_noun(word, tables)), -1)
    return list(row[: head + 1]) if head >= 0 else []


def _measure_phrase(row: Sequence[Word], k: int, tables: Words) -> list[Word]:
    """Return “detainees” of “the number of detainees”, “death toll” of “the death toll from”."""
    if k + 2 < len(row) and row[k + 1].low == "of":
        noun, _ = noun_behind([*row[k + 2 :]], tables)
        return noun
    before = row[k - 1] if k else None
    described = (
        before is not None
        and before.is_word
        and not tables.any_has(("determiners", "stop", "clause", "auxiliary", "say"), before.low)
    )
    if tables.has("bare_measures", row[k].low) and not described:
        return []  # the number stands at 50: the number of what is not said
    return list(row[k - 1 : k + 1]) if described else [row[k]]
