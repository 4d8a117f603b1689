"""The structure tree -> the objects of a tagged PDF (ISO 32000-1, 14.7 and 14.8; ISO 14289).

Takes the place of WeasyPrint's own writer, which makes an element of every line and every page's
part of an element, knows no languages and no notes, and grows with the square of the pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pydyf

from report.press.elements import Elements
from report.press.lists import number_lists
from report.press.pdf2 import complete
from report.press.roles import PDF_1_7, PDF_2
from report.press.structure import Builder, Content, LinkPlace, Node

_CELLS = ("TD", "TH")


def add_tags(pdf: Any, document: Any, version: str, streams: Sequence[Any]) -> None:
    """Write the structure tree of a laid-out document into a pydyf document of PDF `version`."""
    is_2 = version == "2.0"
    builder = Builder(Elements(document._html.etree_element), PDF_2 if is_2 else PDF_1_7)
    for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
        builder.add_page(number, page._page_box, stream._tags)
    _prune(builder.document)
    number_lists(builder.document, builder.types)
    writer = _Writer(pdf, [len(stream._tags) for stream in streams])
    root = writer.write(builder.document)
    if is_2:
        complete(pdf, root, builder, writer.written)


def _prune(node: Node) -> bool:
    """Drop nodes without content; return whether this one has any. A cell may be empty."""
    node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or _prune(kid)]
    return bool(node.kids) or node.role in _CELLS


class _Writer:
    """Writes nodes and remembers who holds each piece of content."""

    def __init__(self, pdf: Any, contents: Sequence[int]) -> None:
        self.pdf = pdf
        self.pages = pdf.page_references  # made anew at each asking
        self.holders: list[list[object]] = [["null"] * count for count in contents]
        self.annotations: list[tuple[Any, object]] = []
        self.ids: list[tuple[str, object]] = []
        self.written: dict[Node, Any] = {}

    def write(self, document: Node) -> Any:
        """Write the tree beneath `document`; return its root, with the elements in `written`."""
        root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self.pdf.add_object(root)
        root["K"] = pydyf.Array([self._element(document, root.reference)])
        root["ParentTree"] = self._parent_tree()
        root["ParentTreeNextKey"] = len(self.holders) + len(self.annotations)
        if self.ids:
            names = pydyf.Array()
            for identity, reference in sorted(self.ids):
                names.extend((pydyf.String(identity), reference))
            root["IDTree"] = pydyf.Dictionary({"Names": names})
        catalog = self.pdf.catalog
        catalog["StructTreeRoot"] = root.reference
        catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
        catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
        return root

    def _element(self, node: Node, parent: object) -> object:
        page = node.first_page()
        element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.role}", "P": parent})
        self.pdf.add_object(element)
        self.written[node] = element
        if page is not None:
            element["Pg"] = self.pages[page]
        element.update(node.entries)
        if "ID" in node.entries:
            self.ids.append((node.entries["ID"].string, element.reference))
        reference = element.reference
        element["K"] = pydyf.Array([self._kid(kid, reference, page) for kid in node.kids])
        return reference

    def _kid(self, kid: Node | Content | LinkPlace, holder: object, page: int | None) -> object:
        if isinstance(kid, Node):
            return self._element(kid, holder)
        where = self.pages[kid.page]
        if isinstance(kid, LinkPlace):
            self.annotations.append((kid.annotation, holder))
            return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.annotation.reference, "Pg": where})
        self.holders[kid.page][kid.mcid] = holder
        if kid.page == page:
            return kid.mcid
        return pydyf.Dictionary({"Type": "/MCR", "Pg": where, "MCID": kid.mcid})

    def _parent_tree(self) -> object:
        """Write who holds what: by page and number of content, then by annotation."""
        numbers = pydyf.Array()
        for page, holders in enumerate(self.holders):
            numbers.extend((page, pydyf.Array(holders)))
        for key, (annotation, holder) in enumerate(self.annotations, start=len(self.holders)):
            annotation["StructParent"] = key
            numbers.extend((key, holder))
        tree = pydyf.Dictionary({"Nums": numbers})
        self.pdf.add_object(tree)
        return tree.reference
