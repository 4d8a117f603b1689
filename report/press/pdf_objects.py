"""An object of a PDF → the strings and names in it, each with the kind of place that it is."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from report.protection.pieces import Part, Piece, Unread

MOST_STREAM = 64 * 1024 * 1024
TOO_MUCH = Unread("stream that unpacks to more than it should")
_MOST_DEPTH = 60
# What a key of a dictionary holds, in an officer's words.
_KINDS = {
    "/Alt": "text alternative",
    "/ActualText": "text alternative",
    "/E": "text alternative",
    "/Contents": "annotation",
    "/RC": "annotation",
    "/NM": "annotation",
    "/Subj": "annotation",
    "/TU": "form field",
    "/TM": "form field",
    "/V": "form field",
    "/DV": "form field",
    "/Opt": "form field",
    "/CA": "form field",
    "/Dest": "link or destination",
    "/Dests": "link or destination",
    "/D": "link or destination",
    "/URI": "address of a link",
    "/JS": "script",
    "/UF": "name of an attachment",
    "/F": "name of an attachment",
    "/Desc": "description of an attachment",
    "/BaseFont": "font name",
    "/FontName": "font name",
    "/FontFamily": "font name",
    "/Lang": "language",
    "/RoleMap": "structure",
    "/ClassMap": "structure",
    "/ID": "structure",
    "/Names": "named destination or attachment",
    "/Limits": "named destination or attachment",
    "/Info": "document information",
    "/Usage": "layer",
}


_Test = Callable[[Any, str, str], bool]
# What a dictionary is to an officer, by its type, its subtype and its keys; the first that fits.
_DICTIONARIES: tuple[tuple[str, _Test], ...] = (
    ("structure", lambda _, kind, __: kind == "/StructElem"),
    ("form field", lambda item, _, __: "/FT" in item or ("/Kids" in item and "/T" in item)),
    ("annotation", lambda item, kind, _: kind == "/Annot" or "/Rect" in item),
    ("bookmark", lambda item, _, __: "/Title" in item and ("/Parent" in item or "/Dest" in item)),
    ("name of an attachment", lambda item, kind, _: kind == "/Filespec" or "/EF" in item),
    ("font name", lambda _, kind, __: kind in {"/Font", "/FontDescriptor"}),
    ("font name", lambda _, __, subtype: subtype in {"/Type0", "/Type1"}),
    ("layer", lambda _, kind, __: kind in {"/OCG", "/OCMD"}),
)


def kind_of(item: Any) -> str:
    """Return what an object is to an officer."""
    import pikepdf

    if not isinstance(item, pikepdf.Dictionary):
        return "object"
    kind, subtype = str(item.get("/Type", "")), str(item.get("/Subtype", ""))
    found = (name for name, fits in _DICTIONARIES if fits(item, kind, subtype))
    return next(found, "object")


def values_in(item: Any, kind: str, depth: int = 0, *, shallow: bool = False) -> Iterator[Part]:
    """Yield the strings and names directly in an object; what it refers to is read by itself.

    `shallow`: of a trailer, whose other keys are the program's.
    """
    import pikepdf

    if depth > _MOST_DEPTH:
        return
    if isinstance(item, pikepdf.String):
        yield from (Piece(kind, text) for text in _decoded(bytes(item)))
    elif isinstance(item, pikepdf.Name):
        yield Piece(kind, str(item))
    elif isinstance(item, pikepdf.Array):
        yield from _of_array(item, kind, depth)
    elif isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        for key in item.keys():  # noqa: SIM118  a stream has no other way to its keys
            yield Piece("name of a key", str(key))
            try:
                inner = item.get(key)
            except TypeError:  # the name is no UTF-8
                yield Unread("value under a name that is no text")
                continue
            if not _refers(inner) and (not shallow or key in ("/ID", "/Info")):
                yield from values_in(inner, _KINDS.get(str(key), kind), depth + 1)


def _refers(item: Any) -> bool:
    return item is None or bool(getattr(item, "is_indirect", False))


def _of_array(array: Any, kind: str, depth: int) -> Iterator[Part]:
    """Yield the strings of a list each by itself, and joined: a name may be cut over them."""
    import pikepdf

    texts = []
    for inner in array:
        if _refers(inner):
            continue
        if isinstance(inner, pikepdf.String):
            texts.append(next(_decoded(bytes(inner))))
        yield from values_in(inner, kind, depth + 1)
    if len(texts) > 1:
        yield Piece(kind, "".join(texts))


def _decoded(data: bytes) -> Iterator[str]:
    """Yield a string in each encoding that it may be in."""
    if data.startswith((b"\xfe\xff", b"\xff\xfe")):
        yield data.decode("utf-16", "replace")
        return
    try:
        yield data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError:
        import pikepdf

        yield str(pikepdf.String(data))
        yield data.decode("cp1251", "replace")


_HEX_STRING = re.compile(rb"<([0-9A-Fa-f\s]{4,})>")
_LITERAL_STRING = re.compile(rb"\(((?:[^()\\]|\\[\s\S]){2,})\)")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|([\s\S]))")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}


def strings_in_source(source: bytes) -> Iterator[str]:
    """Yield the strings that stand in the bytes of a file, whatever object they are of."""
    for match in _HEX_STRING.finditer(source):
        digits = re.sub(rb"\s", b"", match.group(1)).decode()
        yield from _decoded(bytes.fromhex(digits + "0" * (len(digits) % 2)))
    for match in _LITERAL_STRING.finditer(source):
        yield from _decoded(_ESCAPE.sub(_unescaped, match.group(1)))


def _unescaped(match: re.Match[bytes]) -> bytes:
    octal, sign = match.groups()
    if octal:
        return bytes([int(octal, 8) & 0xFF])
    return _ESCAPED.get(sign, sign)


def unpacks_to_much(item: Any) -> bool:
    """Whether a packed stream is longer than any that is read; asked before it is unpacked."""
    import pikepdf

    filters = item.get("/Filter")
    listed = filters if isinstance(filters, pikepdf.Array) else [filters]
    data = item.read_raw_bytes()
    for name in map(str, listed):
        if name not in ("/FlateDecode", "/Fl"):
            break
        unpacker = zlib.decompressobj()
        try:
            data = unpacker.decompress(data, MOST_STREAM)
        except zlib.error:
            break
        if unpacker.unconsumed_tail:
            return True
    return False
