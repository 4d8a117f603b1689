"""Words before a verb → its subject alone, without what stands in front: “On Monday”.

Knows no verbs; whether what is left speaks is judged by `report.suggest.speaking`.
"""

from __future__ import annotations

from report.suggest.article import Word
from report.suggest.words import Words


def without_time(row: list[Word], words: Words) -> list[Word]:
    """Drop “On Monday” before a subject."""
    when = [
        k
        for k, word in enumerate(row)
        if words.any_has(("weekdays", "months"), word.low) or word.text[:4].isdigit()
    ]
    if row and words.has("stop", row[0].low) and when and when[0] <= 3:
        row = row[when[0] + 1 :]
    while row and (row[0].text.isdigit() or words.has("months", row[0].low)):
        row = row[1:]
    return row


def last_noun(row: list[Word], words: Words) -> list[Word]:
    """Return the noun that a second article opens directly behind another one."""
    for k in range(len(row) - 1, 1, -1):
        opened = row[k].low in ("the", "its", "their", "his", "her")
        if opened and not words.any_has(("stop", "determiners"), row[k - 1].low):
            return row[k:]
    return []


def without_front(row: list[Word], words: Words) -> list[Word]:
    """“In its explanatory note the Ministry of Justice argues”: the Ministry of Justice."""
    if not row or not words.has("stop", row[0].low):
        return row
    for k in range(2, len(row)):
        opened = row[k].low in ("the", "a", "an")
        if opened and not words.any_has(("stop", "determiners"), row[k - 1].low):
            return row[k:]
    return row
