"""A file → another one that nobody would write: bytes, members of an archive, or values of JSON."""

from __future__ import annotations

import io
import json
import random
import zipfile
import zlib
from typing import Any

TOKENS = (
    *(b"\x00", b"\xff\xfe", b"\n", b"\r\n", b'"', b"'", b"<", b">", b"&a;", b"{", b"}", b"[", b"]"),
    *(b"\\", b"%", b"#", b"-1", b"0", b"9" * 20, b"1e999", b"NaN", b"null", b"\xe2\x80\xae"),
    *(b"\xed\xa0\x80", b"\xc2\x85", b"<!DOCTYPE x [", b"]]>", b"\\u0000", b"\\ud800", b"=", b";"),
    *(
        b"endobj",
        b"stream",
        b"/Kids",
        b"<<",
        b">>",
        b"R",
        b"xref",
        b"@",
        b"TY  - ",
        b"msgid",
        b"- ",
    ),
    *(b": ", b"&x ", b"*x", b"!!", b"|", b"\t", b"charset=", b"--B\n", b"\x7f\xff\xff\xff"),
)
VALUES: tuple[Any, ...] = (
    *(None, True, -1, 0, 10**30, 1.5, "", "x", "-1", "1e5", "NaN", "Infinity", [], {}, [[]]),
    *({"words": 1}, {"from": "9", "to": "1"}, "\ud800", "\u202e", "a\x00b", "2021-02-30", "99999"),
)


def mutated(data: bytes, choice: random.Random) -> bytes:
    """Return a file made of another by one to six changes."""
    if data.startswith(b"PK") and choice.random() < 0.7:
        return _archive(data, choice)
    head, line, rest = data.partition(b"\n")
    named = head.endswith(b".json") and bool(line)
    body = rest if named else data
    if body[:1] in b"[{" and body and choice.random() < 0.7:
        try:
            body = json.dumps(_json(json.loads(body), choice)).encode()
            return head + line + body if named else body
        except (ValueError, RecursionError):
            pass
    for _ in range(choice.choice((1, 1, 2, 6))):
        data = _bytes(data, choice)
    return data


def _bytes(data: bytes, choice: random.Random) -> bytes:
    at, length = choice.randrange(len(data) + 1), choice.choice((1, 2, 4, 16, 200))
    kind = choice.randrange(7)
    if kind == 0:
        return data[:at] + bytes([choice.randrange(256)]) + data[at + 1 :]
    if kind == 1:
        return data[:at] + data[at + length :]
    if kind == 2:
        return data[:at] + choice.choice(TOKENS) * choice.choice((1, 1, 3, 50)) + data[at:]
    if kind == 3:
        other = choice.randrange(len(data) + 1)
        return data[:at] + data[other : other + length] + data[at:]
    if kind == 4:
        return data[:at]
    if kind == 5:
        return data[:at] + data[at : at + length] * choice.choice((2, 9, 300)) + data[at + length :]
    end = at + length
    return data[:at] + bytes(choice.randrange(256) for _ in data[at:end]) + data[end:]


def _archive(data: bytes, choice: random.Random) -> bytes:
    made = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
            names = old.namelist()
            changed = choice.choice([one for one in names if one.endswith(".xml")] or names)
            for name in names:
                content = old.read(name)
                new.writestr(name, _bytes(content, choice) if name == changed else content)
    except (zipfile.BadZipFile, zlib.error, ValueError):
        return _bytes(data, choice)
    return made.getvalue()


def _json(value: Any, choice: random.Random) -> Any:
    """Return a value with another in the place of one of its own."""
    if isinstance(value, dict) and value and choice.random() < 0.85:
        key = choice.choice(sorted(value))
        if choice.random() < 0.1:
            return {name: one for name, one in value.items() if name != key}
        return {**value, key: _json(value[key], choice)}
    if isinstance(value, list) and value and choice.random() < 0.85:
        at = choice.randrange(len(value))
        return [*value[:at], _json(value[at], choice), *value[at + 1 :]]
    if isinstance(value, str) and value and choice.random() < 0.4:
        return _bytes(value.encode(), choice).decode("utf-8", "replace")
    return choice.choice(VALUES)
