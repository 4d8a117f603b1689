"""Values → lines of block YAML, each scalar written so that no letter of it can be read as YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

_PLAIN = re.compile(r"[a-z][a-z0-9-]*|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|[1-9][0-9]{0,14}")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


def block_item(item: Any, indent: int) -> list[str]:
    """Return the lines of one item of a list."""
    lines = block_lines(item, indent + 2)
    return [" " * indent + "- " + lines[0][indent + 2 :], *lines[1:]]


def block_lines(value: Any, indent: int) -> list[str]:
    """Return a value as lines of block YAML."""
    if isinstance(value, Mapping) and value:
        return [line for k, v in value.items() for line in block_entry(str(k), v, indent)]
    if isinstance(value, list) and value:
        return [line for item in value for line in block_item(item, indent)]
    return [" " * indent + flow(value)]


def block_entry(key: str, value: Any, indent: int) -> list[str]:
    """Return the lines of a key with its value."""
    head = " " * indent + key + ":"
    if isinstance(value, Mapping | list) and value:
        return [head, *block_lines(value, indent + 2)]
    if isinstance(value, str) and _stands_as_it_is(value):
        inner = " " * (indent + 2)
        return [f"{head} |", *(inner + line if line else "" for line in value[:-1].split("\n"))]
    return [f"{head} {flow(value)}"]


def flow(value: Any) -> str:
    """Return a value on one line."""
    if isinstance(value, str):
        plain = _PLAIN.fullmatch(value) and value not in _WORDS
        return value if plain else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key}: {flow(one)}" for key, one in value.items())
        return "{" + inner + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(one) for one in value) + "]"
    return json.dumps(value)


def _stands_as_it_is(value: str) -> bool:
    """Say whether a text is one that a block (|) holds: it ends a line and steers nothing."""
    lines = value.split("\n")
    plain = all(line.isprintable() and line == line.strip() for line in lines)
    return plain and lines[-1] == "" and bool(lines[0]) and value[-2:] != "\n\n"
