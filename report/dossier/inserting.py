"""A YAML file of a user and a new entry → the file with the entry, all else as it was typed.

Works on the text, not on a tree: remarks, order, quotation marks and blank lines stay. The file is
read again afterwards; what would not read as the old content and the entry is refused.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Sequence
from typing import Any

import yaml

from report.dossier.block_yaml import block_entry, block_item, block_lines, flow

Path = tuple[str | int, ...]


class CannotInsert(Exception):  # noqa: N818  it is told as a problem
    """The file is not laid out so that an entry can be added by text alone."""


def with_item(text: str, path: Path, item: Any) -> str:
    """Return the text with `item` added to the end of the list at `path`; () is the whole file.

    A list that is not there yet is made, where the mapping that would hold it is. CannotInsert
    where the file is laid out otherwise.
    """
    return _checked(text, _with_item(text, path, item), _added(path, [item]))


def with_entry(text: str, path: Path, key: str, value: Any) -> str:
    """Return the text with `key: value` added to the end of the mapping at `path`."""
    return _checked(text, _with_entry(text, path, key, value), _added(path, {key: value}))


def with_paragraph(text: str, path: Path, paragraph: str) -> str:
    """Return the text with a paragraph added to the block of text (`|`) at `path`."""
    node = _node(text, path)
    if not isinstance(node, yaml.ScalarNode) or node.style != "|":
        raise CannotInsert
    lines = text.split("\n")
    last = _last_line(node, lines)
    if last <= node.start_mark.line:
        raise CannotInsert
    lines[last + 1 : last + 1] = ["", " " * _indent(lines[last]) + paragraph]
    longer = f"{node.value.rstrip()}\n\n{paragraph}"
    return _checked(text, "\n".join(lines), lambda data: _put(data, path, longer))


def with_value(text: str, path: Path, value: str) -> str:
    """Return the text with the text at `path`, which is there, replaced."""
    node = _node(text, path)
    if not isinstance(node, yaml.ScalarNode):
        raise CannotInsert
    start, end, behind = node.start_mark.index, node.end_mark.index, ""
    if node.style in ("|", ">"):
        lines = text.split("\n")
        end = sum(len(line) + 1 for line in lines[: _last_line(node, lines) + 1])
        behind = "\n"
    written = text[:start] + json.dumps(value, ensure_ascii=False) + behind + text[end:]
    return _checked(text, written, lambda data: _put(data, path, value))


def _checked(before: str, after: str, change: Callable[[Any], Any]) -> str:
    """Return `after` where it reads as `before` changed, and as nothing else."""
    try:
        if _ended(_load(after)) == _ended(change(_load(before))):
            return after
    except (yaml.YAMLError, KeyError, IndexError, TypeError) as error:
        raise CannotInsert from error
    raise CannotInsert


def _load(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  scalars stay text


def _ended(data: Any) -> Any:
    """Leave the line end behind a block of text out of account: no reader sees it."""
    if isinstance(data, dict):
        return {key: _ended(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_ended(value) for value in data]
    return data.rstrip("\n") if isinstance(data, str) else data


def _added(path: Path, added: Any) -> Callable[[Any], Any]:
    plain = _load(json.dumps(added))

    def change(data: Any) -> Any:
        if isinstance(plain, list):
            return _put(data, path, [*(_at(data, path) or []), *plain])
        return _put(data, path, {**(_at(data, path) or {}), **plain})

    return change


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data.get(step) if isinstance(data, dict) else data[step]
        if not data:
            return None
    return data


def _put(data: Any, path: Path, value: Any) -> Any:
    """Return a copy of `data` with another value at `path`."""
    if not path:
        return value
    data = copy.copy(data) if data else {}
    step = path[0]
    present = data.get(step) if isinstance(data, dict) else data[step]
    data[step] = _put(present, path[1:], value)
    return data


def _with_item(text: str, path: Path, item: Any) -> str:
    node = _node(text, path)
    if isinstance(node, yaml.SequenceNode) and _is_bare(text, path, node):
        return _in_place_of_empty(text, path, node, lambda indent: block_item(item, indent))
    if isinstance(node, yaml.SequenceNode) and node.flow_style:
        return _in_flow(text, node, flow(item))
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
    if _is_bare(text, path, node):
        added = lambda indent: block_entry(key, value, indent)  # noqa: E731
        return _in_place_of_empty(text, path, node, added)
    if node.flow_style:
        return _in_flow(text, node, f"{json.dumps(key)}: {flow(value)}")
    column = node.start_mark.column
    if empty:
        lines = text.split("\n")
        at = empty[0].start_mark.line
        lines[at + 1 : at + 1] = block_lines(value, column + 2)
        return "\n".join(lines)
    return _behind(text, node, block_entry(key, value, column))


def _is_bare(text: str, path: Path, node: yaml.CollectionNode) -> bool:
    """Say whether a list or a table is [] or {} in a block of its own: it may become a block."""
    outer = _node(text, path[:-1]) if path and isinstance(path[-1], str) else None
    in_block = not path or (isinstance(outer, yaml.MappingNode) and not outer.flow_style)
    return bool(in_block and node.flow_style and not node.value)


def _in_place_of_empty(
    text: str, path: Path, node: yaml.CollectionNode, added: Callable[[int], list[str]]
) -> str:
    outer = _node(text, path[:-1])
    indent = outer.start_mark.column + 2 if path and outer is not None else 0
    start, end = node.start_mark.index, node.end_mark.index
    lines = (text[:start].rstrip(" ") + text[end:]).split("\n")
    at = node.start_mark.line
    if not path and not lines[at].strip():
        del lines[at]
        at -= 1
    lines[at + 1 : at + 1] = added(indent)
    return "\n".join(lines)


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
