"""The structure tree -> in each list, how its items are numbered, as readers announce it.

What counts is what is printed before the items, not whether the page calls the list ordered
(ISO 32000-1, 14.8.5.5; ISO 32000-2, 14.8.5.5).
"""

from __future__ import annotations

import pydyf

from report.press.elements import classes_of, words_of
from report.press.roles import DATE, Types
from report.press.structure import Node


def number_lists(document: Node, types: Types) -> None:
    """Give every list beneath `document` its attribute ListNumbering."""
    for node in document.descendants():
        if node.role == "L":
            numbering = _numbering(node, types)
            node.entries["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": numbering})


def _numbering(node: Node, types: Types) -> str:
    found = (item.child("Lbl") for item in node.nodes())
    labels = [label.element for label in found if label is not None]
    if not labels:
        return "/None"
    if any(label.tag == "li" for label in labels):  # a mark that the style sheet made
        return "/Decimal" if node.element.tag == "ol" else "/Disc"
    if all(words_of(label).isdecimal() for label in labels):
        return "/Decimal"
    return types.dated if any(DATE in classes_of(label) for label in labels) else types.counted
