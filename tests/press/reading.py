"""A finished PDF -> its structure tree with the words of each element, as a screen reader meets it.

Reads the file alone: the tree, the marked content that it names, and the fonts' maps to Unicode.
Shares no code with what writes the tags.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

SOFT_HYPHEN = "\u00ad"
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
NOTES = ("Note", "FENote")
# What begins on a line of its own; all else goes on within the line.
BLOCKS = frozenset(
    {
        *("Document", "Part", "Art", "Sect", "Div", "Aside", "BlockQuote", "P", "Title"),
        *("H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "TOC", "TOCI"),
        *("Table", "THead", "TBody", "TFoot", "TR", "TH", "TD", "Caption", "Figure"),
        *("Note", "FENote"),
    }
)


@dataclass
class Tag:
    """A structure element: its type, what it says of itself, its children and words in order."""

    role: str
    entries: dict[str, str]
    kids: list[Tag | str] = field(default_factory=list)

    def tags(self) -> Iterator[Tag]:
        """Yield the element and all beneath it, in order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.tags()

    def spoken(self, *, notes: bool = True) -> str:
        """Return the words, soft hyphens taken out, spaces made one; a figure says its Alt."""
        return even("".join(self._pieces(notes=notes)))

    def _pieces(self, *, notes: bool) -> Iterator[str]:
        if not notes and (self.role in NOTES or self._is_call()):
            return
        edge = " " if self.role in BLOCKS else ""
        yield edge
        if "/Alt" in self.entries:
            yield self.entries["/Alt"]
        else:
            for kid in self.kids:
                if isinstance(kid, str):
                    yield kid
                else:
                    yield from kid._pieces(notes=notes)
        yield edge

    def _is_call(self) -> bool:
        """Whether it is the number in the text that calls a note."""
        inner = [kid.role for kid in self.kids if isinstance(kid, Tag)]
        return self.role == "Reference" and inner == ["Lbl"]


def even(text: str) -> str:
    """Return text without what is not seen, and with plain single spaces."""
    return " ".join(_INVISIBLE.sub("", text).split())


def read(pdf: bytes) -> Tag:
    """Return the tree of a PDF; its root is the Document."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = {page.obj.objgen: _marked(page) for page in opened.pages}
        (root,) = _kids(opened.Root.StructTreeRoot)
        return _tag(root, None, pages)


def _tag(element: Any, page: Any, pages: dict[Any, dict[int, str]]) -> Tag:
    page = element.get("/Pg", page)
    told = {key: str(element[key]) for key in ("/Lang", "/Alt", "/ID") if key in element}
    tag = Tag(str(element.S)[1:], told)
    for kid in _kids(element):
        if isinstance(kid, int):
            tag.kids.append(pages[page.objgen].pop(kid))
        elif "/S" in kid:
            tag.kids.append(_tag(kid, page, pages))
        elif "/MCID" in kid:
            tag.kids.append(pages[kid.Pg.objgen].pop(int(kid.MCID)))
    return tag


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """Return the words of each piece of marked content of a page, by its number."""
    found: dict[int, str] = {}
    _read(page.obj, page.obj.Resources, found, [])
    return found


@dataclass
class _Scope:
    """Open marked content: the number it has or stands in, and whether other words replace it."""

    mcid: int | None
    replaced: bool


def _read(stream: Any, resources: Any, found: dict[int, str], scopes: list[_Scope]) -> None:
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(stream):
        match str(operator):
            case "BDC" | "BMC":
                scopes.append(_opened(operands, found, scopes))
            case "EMC":
                scopes.pop()
            case "Tf":
                font = _map(resources.Font[str(operands[0])])
            case "Tj" | "TJ":
                strings = operands[0] if str(operator) == "TJ" else operands
                words = "".join(
                    font.get(code, "\ufffd")
                    for one in strings
                    if isinstance(one, pikepdf.String)
                    for code in _codes(bytes(one))
                )
                if scopes and scopes[-1].mcid is not None and not scopes[-1].replaced:
                    found[scopes[-1].mcid] += words
            case "Do":
                drawn = resources.XObject[str(operands[0])]
                if drawn.get("/Subtype") == "/Form":
                    _read(drawn, drawn.get("/Resources", resources), found, scopes)


def _opened(operands: Any, found: dict[int, str], scopes: list[_Scope]) -> _Scope:
    around = scopes[-1] if scopes else _Scope(None, replaced=False)
    properties = operands[1] if len(operands) > 1 else {}
    if "/MCID" in properties:
        found[int(properties.MCID)] = ""
        return _Scope(int(properties.MCID), around.replaced)
    if "/ActualText" in properties and around.mcid is not None and not around.replaced:
        found[around.mcid] += str(properties.ActualText)
        return _Scope(around.mcid, replaced=True)
    return around


def _codes(string: bytes) -> Iterator[int]:
    return (int.from_bytes(string[at : at + 2], "big") for at in range(0, len(string), 2))


def _map(font: Any) -> dict[int, str]:
    """Return the Unicode of each code of a font."""
    text = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>\s*$", text, re.MULTILINE)
    return {int(code, 16): bytes.fromhex(words).decode("utf-16-be") for code, words in pairs}
