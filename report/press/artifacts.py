"""Laid-out pages -> which of their boxes are no content: running heads, repeats, decoration.

PDF/UA-1 (ISO 14289-1, 7.1 and 7.8) wants every mark on the page to be either content or artifact.
Boxes are flagged before they are painted; `marked` then paints them as what they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes

from report.press.box_tree import children_of
from report.press.elements import is_decoration

HEADER = b"<</Type /Pagination /Subtype /Header>>"
FOOTER = b"<</Type /Pagination /Subtype /Footer>>"
REPEATED = b"<</Type /Pagination>>"
DECORATION = b"<</Type /Layout>>"

_FLAG = "artifact_properties"


def flag_artifacts(pages: Iterable[Any]) -> None:
    """Flag the boxes of what stands in margins, of repeated table heads, and of decoration."""
    heads: set[Any] = set()
    for page in pages:
        for child in children_of(page._page_box):
            if isinstance(child, boxes.MarginBox):
                _flag(child, HEADER if "top" in child.at_keyword else FOOTER)
            else:
                _flag_within(child, heads)


def is_artifact(box: Any) -> bool:
    """Whether the box was flagged."""
    return _FLAG in box.__dict__


def _flag_within(box: Any, heads: set[Any]) -> None:
    element = box.element
    if isinstance(box, boxes.TableRowGroupBox) and (box.is_header or box.is_footer):
        if element in heads:
            _flag(box, REPEATED)
            return
        heads.add(element)
    blank = isinstance(box, boxes.TextBox) and not box.text.strip()  # nothing of it is painted
    if blank or box.is_leader or (element is not None and is_decoration(element)):
        _flag(box, DECORATION)
        return
    for child in children_of(box):
        _flag_within(child, heads)


def _flag(box: Any, properties: bytes) -> None:
    setattr(box, _FLAG, properties)
    for child in children_of(box):
        _flag(child, properties)


@contextmanager
def marked(stream: Any, box: Any, tag: str) -> Iterator[None]:
    """Paint what is drawn within as content with a number of its own, or as an artifact.

    Takes the place of the method of WeasyPrint's page stream.
    """
    if stream._tags is None:
        yield
        return
    if is_artifact(box):
        stream.begin_marked_content("Artifact", getattr(box, _FLAG))
    else:
        mcid = len(stream._tags)
        stream._tags[box] = {"tag": tag, "mcid": mcid}
        stream.begin_marked_content(tag, pydyf.Dictionary({"MCID": mcid}))
    try:
        yield
    finally:
        stream.end_marked_content()
