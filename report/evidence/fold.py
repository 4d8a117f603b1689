"""Text → the same text with its typography folded, and the way back to the original offsets.

Folded: canonical composition (NFC, never NFKC), white space, quotation marks, hyphens, dashes,
three dots, invisible characters, ligatures, a word broken over a line end. Case, letters, digits,
punctuation and the order of words stay as they are. Knows nothing of quotations.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from report.evidence.characters import INVISIBLE

MARK = "'"  # every quotation mark and apostrophe; straight, so that don't stays one word
HYPHEN = "-"
DASH = "–"
ELLIPSIS = "…"

_MARKS = '"“”„‟«»‹›‘’‚‛`´ʼʻ＂〝〞〟「」『』'  # the primes of 5′ and 5″ are units: not folded
_HYPHENS = "‐‑−"
_DASHES = "‒–—―"
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_SPACES += "\u202f\u205f\u3000"
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
_ONE_TO_ONE = str.maketrans(
    _MARKS + _HYPHENS + _DASHES + _SPACES + _LINE_ENDS,
    MARK * len(_MARKS)
    + HYPHEN * len(_HYPHENS)
    + DASH * len(_DASHES)
    + " " * len(_SPACES)
    + "\n" * len(_LINE_ENDS),
)
_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "ſt", "st"), strict=True))

_INVISIBLE_RE = re.compile(f"\u00ad(?:\r?\n[ \t]*)?|[{INVISIBLE}]+")
_SPACE_RE = re.compile(r"-[ \n]+|[ \n]{2,}|\n")
_SIGN_RE = re.compile(
    r" ?(?:–|-{2,})(?: ?(?:–|-{2,}))* ?"
    r"| -(?: |\Z)|\A- "  # a spaced hyphen is a dash
    r"|(?<=\d)-(?=\d)"  # between digits writers use either
    r"|\.\.\.|\. \. \."
    f"|[{''.join(_LIGATURES)}]"
)


@dataclass(frozen=True)
class Offsets:
    """The way from a rewritten text back: segments in order, each kept or replaced as a whole.

    `made` and `was` are the starts of the segments in the new and in the old text, `whole` says
    of each whether it was replaced, `length` is that of the old text.
    """

    made: array[int]
    was: array[int]
    whole: bytes
    length: int

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters `start` to `end` (not included, not empty) came from."""
        first = bisect_right(self.made, start) - 1
        last = bisect_right(self.made, end - 1) - 1
        begin = self.was[first] + (0 if self.whole[first] else start - self.made[first])
        if not self.whole[last]:
            return begin, self.was[last] + end - self.made[last]
        return begin, self.was[last + 1] if last + 1 < len(self.was) else self.length

    def forth(self, position: int) -> int:
        """Return where a position of the old text, in a kept segment, now is."""
        segment = bisect_right(self.was, position) - 1
        return self.made[segment] + (0 if self.whole[segment] else position - self.was[segment])


@dataclass(frozen=True)
class Folded:
    """A folded text. `breaks` are the offsets at which a line end had split a word by a hyphen.

    The folded text joins such words; whether the hyphen belongs to the word nobody can tell, so a
    comparison accepts both there.
    """

    text: str
    offsets: tuple[Offsets, ...]
    breaks: frozenset[int] = frozenset()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points in the original text of a stretch (not empty) of the folded."""
        for offsets in reversed(self.offsets):
            start, end = offsets.back(start, end)
        return start, end


def fold(text: str) -> Folded:
    """Fold the typography of `text`. Linear in its length; never fails."""
    chain: list[Offsets] = []

    def rewritten(pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> str:
        new, offsets = rewrite(text, pattern, replace)
        if offsets is not None:
            chain.append(offsets)
        return new

    text = rewritten(_INVISIBLE_RE, lambda _: "")
    if not unicodedata.is_normalized("NFC", text):
        text = rewritten(_composing(text), lambda match: unicodedata.normalize("NFC", match[0]))
    text = text.replace("\r\n", " \n").replace("\r", "\n").translate(_ONE_TO_ONE)
    spaces: list[tuple[int, int]] = []
    text = rewritten(_SPACE_RE, lambda match: _space(match, spaces))
    broken = _breaks(chain, spaces)
    before = len(chain)
    text = rewritten(_SIGN_RE, _sign)
    if len(chain) > before:
        broken = [chain[-1].forth(position) for position in broken]
    return Folded(text, tuple(chain), frozenset(broken))


def rewrite(
    text: str, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]
) -> tuple[str, Offsets | None]:
    """Replace the matches of `pattern`; return the new text and the way back (None: unchanged)."""
    pieces: list[str] = []
    made, was, whole = array("q", [0]), array("q", [0]), bytearray(b"\0")
    length = end = 0
    for match in pattern.finditer(text):
        pieces.append(text[end : match.start()])
        length += match.start() - end
        new = replace(match)
        made.extend((length, length + len(new)))
        was.extend((match.start(), match.end()))
        whole.extend(b"\1\0")
        pieces.append(new)
        length += len(new)
        end = match.end()
    if not pieces:
        return text, None
    pieces.append(text[end:])
    return "".join(pieces), Offsets(made, was, bytes(whole), len(text))


def _space(match: re.Match[str], broken: list[tuple[int, int]]) -> str:
    """One space for white space; nothing or a hyphen where a line end split a word."""
    if match[0][0] != HYPHEN:
        return " "
    before = match.string[match.start() - 1 : match.start()]
    behind = match.string[match.end() : match.end() + 1]
    if match[0].count("\n") != 1 or not (before.isalnum() and behind.isalnum()):
        return "- "
    split = behind.islower() or (before.isupper() and behind.isupper())
    if not (before.isalpha() and split):
        return HYPHEN  # Nur-|Sultan, COVID-|19, 9900-|ге: the hyphen is the word's own
    broken.append(match.span())
    return ""


def _breaks(chain: list[Offsets], spans: list[tuple[int, int]]) -> list[int]:
    return [chain[-1].forth(start) for start, _ in spans] if spans else []


def _sign(match: re.Match[str]) -> str:
    sign = match[0]
    if sign[0] == ".":
        return ELLIPSIS
    return _LIGATURES.get(sign) or f" {DASH} "


def _composing(text: str) -> re.Pattern[str]:
    """Match what canonical composition may change in `text`, in short runs."""
    marks, alone = [], []
    for character in set(text):
        if _joins(character):
            marks.append(character)
        elif not unicodedata.is_normalized("NFC", character):
            alone.append(character)
    joined = re.escape("".join(marks))
    single = f"|[{re.escape(''.join(alone))}]" if alone else ""
    if not marks:
        return re.compile(single[1:] or r"(?!)")
    # Longer runs of marks than 30 are no language (Unicode UAX 15, stream-safe text).
    return re.compile(rf"[^{joined}]?[{joined}]{{1,30}}{single}", re.DOTALL)


@cache
def _joins(character: str) -> bool:
    """Whether a character may compose with the one before it: marks and Hangul vowels, finals."""
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"
