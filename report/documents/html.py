"""The bytes of a saved web page → its text in reading order, furniture of the page marked.

Scripts, styles and lists of choices are left out; all else that a page shows is kept. Fetches
nothing and follows nothing. Runs in a confined process.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree, html

from report.documents.legacy import decode_legacy
from report.documents.page_statements import said_by_page
from report.documents.parsed import Block, Parsed, Refused, assemble, superscript

if TYPE_CHECKING:
    from report.documents.page_libraries import PageReading

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol p pre section summary table tbody tfoot thead tr ul"
)
_NAMES_LEFT_OUT = (
    "script style template noscript svg math iframe object embed canvas audio video select "
    "textarea head map"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_LEFT_OUT = frozenset(_NAMES_LEFT_OUT.split())
_FURNITURE = frozenset(("nav", "aside", "form", "button", "figcaption", "menu", "dialog"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "dialog"))
_NAMES = re.compile(
    r"(?:^|[-_ ])(?:comments?|respond|reply|share|sharing|social|related|sidebar|breadcrumbs?|menu"
    r"|nav|navbar|cookies?|newsletter|subscribe|promo|advert|ads?|banner|footer|widget|popup|modal"
    r"|tags|pagination|toolbar|disclaimer|caption)(?:$|[-_ ])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_ARCHIVED = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?Content-Type:\s*multipart/related", re.IGNORECASE
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_CELL, _LINE = "\x1f", "\x1e"


def parse_html(data: bytes, *, judged: bool = False) -> Parsed:
    """Return the text of a page and what its head states; Refused with a code.

    `judged`: also what libraries read of it, and what stands around the article marked.
    """
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", decoded(unpacked(data)))
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    try:
        root = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise Refused("document-damaged", "no page could be found in it") from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Refused("document-costly", "its parts are nested too deep")
    blocks = _judged(list(_blocks(root)))
    said = tuple(said_by_page(root, source[:4000]))
    if judged:
        from report.documents.page_libraries import read_page  # late: heavy, and often not wanted

        reading = read_page(source)
        blocks, said = _within(blocks, reading), said + reading.said
    return Parsed(assemble(blocks), said)


def _within(blocks: list[Block], reading: PageReading) -> list[Block]:
    """Mark what stands before and behind the article as furniture."""
    own = [n for n, block in enumerate(blocks) if not block.furniture]
    extent = reading.extent([blocks[n].text for n in own])
    if extent is None:
        return blocks
    first, last = own[extent[0]], own[extent[1]]
    return [
        Block(block.text, block.furniture or not first <= n <= last)
        for n, block in enumerate(blocks)
    ]


def unpacked(data: bytes) -> bytes:
    """Return the page of an archive that a browser saved as one file (MHTML, RFC 2557)."""
    if not _ARCHIVED.match(data[:4096]):
        return data
    import email
    import email.policy

    archive = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in archive.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                charset = part.get_content_charset() or ""
                declared = f'<meta charset="{charset}">'.encode() if charset.isascii() else b""
                return page if not charset or _CHARSET.search(page[:8192]) else declared + page
    raise Refused("document-damaged", "no page could be found in it")


def decoded(data: bytes) -> str:
    """Return the source of a page: by its byte order mark, as UTF-8, or as it declares."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return _by(data, encoding)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:8192])
        if declared is None:
            read = decode_legacy(data)
            if read is None:
                raise Refused("document-encoding") from None
            return read[0]
    label = declared.group(1).decode("ascii").lower()
    if label in ("utf-8", "utf8"):
        raise Refused("document-encoding")
    # A browser reads the first two as the third (WHATWG Encoding, section 4.2).
    return _by(data, "cp1252" if label in ("iso-8859-1", "latin1", "us-ascii") else label)


def _by(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        raise Refused("document-encoding") from None


class _Reader:
    """Walks a page; text gathers until a block begins or ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.furniture = False
        self.linked = 0

    def add(self, text: str | None, furniture: bool, linked: bool) -> None:
        if text:
            self.parts.append(text)
            self.furniture = furniture
            self.linked += len(text.strip()) if linked else 0

    def flush(self) -> None:
        lines = "".join(self.parts)
        length = len(lines.strip())
        mostly_links = length > 0 and self.linked >= 0.9 * length and not lines.count(". ")
        for piece in re.split(f"(?:{_LINE}\\s*){{2,}}", lines):
            words = re.sub(rf"\s*{_CELL}\s*", _CELL, _SPACE.sub(" ", piece))
            words = "\n".join(line.strip() for line in words.split(_LINE)).replace(_CELL, "\t")
            if words.strip():
                self.blocks.append(Block(words, self.furniture or mostly_links))
        self.parts, self.linked = [], 0

    def walk(self, element: etree._Element, furniture: bool, linked: bool) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _LEFT_OUT:
            return
        block = tag in _BLOCKS
        if block:
            self.flush()
        furniture = furniture or _is_furniture(element, tag)
        linked = linked or (tag == "a" and element.get("href") is not None)
        self._open(tag, furniture)
        text = element.text
        self.add(superscript(text) if tag == "sup" and text else text, furniture, linked)
        for child in element:
            self.walk(child, furniture, linked)
            self.add(child.tail, furniture, linked)
        if tag == "q":
            self.add("”", furniture, linked)
        if block:
            self.flush()

    def _open(self, tag: str, furniture: bool) -> None:
        sign = {"br": _LINE, "td": _CELL, "th": _CELL, "q": "“"}.get(tag)
        self.add(sign, furniture, False)


def _blocks(root: etree._Element) -> Iterator[Block]:
    reader = _Reader()
    body = root.find("body")
    reader.walk(root if body is None else body, False, False)
    reader.flush()
    for block in reader.blocks:
        yield Block(block.text.strip("\t\n "), block.furniture)


def _is_furniture(element: etree._Element, tag: str) -> bool:
    if tag in _FURNITURE or element.get("role") in _ROLES:
        return True
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    if tag in ("header", "footer"):
        return not any(outer.tag in ("article", "main") for outer in element.iterancestors())
    if tag in ("html", "body", "main", "article", "p") or tag not in _BLOCKS:
        return False
    return bool(_NAMES.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def _judged(blocks: list[Block]) -> list[Block]:
    """Trust no markup that calls nearly all of a page furniture."""
    total = sum(len(block.text) for block in blocks)
    marked = sum(len(block.text) for block in blocks if block.furniture)
    longest = max(blocks, key=lambda block: len(block.text), default=Block(""))
    if marked > 0.9 * total and longest.furniture:
        return [Block(block.text) for block in blocks]
    return blocks
