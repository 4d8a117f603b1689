"""HTML elements -> the standard structure types of PDF and their attributes.

The types are those of PDF 1.7 (ISO 32000-1, 14.8.4), or with some more those of PDF 2.0. Decides by
the element alone, wherever it is printed. Knows nothing of boxes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pydyf

from report.press.elements import SVG, Elements, alternative, classes_of, words_of

# The classes of what stands before an item of a list.
NUMBER, DATE = "no", "when"

_ROLES: Mapping[str, str] = {
    "section": "Sect",
    "article": "Art",
    "blockquote": "BlockQuote",
    "aside": "Div",
    "figure": "Div",
    "figcaption": "P",
    "p": "P",
    "pre": "P",
    "dt": "P",
    "dd": "P",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "h6": "H6",
    "ul": "L",
    "ol": "L",
    "li": "LI",
    "table": "Table",
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "q": "Quote",
    "code": "Code",
    "img": "Figure",
    SVG: "Figure",
}
_OF_PDF_2: Mapping[str, str] = {
    "aside": "Aside",
    "b": "Strong",
    "strong": "Strong",
    "em": "Em",
    "i": "Em",
}
_CONTENTS_ROLES: Mapping[str, str] = {"ul": "TOC", "ol": "TOC", "li": "TOCI"}
# A table that only sets things side by side: its cells are paragraphs.
_LAYOUT_ROLES: Mapping[str, str | None] = {
    "table": "Div", "thead": None, "tbody": None, "tfoot": None, "tr": None, "th": "P", "td": "P",
}  # fmt: skip
_BLOCKS = frozenset({"div", "main", "header", "footer", "nav", "dl", "body"})

# These hold other elements and no text of their own.
GROUPING = frozenset(
    {
        *("Document", "Part", "Art", "Sect", "Div", "Aside", "BlockQuote", "TOC", "TOCI"),
        *("L", "LI", "Table", "THead", "TBody", "TFoot", "TR"),
    }
)


@dataclass(frozen=True)
class Types:
    """The types of elements in a version of PDF: by HTML element, and that of a note.

    `counted` and `dated` tell of lists whose items have other labels than plain numbers.
    """

    by_element: Mapping[str, str]
    note: str
    counted: str
    dated: str
    note_entries: Mapping[str, object] = field(default_factory=dict)


PDF_1_7 = Types(_ROLES, "Note", counted="/None", dated="/None")
PDF_2 = Types(
    {**_ROLES, **_OF_PDF_2},
    "FENote",
    counted="/Ordered",
    dated="/Description",
    note_entries={"A": pydyf.Dictionary({"O": "/FENote", "NoteType": "/Footnote"})},
)


def role_of(element: Any, elements: Elements, types: Types) -> str | None:
    """Return the structure type of an element; None where its content is its parent's."""
    tag = element.tag
    if not isinstance(tag, str):
        return None  # a comment
    role = types.by_element.get(tag)
    if tag in _CONTENTS_ROLES and elements.is_within(element, "nav"):
        role = _CONTENTS_ROLES[tag]
    elif tag in _LAYOUT_ROLES and elements.is_of_layout(element):
        role = _LAYOUT_ROLES[tag]
    elif tag == "th" and not words_of(element):
        role = "TD"  # a head that says nothing, such as the corner of a table
    elif tag == "a" and elements.link(element) is element:
        role = "Link"
    elif role is None and is_label(element, elements):
        role = "Lbl"
    elif role is None and elements.changes_lang(element):
        role = "Div" if tag in _BLOCKS else "Span"
    return role


def is_label(element: Any, elements: Elements) -> bool:
    """Whether an element is the number or date of its item: the first thing in `li`, by class."""
    parent = elements.parent(element)
    if parent is None or parent.tag != "li" or (parent.text or "").strip():
        return False
    return parent[0] is element and bool({NUMBER, DATE} & classes_of(element))


def attributes_of(element: Any, role: str, elements: Elements) -> dict[str, object]:
    """Return the entries of an element's dictionary beside its type, parent and children."""
    entries: dict[str, object] = {}
    if elements.changes_lang(element):
        entries["Lang"] = pydyf.String(element.get("lang"))
    if role in ("TH", "TD") and (table := _cell(element, role)):
        entries["A"] = pydyf.Dictionary({"O": "/Table", **table})
    if role == "Figure" and (words := alternative(element)):
        entries["Alt"] = pydyf.String(words)
    return entries


def _cell(element: Any, role: str) -> dict[str, object]:
    entries: dict[str, object] = {}
    if role == "TH":
        entries["Scope"] = "/Row" if element.get("scope") == "row" else "/Column"
    for attribute, key in (("colspan", "ColSpan"), ("rowspan", "RowSpan")):
        span = element.get(attribute, "1")
        if span.isdecimal() and int(span) > 1:
            entries[key] = int(span)
    return entries
