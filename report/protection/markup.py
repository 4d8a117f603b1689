"""HTML and XML → their texts: what is shown, attributes, comments, scripts, files in addresses.

A name may be cut by elements (`Sm<b>ith</b>`), so the text is read joined as well. Reads with the
parser of the standard library, which opens no entity and loads nothing.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote_to_bytes

from report.protection.pieces import SEPARATOR, Member, Part, Piece, strings_of, text_of

# Elements that end a line of what is read; all others lie within one.
_BLOCK_NAMES = """
    p div h h1 h2 h3 h4 h5 h6 li ul ol dl dt dd td th tr table section article header footer
    blockquote figure figcaption title br hr body head main nav option tbody thead svg text
    tab cr si row c cell note unit trans-unit source target property"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_DATA_ADDRESS = re.compile(
    r"data:([\w.+-]+/[\w.+-]+)?((?:;[\w=.+-]+)*),([^\"'\s)>]*)", re.IGNORECASE
)
_LONG = 2_000  # characters of a coded file that is left out of the text
_CODES = re.compile("[A-Za-z0-9+/]*={0,2}")
_HIDDEN = {"script": "script", "style": "style sheet", "deltext": "tracked deletion"}
_LOOKS = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:[!?a-zA-Z])")


def is_markup(data: bytes) -> bool:
    """Say whether a file begins as HTML or XML does."""
    text = data[:400]
    if text[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = text.decode("utf-16", "replace").encode()
    return _LOOKS.match(text) is not None


def read_markup(data: bytes) -> Iterator[Part]:
    """Yield the parts of an HTML or XML file."""
    text = text_of(data)
    if text is None:
        yield Piece("bytes", strings_of(data))
        return
    members = list(_addressed(text))
    text = _DATA_ADDRESS.sub(_without_file, text)
    reader = _Reader()
    reader.feed(text)
    reader.close()
    for kind, found in reader.found.items():
        yield Piece(kind, "".join(found))
    yield Piece("source text", text)
    yield from (Member("page in a page", one.encode("utf-8", "replace")) for one in reader.pages)
    yield from members


class _Reader(HTMLParser):
    """Sorts the texts of a file by the kind of their place."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, list[str]] = {}
        self.pages: list[str] = []
        self._within: list[str] = []

    def _add(self, kind: str, *texts: str) -> None:
        self.found.setdefault(kind, []).extend(texts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the attributes of an element."""
        name = tag.rpartition(":")[2]
        if name in _HIDDEN:
            self._within.append(name)
        for key, value in attrs:
            if key == "srcdoc" and value:
                self.pages.append(value)
            self._add(f"attribute “{key[:40]}”", value or "", SEPARATOR)
            self._add("attribute names", key, SEPARATOR)
        if name in _BLOCKS:
            self._break()
        self._add("element names", tag, SEPARATOR)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element without content."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a line, or a hidden part."""
        name = tag.rpartition(":")[2]
        if self._within and self._within[-1] == name:
            self._within.pop()
        if name in _BLOCKS:
            self._break()

    def _break(self) -> None:
        self._add("text", "\n")

    def handle_data(self, data: str) -> None:
        """Take a text; in XML of Word deleted words are hidden ones."""
        if self._within:
            self._add(_HIDDEN[self._within[-1]], data)
        else:
            self._add("text", data)

    def handle_comment(self, data: str) -> None:
        """Take a comment."""
        self._add("comment", data, SEPARATOR)

    def handle_decl(self, decl: str) -> None:
        """Take a declaration."""
        self._add("declaration", decl, SEPARATOR)

    def handle_pi(self, data: str) -> None:
        """Take a processing instruction."""
        self._add("processing instruction", data, SEPARATOR)

    def unknown_decl(self, data: str) -> None:
        """Take a CDATA section: its text is shown."""
        self._add("text", data.removeprefix("CDATA["))


def _without_file(match: re.Match[str]) -> str:
    """Return an address without the file in it, which is read as one: its codes spell anything."""
    _, parameters, body = match.groups()
    if ";base64" in parameters.lower() and len(body) > _LONG and _CODES.fullmatch(body):
        return match.group().removesuffix(body)
    return match.group()


def _addressed(text: str) -> Iterator[Member]:
    """Yield the files that stand in addresses: `data:image/png;base64,…`."""
    for match in _DATA_ADDRESS.finditer(text):
        _, parameters, body = match.groups()
        data = unquote_to_bytes(body)
        if ";base64" in parameters.lower():
            try:
                data = base64.b64decode(data + b"=" * (-len(data) % 4))
            except (binascii.Error, ValueError):
                continue
        yield Member("file in an address", data)
