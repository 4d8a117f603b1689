"""How the pages of a document ran, as plain data: where each began, and what it began with.

With it the pages that a change touches can be laid out without those before them. Knows the
layout of WeasyPrint 70.0; lays nothing out itself.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from report.press.rendering import Formed

# The classes and the id of what only a draft prints: it comes and goes with the problems.
_OF_DRAFTS = ("cover-draft", "draft-mark", "faults")

# An element as the layout sees it: tag, attributes, text within and text behind.
Seen = tuple[str, tuple[tuple[str, str], ...], str | None, str | None]


@dataclass(frozen=True)
class PageStart:
    """What a page begins with: its place in the tree of boxes, its side, counters, its anchors."""

    path: Any
    next_page: Any
    right: bool
    state: Any
    anchors: tuple[str, ...]


@dataclass(frozen=True)
class Course:
    """The starts of the pages and, last, of the one that did not come; running strings by page."""

    css: tuple[str, ...]
    seen: tuple[Seen, ...]
    starts: tuple[PageStart, ...]
    strings: Mapping[str, Mapping[int, list[str]]]

    @property
    def pages(self) -> int:
        """Return how many pages there were."""
        return len(self.starts) - 1


def course_of(formed: Formed) -> Course:
    """Return the course of the pages of a document that has been laid out."""
    starts = tuple(
        PageStart(path, next_page, right, state, tuple(remake["anchors"]))
        for path, next_page, right, state, remake in formed.context.page_maker
    )
    strings = {
        name: {page: list(texts) for page, texts in by_page.items()}
        for name, by_page in formed.context.string_set.items()
    }
    all_seen = tuple(map(seen, shared_elements(formed.html.etree_element)))
    return copy.deepcopy(Course(formed.css, all_seen, starts, strings))


def shared_elements(root: Any) -> list[Any]:
    """Return all elements of a page in their order, but those that only a draft has."""
    found: list[Any] = []

    def take(element: Any) -> None:
        if element.get("class") not in _OF_DRAFTS and element.get("id") not in _OF_DRAFTS:
            found.append(element)
            for child in element:
                take(child)

    take(root)
    return found


def seen(element: Any) -> Seen:
    """Return what the layout sees of an element.

    What the body says is printed in the margins of every page, and is of none.
    """
    attributes = () if element.tag == "body" else tuple(sorted(element.attrib.items()))
    return str(element.tag), attributes, element.text, element.tail


def first_change(before: Course, elements: Sequence[Any], css: tuple[str, ...]) -> int | None:
    """Return the number, from 0, of the first element that is not as before; None without any.

    A change of the style sheets alone is one of the first element.
    """
    for number, (old, element) in enumerate(zip(before.seen, elements, strict=False)):
        if old != seen(element):
            return number
    if len(before.seen) != len(elements):
        return min(len(before.seen), len(elements)) - 1
    return 0 if before.css != css else None


def page_of(element: Any, formed: Formed, before: Course) -> int:
    """Return the page, from 0, that an element stands on if nothing before it has changed.

    An element without a box of its own, such as a note, stands where what it is within begins.
    """
    parents = {child: parent for parent in formed.html.etree_element.iter() for child in parent}
    while element is not None:
        path = _path_to(element, formed.root)
        if path is not None:
            starts = before.starts[:-1]
            return max(n for n, start in enumerate(starts) if _flat(start.path) <= path)
        element = parents.get(element)
    return 0


def _path_to(element: Any, root: Any) -> tuple[int, ...] | None:
    """Return the way to the first box of an element: the numbers of the children on it."""
    return next((path for path, box in _boxes(root, ()) if box.element is element), None)


def _boxes(box: Any, path: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], Any]]:
    yield path, box
    for number, child in enumerate(getattr(box, "children", ())):
        yield from _boxes(child, (*path, number))


def _flat(path: Any) -> tuple[int, ...]:
    """Return the way that WeasyPrint resumes at, {1: {0: None}}, as its numbers."""
    numbers: tuple[int, ...] = ()
    while path:
        (number, path), *_ = path.items()
        numbers += (number,)
    return numbers
