"""Marks as Russian and Kazakh use them → what is speech: not the name of a paper or a group.

Проект «Надзор» is a name; «Мы ждём, — сказал он. — Долго» is two pieces of speech with its verb
between; a paragraph that opens with a dash is speech without marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from report.evidence.marks import Quoted

_LONGEST_NAME = 4  # words
_INNER = re.compile(
    r"[,.!?…] ?[—–-] (?P<verb>[^\W\d_]+)[^—–.!?]{0,140}?(?P<close>[.,!?]? ?[—–-] |[.]$|$)"
)
_OUTER = re.compile(r"[,.!?…] ?[—–-] (?P<verb>[^\W\d_]+)")
_DASHES = "—–-"
_SAID_SO = frozenset(["деп", "дейді", "деді", "деген"])


def speech(body: str, quoted: Sequence[Quoted], says: Callable[[str], bool]) -> list[Quoted]:
    """Return the speech of a paragraph; offsets are those of `body`."""
    dashed = list(_dashed(body, says))
    if dashed and not quoted:
        return dashed
    found: list[Quoted] = []
    for one in quoted:
        if not _is_name(body, one):
            found.extend(_pieces(one, says))
    return found


def _is_name(body: str, one: Quoted) -> bool:
    """Whether marks hold a name: few words, a capital, no end of a sentence, no verb behind."""
    words = one.text.split()
    behind = body[one.end + 1 : one.end + 4].lstrip(",").lstrip()
    before = body[: one.start - 1].rstrip()[-1:]
    spoken = behind[:1] in (*_DASHES, "") and body[one.end + 1 : one.end + 2] == ","
    return (
        len(words) <= _LONGEST_NAME
        and one.text[:1].isupper()
        and one.text[-1:] not in ".!?…,"
        and not spoken
        and before != ":"
        and (before != "" or _goes_on(body, one))
    )


def _goes_on(body: str, one: Quoted) -> bool:
    """Whether a sentence opens with a name in marks: «Надзор» сообщает; not «…» деп хабарлады."""
    following = body[one.end + 1 :].split()[:1]
    return bool(following) and following[0][:1].isalpha() and following[0] not in _SAID_SO


def _pieces(one: Quoted, says: Callable[[str], bool]) -> Iterator[Quoted]:
    """Cut «A, — сказал он. — B» into A and B."""
    at = 0
    for match in _INNER.finditer(one.text):
        if not says(match["verb"].lower()):
            continue
        yield _piece(one, at, match.start())
        at = match.end()
    if at < len(one.text):
        yield _piece(one, at, len(one.text))


def _piece(one: Quoted, start: int, end: int) -> Quoted:
    return Quoted(one.text[start:end], one.start + start, one.start + end)


def _dashed(body: str, says: Callable[[str], bool]) -> Iterator[Quoted]:
    """Read «— Мы ждали, — сказал он. — Долго.», «– Көре алмай жүрмін, – деді ол.»."""
    if body[:1] not in _DASHES or body[1:2] != " ":
        return
    said = next((m for m in _OUTER.finditer(body) if says(m["verb"].lower())), None)
    if said is None:
        return
    yield Quoted(body[2 : said.start()], 2, said.start())
    again = re.search(r"[.,] [—–-] ", body[said.end() :])
    if again is not None:
        first = said.end() + again.end()
        yield Quoted(body[first:], first, len(body))
