"""Laid-out pages -> the structure tree of the document: one node for each element, in its order.

An element that runs over several pages is one node with content on each. What was painted is
known by the number (MCID) that each box got on its page. Knows nothing of how a tree is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes

from report.press.box_tree import children_of, descendants_of
from report.press.elements import Elements, words_of
from report.press.roles import GROUPING, Types, attributes_of, role_of

CALL = "fc-"
_ITEMS = ("LI", "TOCI")


@dataclass(frozen=True)
class Content:
    """Marked content: its page, from 0, and its number there."""

    page: int
    mcid: int


@dataclass(frozen=True)
class LinkPlace:
    """The annotation of a link, on its page, from 0."""

    page: int
    annotation: Any


@dataclass(eq=False)
class Node:
    """A structure element. `made_up` marks a paragraph which no element asked for."""

    role: str
    element: Any = None
    entries: dict[str, Any] = field(default_factory=dict)
    kids: list[Node | Content | LinkPlace] = field(default_factory=list)
    made_up: bool = False

    def add(self, role: str, element: Any = None, *, first: bool = False) -> Node:
        """Return a new child, the last or the first."""
        node = Node(role, element)
        self.kids.insert(0 if first else len(self.kids), node)
        return node

    def nodes(self) -> Iterator[Node]:
        """Yield the children that are nodes."""
        return (kid for kid in self.kids if isinstance(kid, Node))

    def links(self) -> Iterator[LinkPlace]:
        """Yield the annotations of the links that it is."""
        return (kid for kid in self.kids if isinstance(kid, LinkPlace))

    def descendants(self) -> Iterator[Node]:
        """Yield all nodes beneath it, in order."""
        for node in self.nodes():
            yield node
            yield from node.descendants()

    def child(self, role: str) -> Node | None:
        """Return the first child with `role`."""
        return next((node for node in self.nodes() if node.role == role), None)

    def first_page(self) -> int | None:
        """Return the first page, from 0, on which it has content."""
        for kid in self.kids:
            page = kid.first_page() if isinstance(kid, Node) else kid.page
            if page is not None:
                return page
        return None


class Builder:
    """Takes the boxes of each page in turn and hangs their content on the tree.

    `types` are those of the version of PDF (see `roles`). `headings` are the nodes of the outline,
    in its order.
    """

    def __init__(self, elements: Elements, types: Types) -> None:
        self.elements = elements
        self.types = types
        self.document = Node("Document", elements.root)
        self.headings: list[Node] = []
        self._nodes: dict[Any, Node] = {elements.root: self.document}
        self._calls: dict[Any, Node] = {}

    def add_page(self, page: int, sheet: Any, numbers: dict[Any, dict[str, Any]]) -> None:
        """Add the content of a page, from 0; `numbers` tells the MCID of each box that has one."""
        for child in children_of(sheet):
            if not isinstance(child, boxes.MarginBox):
                self._add_box(page, sheet, child, numbers)
        for box in descendants_of(sheet):
            if box.bookmark_label and box.style["bookmark_level"] != "none":
                self.headings.append(self._node(box.element))

    def notes(self) -> Iterator[tuple[Node, Node]]:
        """Yield the call of each note with the note."""
        return ((call, self._nodes[element]) for element, call in self._calls.items())

    def places(self, name: str) -> Iterator[Node]:
        """Yield the node of the element with an id, and those it stands in, the nearest first.

        The place `fc-N` is the call of note N alone.
        """
        element = self._ids[name]
        if name.startswith(CALL):
            yield from (self._calls[child] for child in element if child in self._calls)
        yield from (self._nodes[e] for e in self.elements.upwards(element) if e in self._nodes)

    @cached_property
    def _ids(self) -> Mapping[str, Any]:
        return {e.get("id"): e for e in reversed([*self.elements.root.iter()]) if e.get("id")}

    def _add_box(self, page: int, sheet: Any, box: Any, numbers: dict[Any, Any]) -> None:
        if box.link_annotation is not None:
            self._add_link(page, box)
        if box in numbers:
            node = self._holder(box)
            node.kids.append(Content(page, numbers[box]["mcid"]))
            if node.role == "Figure":
                node.entries["A"] = _figure_layout(box, sheet.margin_height())
        elif box.element is not None and box.element_tag in ("td", "th"):
            self._node(box.element)  # an empty cell counts too
        for child in children_of(box):
            self._add_box(page, sheet, child, numbers)

    def _add_link(self, page: int, box: Any) -> None:
        link = self.elements.link(box.element)
        node = self._node(link if link is not None else box.element)
        # What a reader is told of the link in place of its address (ISO 14289-1, 7.18.5).
        words = node.element.get("title") or words_of(node.element)
        box.link_annotation["Contents"] = pydyf.String(words or node.element.get("href", ""))
        node.kids.append(LinkPlace(page, box.link_annotation))

    def _holder(self, box: Any) -> Node:
        """Return the node that the content of a box hangs on."""
        element = box.element
        if element is None:
            return _paragraph(self.document)
        _, _, pseudo = (box.element_tag or "").partition("::")
        if pseudo == "footnote-call":
            return self._call(element)
        node = self._node(element)
        if pseudo == "footnote-marker" or (pseudo in ("marker", "before") and node.role in _ITEMS):
            return node.child("Lbl") or node.add("Lbl", element, first=True)
        return _holding(node)

    def _node(self, element: Any) -> Node:
        """Return the node of an element, made with all those above it at the first asking."""
        if element not in self._nodes:
            parent = self._node(self.elements.parent(element))
            role = role_of(element, self.elements, self.types)
            self._nodes[element] = self._made(element, role, parent) if role else parent
        return self._nodes[element]

    def _made(self, element: Any, role: str, parent: Node) -> Node:
        if role == "Lbl" and (label := parent.child("Lbl")):
            return label  # an item has one, though both marker and number be printed
        if parent.role == "LI" and role != "Lbl":
            parent = _body(parent)
        if parent.role == "TOCI" and role == "Link":
            parent = parent.add("Reference", element)
        node = parent.add(role, element, first=role in ("Caption", "Lbl"))
        node.entries = attributes_of(element, role, self.elements)
        return node

    def _call(self, element: Any) -> Node:
        """Return the label of a note's call; the note itself follows it in the tree.

        So a reader meets the note where it is called, wherever on the page it is printed
        (ISO 32000-1, 14.8.4.4.1: Reference and Note).
        """
        if element not in self._calls:
            host = _holding(self._node(self.elements.parent(element)))
            self._calls[element] = host.add("Reference", element)
            self._calls[element].add("Lbl", element)
            note = self._nodes[element] = host.add(self.types.note, element)
            note.entries |= {"ID": pydyf.String(element.get("id")), **self.types.note_entries}
        (label,) = self._calls[element].nodes()
        return label


def _body(item: Node) -> Node:
    return item.child("LBody") or item.add("LBody", item.element)


def _holding(node: Node) -> Node:
    """Return the node itself, or within it the one that may hold content."""
    if node.role == "LI":
        return _body(node)
    return _paragraph(node) if node.role in GROUPING else node


def _paragraph(group: Node) -> Node:
    """Return a paragraph for text that stands in a group with none about it."""
    last = group.kids[-1] if group.kids else None
    if isinstance(last, Node) and last.made_up:
        return last
    made = group.add("P", group.element)
    made.made_up = True
    return made


def _figure_layout(box: Any, page_height: float) -> Any:
    """Return the place of a picture, in points from the lower left corner of the page."""
    left, top = box.content_box_x(), box.content_box_y()
    corners = (left, page_height - top - box.height, left + box.width, page_height - top)
    placement = "/Inline" if isinstance(box, boxes.InlineReplacedBox) else "/Block"
    return pydyf.Dictionary(
        {
            "O": "/Layout",
            "Placement": placement,
            "BBox": pydyf.Array([0.75 * corner for corner in corners]),
        }
    )
