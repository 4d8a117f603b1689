"""A tagged document -> what PDF 2.0 and PDF/UA-2 ask for beyond its elements.

Each element says from which set of types its own is taken; notes and their calls, and lines of the
contents and what they name, refer to each other; every place that is led to is an element and not
only a spot on a page (ISO 32000-2, 12.3.2.3 and 14.7.4; ISO 14289-2, 8.2.5.8, 8.2.5.14 and 8.8).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pydyf

from report.press.structure import Builder, Node

_PDF_2 = "http://iso.org/pdf2/ssn"
_PDF_1_7 = "http://iso.org/pdf/ssn"
# Standard types that PDF 2.0 has dropped from its own set (ISO 32000-2, 14.8.6).
_OF_1_7 = frozenset({"Art", "BlockQuote", "Code", "Quote", "Reference", "TOC", "TOCI"})


def complete(pdf: Any, root: Any, builder: Builder, written: Mapping[Node, Any]) -> None:
    """Add it all to a pydyf document; `root` is the root of the tree, `written` its elements."""
    _Completion(pdf, builder, written).add(root)


class _Completion:
    def __init__(self, pdf: Any, builder: Builder, written: Mapping[Node, Any]) -> None:
        self.pdf = pdf
        self.builder = builder
        self.written = written
        # Pairs of names and spots, as a name tree has them.
        self.names = pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", [])
        self.spots = {
            name.string: spot for name, spot in zip(self.names[::2], self.names[1::2], strict=True)
        }

    def add(self, root: Any) -> None:
        self._name_sets(root)
        for call, note in self.builder.notes():
            _refer(self.written[call], self.written[note])
            _refer(self.written[note], self.written[call])
        for node, element in self.written.items():
            if node.role == "TOCI":
                for target in self._targets(node):
                    _refer(element, target)
        self._lead_to_elements()

    def _name_sets(self, root: Any) -> None:
        sets = {}
        for name in (_PDF_2, _PDF_1_7):
            entries = {"Type": "/Namespace", "NS": pydyf.String(name)}
            self.pdf.add_object(one := pydyf.Dictionary(entries))
            sets[name] = one.reference
        root["Namespaces"] = pydyf.Array(sets.values())
        for node, element in self.written.items():
            element["NS"] = sets[_PDF_1_7 if node.role in _OF_1_7 else _PDF_2]

    def _targets(self, node: Node) -> Iterator[Any]:
        """Yield the elements that the links within a node lead to."""
        for one in node.descendants():
            href = one.element.get("href", "") if one.role == "Link" else ""
            if href.startswith("#"):
                yield self._element(href[1:])

    def _element(self, name: str) -> Any:
        """Return the element of a place; where it has no content, that of what it stands in."""
        places = self.builder.places(name)
        return next(self.written[node] for node in places if node in self.written)

    def _lead_to_elements(self) -> None:
        """Let names, links and the outline lead to elements; older readers find the spot too."""
        for node in self.written:
            for link in node.links():
                if name := link.annotation.pop("Dest", None):
                    spot = self.spots[name.string]
                    link.annotation["A"] = _go_to(name, self._element(name.string), spot)
        for at in range(0, len(self.names), 2):
            name, spot = self.names[at : at + 2]
            structure = _structure(self._element(name.string), spot)
            self.names[at + 1] = pydyf.Dictionary({"D": spot, "SD": structure})
        entries = self._outline(self.pdf.catalog.get("Outlines"))
        for entry, node in zip(entries, self.builder.headings, strict=True):
            spot, element = entry.pop("Dest"), self.written[node]
            entry["A"] = _go_to(spot, element, spot)
            entry["SE"] = element.reference

    def _outline(self, reference: bytes | None) -> Iterator[Any]:
        """Yield the entries beneath one of the outline, in the order of the pages."""
        following = self._object(reference).get("First") if reference else None
        while following:
            entry = self._object(following)
            yield entry
            yield from self._outline(following)
            following = entry.get("Next")

    def _object(self, reference: bytes) -> Any:
        return self.pdf.objects[int(reference.split()[0])]


def _refer(element: Any, target: Any) -> None:
    element.setdefault("Ref", pydyf.Array()).append(target.reference)


def _go_to(place: Any, element: Any, spot: Any) -> Any:
    structure = _structure(element, spot)
    return pydyf.Dictionary({"Type": "/Action", "S": "/GoTo", "D": place, "SD": structure})


def _structure(element: Any, spot: Any) -> Any:
    """Return the destination with the view of `spot`, on an element in place of a page."""
    return pydyf.Array([element.reference, *spot[1:]])
