"""A YAML file of a user and a new entry → the file with the entry, all else as it was typed.

Works on the text, not on a tree: remarks, order, quotation marks and blank lines stay. The file is
read again afterwards; what would not read as the old content and the entry is refused.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

Path = tuple[str | int, ...]
_PLAIN = re.compile(r"[a-z][a-z0-9-]*|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|[1-9][0-9]{0,14}")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


class CannotInsert(Exception):  # noqa: N818  it is told as a problem
    """The file is not laid out so that an entry can be added by text alone."""


def with_item(text: str, path: Path, item: Any) -> str:
    """Return the text with `item` added to the end of the list at `path`; () is the whole file.

    A list that is not there yet is made, where the mapping that would hold it is. CannotInsert
    where the file is laid out otherwise.
    """
    return _checked(text, _with_item(text, path, item), path, [item])


def with_entry(text: str, path: Path, key: str, value: Any) -> str:
    """Return the text with `key: value` added to the end of the mapping at `path`."""
    return _checked(text, _with_entry(text, path, key, value), path, {key: value})


def _checked(before: str, after: str, path: Path, added: Any) -> str:
    """Return `after` where it reads as `before` and what was added, and as nothing else."""
    try:
        wanted = _merged(_load(before), path, _load(json.dumps(added)))
        if _load(after) == wanted:
            return after
    except (yaml.YAMLError, KeyError, IndexError, TypeError) as error:
        raise CannotInsert from error
    raise CannotInsert


def _load(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  scalars stay text


def _merged(data: Any, path: Path, added: Any) -> Any:
    if not path:
        if isinstance(added, list):
            return [*(data or []), *added]
        return {**(data or {}), **added}
    data = copy.copy(data)
    step = path[0]
    present = data.get(step) if isinstance(data, dict) else data[step]
    data[step] = _merged(present, path[1:], added)
    return data


def _with_item(text: str, path: Path, item: Any) -> str:
    node = _node(text, path)
    if isinstance(node, yaml.SequenceNode) and node.flow_style:
        return _in_flow(text, node, _flow(item))
    if isinstance(node, yaml.SequenceNode) and node.value:
        indent = node.start_mark.column
        return _behind(text, node, block_item(item, indent))
    if node is None and not path:
        return f"{text.rstrip()}\n\n" * bool(text.strip()) + "\n".join(block_item(item, 0)) + "\n"
    if not path:
        raise CannotInsert
    return _with_entry(text, path[:-1], str(path[-1]), [item])


def _with_entry(text: str, path: Path, key: str, value: Any) -> str:
    node = _node(text, path)
    if node is None and path and isinstance(path[-1], str):
        return _with_entry(text, path[:-1], path[-1], {key: value})
    if not isinstance(node, yaml.MappingNode):
        raise CannotInsert
    empty = [k for k, v in node.value if k.value == key and _is_empty(v)]
    if node.flow_style:
        return _in_flow(text, node, f"{json.dumps(key)}: {_flow(value)}")
    column = node.start_mark.column
    if empty:
        lines = text.split("\n")
        at = empty[0].start_mark.line
        lines[at + 1 : at + 1] = block_lines(value, column + 2)
        return "\n".join(lines)
    return _behind(text, node, _block_entry(key, value, column))


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value and node.style is None


def _node(text: str, path: Path) -> yaml.Node | None:
    """Return the node at `path`; None where there is none, or nothing in it."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise CannotInsert from error
    for step in path:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            node = next((v for k, v in node.value if k.value == str(step)), None)
        else:
            return None
    return None if node is not None and _is_empty(node) else node


def _in_flow(text: str, node: yaml.Node, added: str) -> str:
    end = node.end_mark.index - 1
    comma = ", " if node.value else ""
    return text[:end].rstrip() + comma + added + text[end:]


def _behind(text: str, node: yaml.Node, added: Sequence[str]) -> str:
    """Insert lines behind the last line of a block."""
    lines = text.split("\n")
    at = _last_line(node, lines) + 1
    lines[at:at] = added
    if at >= len(lines) - 1 and lines[-1]:
        lines.append("")
    return "\n".join(lines)


def _last_line(node: yaml.Node, lines: Sequence[str]) -> int:
    """Return the index of the last line with content of a node."""
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        indent = next((_indent(x) for x in lines[node.start_mark.line + 1 :] if x.strip()), 0)
        last = min(node.end_mark.line, len(lines)) - 1
        while last > node.start_mark.line and (
            not lines[last].strip() or _indent(lines[last]) < indent
        ):
            last -= 1
        return last
    inner = _children(node)
    if node.flow_style if isinstance(node, yaml.CollectionNode) else not inner:
        return int(node.end_mark.line)
    return max((_last_line(child, lines) for child in inner), default=node.start_mark.line)


def _children(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return []


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


# Writing


def block_item(item: Any, indent: int) -> list[str]:
    """Return the lines of one item of a list."""
    lines = block_lines(item, indent + 2)
    return [" " * indent + "- " + lines[0][indent + 2 :], *lines[1:]]


def block_lines(value: Any, indent: int) -> list[str]:
    """Return a value as lines of block YAML."""
    if isinstance(value, Mapping) and value:
        return [line for k, v in value.items() for line in _block_entry(str(k), v, indent)]
    if isinstance(value, list) and value:
        return [line for item in value for line in block_item(item, indent)]
    return [" " * indent + _flow(value)]


def _block_entry(key: str, value: Any, indent: int) -> list[str]:
    head = " " * indent + key + ":"
    if isinstance(value, Mapping | list) and value:
        return [head, *block_lines(value, indent + 2)]
    return [f"{head} {_flow(value)}"]


def _flow(value: Any) -> str:
    if isinstance(value, str):
        plain = _PLAIN.fullmatch(value) and value not in _WORDS
        return value if plain else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key}: {_flow(one)}" for key, one in value.items())
        return "{" + inner + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    return json.dumps(value)
