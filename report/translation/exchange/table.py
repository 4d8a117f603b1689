"""What a table for translators says in its first row and in its column of states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report.translation.catalogue import State

_TAG = re.compile(r"(?:.*\()?([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\)?\s*")
_FINAL = frozenset({State.TRANSLATED.value, State.REVIEWED.value, State.APPROVED.value})


def state_words(state: State) -> str:
    """Return the words for a state."""
    return state.value


def is_final(words: str) -> bool:
    """Whether a translator's word for the state says that the unit is done.

    An emptied or unknown word is no claim: a unit that has a text counts as done unless it is
    still called untranslated, stale or a draft.
    """
    word = words.strip().casefold()
    return word in _FINAL or word not in {state.value for state in State}


def column_langs(row: Sequence[str]) -> tuple[str, str] | None:
    """Return source and target language of a first row: key, en, kk, state."""
    if len(row) < 3:
        return None
    found = [_TAG.fullmatch(cell.strip().lstrip("\ufeff")) for cell in row[1:3]]
    if found[0] is None or found[1] is None:
        return None
    return found[0].group(1), found[1].group(1)
