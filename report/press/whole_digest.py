"""An object of a PDF → a digest of all that hangs on it, the same in whatever form it is saved.

Numbers of objects, packing and the order of keys are nothing; every value, string and stream
counts. So a digest of a page tells of its instructions, fonts and pictures, and of what lies over
them: its boxes, its turn, its annotations. What a signature adds is left out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pikepdf

_PACKING = frozenset(("/Length", "/Filter", "/DecodeParms", "/DL"))
# What leads back up or is numbered anew by who saves a file, and what another digest tells of.
_ASIDE = frozenset(("/Parent", "/P", "/StructParent", "/StructParents", "/Metadata", "/ParentTree"))
_PARENT_TREE = frozenset(("/IDTree", "/ParentTreeNextKey"))
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_OF_SIGNATURES = frozenset(("/AcroForm", "/DSS", "/Perms", "/Extensions", "/Version"))
_ELSEWHERE = frozenset(("/Pages", "/Outlines", "/StructTreeRoot", "/AF", "/Names", "/Type"))
_OF_CHAINS = frozenset(("/First", "/Last", "/Next", "/Prev", "/Parent", "/Count", "/SE"))
_MOST_LEVELS = 50
PARTS = ("bookmarks", "structure", "rest")


class Digests:
    """Digests of the parts of one file; what several pages share is read once."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        self._known: dict[tuple[int, int], bytes] = {}
        self._cyclic = False

    def page(self, page: Any) -> str:
        """Return the digest of all that a page shows."""
        found = hashlib.sha256()
        contents = page.obj.get("/Contents")
        for part in contents if isinstance(contents, pikepdf.Array) else [contents]:
            if isinstance(part, pikepdf.Stream):
                found.update(part.read_bytes() + b"\n")
        entries = {key: page.obj[key] for key in page.obj.keys()}  # noqa: SIM118  of pikepdf
        entries |= {key: _inherited(page.obj, key) for key in _INHERITED if key not in entries}
        shown = [one for one in entries.pop("/Annots", ()) if not self._is_unseen(one, page)]
        for one in shown:
            found.update(b"annotation" + self._value(one, ()))
        for key in sorted(entries.keys() - _ASIDE - {"/Contents", "/Type", "/LastModified"}):
            if entries[key] is not None:
                found.update(key.encode() + self._value(entries[key], ()))
        return found.hexdigest()

    def document(self) -> dict[str, str]:
        """Return the digests of what is no page: bookmarks, structure, and all else."""
        root = self._pdf.Root
        names: Any = root.get("/Names") or pikepdf.Dictionary()
        kept = [key for key in names.keys() if key != "/EmbeddedFiles"]  # noqa: SIM118
        rest = {key: root[key] for key in root.keys()}  # noqa: SIM118
        for key in _ELSEWHERE | _OF_SIGNATURES | _ASIDE:
            rest.pop(key, None)
        rest |= {f"names{key}": names[key] for key in kept}
        files: Any = root.get("/AF") or ()
        rest |= {f"file {n}": one.get("/UF", "") for n, one in enumerate(files)}
        return {
            "bookmarks": _digest(*self._bookmarks(root.get("/Outlines"))),
            "structure": _digest(self._value(root.get("/StructTreeRoot"), ())),
            "rest": _digest(*(k.encode() + self._value(rest[k], ()) for k in sorted(rest))),
        }

    def _bookmarks(self, top: Any) -> Iterator[bytes]:
        """Yield what stands for each bookmark, in order, with its level: a chain of any length."""
        waiting = [(top.get("/First"), 1)] if top is not None else []
        seen: set[tuple[int, int]] = set()
        while waiting:
            item, level = waiting.pop()
            if item is None or item.objgen in seen:
                continue
            seen.add(item.objgen)
            kept = sorted(item.keys() - _OF_CHAINS)
            values = (key.encode() + self._value(item[key], ()) for key in kept)
            yield b"level %d" % level + _digest(*values).encode()
            waiting += [(item.get("/Next"), level), (item.get("/First"), level + 1)]

    def _is_unseen(self, annotation: Any, page: Any) -> bool:
        """Whether an annotation is the field of a signature, and lies outside the page."""
        if str(annotation.get("/FT", "")) != "/Sig" or annotation.get("/Subtype") != "/Widget":
            return False
        left, low, right, high = map(float, annotation.get("/Rect", (0, 0, 0, 0)))
        begin, bottom, end, top = map(float, page.mediabox)
        across = min(left, right) < end and max(left, right) > begin
        return not (across and min(low, high) < top and max(low, high) > bottom)

    def _value(self, item: Any, above: tuple[tuple[int, int], ...]) -> bytes:
        """Return what stands for a value: of one that holds others, their digest."""
        if not isinstance(item, pikepdf.Object):
            return _plain(item)
        objgen = item.objgen
        if objgen in self._pages:
            return b"page %d" % self._pages[objgen]
        if objgen in above:
            self._cyclic = True
            return b"above %d" % (len(above) - above.index(objgen))
        if objgen in self._known:
            return self._known[objgen]
        indirect = objgen != (0, 0)
        before, self._cyclic = self._cyclic, False
        parts = self._parts(item, (*above, objgen) if indirect else above)
        found = hashlib.sha256(b"\n".join(parts)).digest()
        if indirect and not self._cyclic:
            self._known[objgen] = found
        self._cyclic = self._cyclic or before
        return found

    def _parts(self, item: Any, above: tuple[tuple[int, int], ...]) -> Iterator[bytes]:
        if isinstance(item, pikepdf.Array):
            yield b"list"
            for one in item:
                yield self._value(one, above)
        elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            packed = isinstance(item, pikepdf.Stream)
            yield b"stream" if packed else b"table"
            aside = _ASIDE | (_PACKING if packed else _PARENT_TREE)
            for key in sorted(item.keys()):
                if key not in aside:
                    yield key.encode() + self._value(item[key], above)
            if packed:
                yield hashlib.sha256(_unpacked(item)).digest()
        elif isinstance(item, pikepdf.String):
            yield b"text" + bytes(item)
        else:
            yield str(item).encode()


def _plain(item: Any) -> bytes:
    """Return a number, a truth or nothing; a number the same however it is written."""
    if isinstance(item, bool) or not isinstance(item, int | float | Decimal):
        return repr(item).encode()
    return format(Decimal(item).normalize(), "f").encode()


def _unpacked(stream: Any) -> bytes:
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:
        return bytes(stream.read_raw_bytes())


def _inherited(page: Any, key: str) -> Any:
    for _ in range(_MOST_LEVELS):
        page = page.get("/Parent")
        if page is None:
            return None
        if key in page:
            return page[key]
    return None


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\n".join(parts)).hexdigest()
