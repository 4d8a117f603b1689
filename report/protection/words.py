"""Text → its words with their places, each read as every script that its letters could be of.

Knows nothing of names. A word is a run of letters with what prints nothing between them; words
joined without a space (in a file name, an address) are cut at a capital behind a small letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from report.protection.letters import without_doubles
from report.protection.lookalikes import APOSTROPHES, IGNORED, looks, plain, script_of

_LETTER = r"[^\W\d_]"
_WORD = f"{_LETTER}(?:[{IGNORED}{APOSTROPHES}]{{0,8}}{_LETTER})*"
WORD = re.compile(_WORD)
_HUMP = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁ])(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
# A line that ends in the middle of a word: a hyphen of any kind, or the end of the line alone.
_HYPHENS = r"-\u00ad\u2010-\u2014\u2212\u00ac\u02d7\ufe63\uff0d\x02\ufffe"
_HYPHENED = rf"[{IGNORED}]{{0,8}}[{_HYPHENS}][{IGNORED}]{{0,8}}\s{{0,40}}[{IGNORED}]{{0,8}}"
_LINE_END = rf"[{IGNORED} \t]{{0,8}}[\r\n\f\u2028\u2029\x0b\x85]\s{{0,40}}"
# A patronymic in two words: Серік қызы.
_KIN = r"[ \u00a0](?=(?i:ұлы|улы|қызы|кызы|оглы|uly|qyzy|kyzy|ogly))"
_BREAK = re.compile(
    f"(?<={_LETTER})(?:(?P<hyphen>{_HYPHENED}|{_KIN}|[{IGNORED}]{{9,80}})|{_LINE_END})(?={_LETTER})"
)
_SPACED = re.compile(
    rf"(?<!{_LETTER}){_LETTER}[{IGNORED}]{{0,4}}(?:[\W_]{{1,3}}{_LETTER}[{IGNORED}]{{0,4}}){{3,120}}"
    rf"(?!{_LETTER})"
)
_MOST_LETTERS = 60  # what is longer is no name
_MOST_READINGS = 6
_MOST_PIECES = 3  # of a word that lines break


class Word(NamedTuple):
    """A word or a piece of one: its letters as written, from `start` to `end` of the text."""

    start: int
    end: int
    letters: str


class Reading(NamedTuple):
    """A word in plain letters of one script."""

    script: str
    letters: str


def pieces_of(letters: str) -> Iterator[Word]:
    """Yield the pieces of a word at its humps (`JohnSmith`) and apostrophes (`d'Ivanov`)."""
    for cut in (_HUMP, _APOSTROPHE):
        ends = [(match.start(), match.end()) for match in cut.finditer(letters)]
        if ends:
            starts = [0, *(end for _, end in ends)]
            stops = [*(start for start, _ in ends), len(letters)]
            for start, stop in zip(starts, stops, strict=True):
                if start < stop:
                    yield Word(start, stop, letters[start:stop])


def broken_words(text: str) -> Iterator[Word]:
    """Yield the words that the end of a line or a hyphen cuts, joined again."""
    breaks = {match.start(): match for match in _BREAK.finditer(text)}
    for match in breaks.values():
        first = _word_before(text, match.start())
        whole = first
        broken: re.Match[str] | None = match
        for _ in range(_MOST_PIECES - 1):
            behind = WORD.match(text, broken.end()) if broken else None
            if whole is None or broken is None or behind is None:
                break
            if not broken["hyphen"] and not _goes_on(whole.letters, behind.group()):
                break
            whole = Word(whole.start, behind.end(), whole.letters + behind.group())
            if len(whole.letters) > _MOST_LETTERS:
                break
            yield whole
            broken = breaks.get(behind.end())


def _word_before(text: str, end: int) -> Word | None:
    """Return the word that ends at `end`."""
    start = max(0, end - _MOST_LETTERS)
    for match in WORD.finditer(text, start, end):
        if match.end() == end:
            return Word(match.start(), end, match.group())
    return None


def _goes_on(first: str, second: str) -> bool:
    """Whether a line without a hyphen may end in a name: it begins large and goes on alike."""
    capitals = first.isupper() and len(first) > 1
    return first[0].isupper() and second[0].isupper() == capitals


def spaced_words(text: str) -> Iterator[list[Word]]:
    """Yield the runs of single letters that may spell a name: `S m i t h`."""
    for run in _SPACED.finditer(text):
        yield [
            Word(run.start() + match.start(), run.start() + match.end(), match.group())
            for match in re.finditer(_LETTER, run.group())
        ]


@lru_cache(maxsize=100_000)
def readings(letters: str) -> tuple[Reading, ...]:
    """Return a word in plain letters: as it is written, and as the scripts that it looks like.

    Doubled letters are read as they are and as one.
    """
    if len(letters) > 4 * _MOST_LETTERS:
        return ()
    found: dict[Reading, None] = {}
    written = "".join(map(plain, letters))
    scripts = {script_of(one) for one in written}
    if len(scripts) == 1:
        _add(found, scripts.pop(), written)
    for script in ("cyrillic", "latin"):
        seen = [looks(one, script) for one in letters if plain(one)]
        if all(seen):
            _add(found, script, "".join(seen))
    return tuple(found)[:_MOST_READINGS]


def _add(found: dict[Reading, None], script: str, letters: str) -> None:
    if 0 < len(letters) <= _MOST_LETTERS:
        found[Reading(script, letters)] = None
        found[Reading(script, without_doubles(letters))] = None
