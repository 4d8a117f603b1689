"""A file → whether a version control keeps it, or would take it up at the next occasion.

Reads the files of Git itself: no program is started, for the settings of a folder that came from
elsewhere may name programs to be run. Not read are what a user ignores everywhere, and the rules
of other systems.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

_OTHERS = (".hg", ".svn", ".bzr", ".jj", "_darcs", ".fslckout")
_INDEX = 512 * 1024 * 1024
_RULES = 1024 * 1024
_FIXED = 40 + 20 + 2  # bytes of an entry of the index before its path: stat data, SHA-1, flags
_EXTENDED = 0x4000


class Kept(Enum):
    """What a version control does with a file."""

    NO = "no"
    MAYBE = "maybe"  # it would be taken up: nothing tells the system to leave it out
    YES = "yes"


def kept(path: Path) -> Kept:
    """Return what the version control that a file lies in does with it; NO where there is none."""
    path = path.parent.resolve() / path.name
    for root in path.parents:
        git = _git_folder(root / ".git")
        if git is not None:
            inner = path.relative_to(root).as_posix()
            if inner.encode() in _tracked(git / "index"):
                return Kept.YES
            return Kept.NO if _ignored(root, inner, git) else Kept.MAYBE
        if any((root / name).exists() for name in _OTHERS):
            return Kept.MAYBE
    return Kept.NO


def _git_folder(path: Path) -> Path | None:
    """Return the folder of Git's own files; a further working tree has a file that names it."""
    if path.is_dir():
        return path
    named = re.match(r"gitdir: (.+)", _text(path))
    return path.parent / named.group(1).strip() if named else None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_RULES).decode("utf-8", "replace")
    except OSError:
        return ""


# What is tracked stands in the index of Git: gitformat-index, versions 2 to 4


def _tracked(path: Path) -> frozenset[bytes]:
    try:
        with path.open("rb") as file:
            return frozenset(_entries(file.read(_INDEX)))
    except (OSError, struct.error, IndexError, ValueError):
        return frozenset()


def _entries(data: bytes) -> Iterator[bytes]:
    signature, version, count = struct.unpack_from(">4sII", data)
    if signature != b"DIRC":
        return
    at, name = 12, b""
    for _ in range(count):
        (flags,) = struct.unpack_from(">H", data, at + _FIXED - 2)
        start = at + _FIXED + (2 if version >= 3 and flags & _EXTENDED else 0)
        cut = 0
        if version == 4:
            # A path is written as what it has beyond the one before.
            cut, start = _varint(data, start)
        end = data.index(b"\0", start)
        name = name[: len(name) - cut] + data[start:end] if version == 4 else data[start:end]
        yield name
        at = end + 1 if version == 4 else at + ((end - at) // 8 + 1) * 8


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = data[at] & 0x7F
    while data[at] & 0x80:
        at += 1
        value = ((value + 1) << 7) | (data[at] & 0x7F)
    return value, at + 1


# What is ignored, by the rules of gitignore(5)


def _ignored(root: Path, inner: str, git: Path) -> bool:
    """Whether a file, or a folder that it lies in, is left out by the rules that there are."""
    parts = inner.split("/")
    for depth in range(1, len(parts) + 1):
        one, last = "/".join(parts[:depth]), depth == len(parts)
        verdict = False
        for base, line in _rules(root, parts[: depth - 1], git):
            pattern = _pattern(line.removeprefix("!"), folder=not last)
            if pattern is not None and pattern.fullmatch(one[len(base) :]):
                verdict = not line.startswith("!")
        if verdict:
            return True
    return False


def _rules(root: Path, folders: list[str], git: Path) -> Iterator[tuple[str, str]]:
    """Yield the rules that hold for a path, each with the folder that it counts from."""
    for line in _text(git / "info" / "exclude").splitlines():
        yield "", line
    for depth in range(len(folders) + 1):
        base = "".join(f"{one}/" for one in folders[:depth])
        for line in _text(root / base / ".gitignore").splitlines():
            yield base, line


def _pattern(line: str, *, folder: bool) -> re.Pattern[str] | None:
    """Return the pattern of a rule; None where it is none, or is about folders alone."""
    rule = re.sub(r"(?<!\\)\s+$", "", line)
    if not rule or rule.startswith("#") or (rule.endswith("/") and not folder):
        return None
    rule = rule.rstrip("/")
    anchored = "/" in rule
    found = "" if anchored else "(?:.*/)?"
    for sign in re.findall(r"\*\*/|/\*\*|\*+|\?|\[!?\]?[^\]]*\]|\\.|.", rule.removeprefix("/")):
        if sign == "**/":
            found += "(?:.*/)?"
        elif sign == "/**":
            found += "/.*"
        elif sign[0] == "*":
            found += "[^/]*"
        elif sign == "?":
            found += "[^/]"
        elif sign[0] == "[" and len(sign) > 1:
            found += f"[{'^' if sign[1] == '!' else ''}{re.escape(sign[1:-1].lstrip('!'))}]"
        else:
            found += re.escape(sign.removeprefix("\\"))
    try:
        return re.compile(found.replace(r"\-", "-"))
    except re.error:
        return None
