"""The bytes of a Word document → its text as a reader of the final version sees it.

Tracked insertions count, tracked deletions do not; notes stand at the end. The archive is measured
before anything is unpacked. Runs in a confined process.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from report.documents.parsed import Block, Parsed, Refused, Said, assemble, superscript

_MOST_PARTS = 2_000
_MOST_UNPACKED = 128 * 1024 * 1024
_MOST_XML = 32 * 1024 * 1024
_RATIO = 200  # text packs to a tenth; pictures hardly at all
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = frozenset(
    f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}


def parse_docx(data: bytes) -> Parsed:
    """Return the text of a Word document; Refused with a code."""
    body, blocks, notes = _read(data)
    return Parsed(assemble([*blocks, *notes]), tuple(_said(body)))


def body_and_notes(data: bytes) -> tuple[list[str], list[str]]:
    """Return the paragraphs of the text and those of its notes; Refused with a code."""
    _, blocks, notes = _read(data)
    return [one.text for one in blocks], [one.text for one in notes]


def _read(data: bytes) -> tuple[Any, list[Block], list[Block]]:
    if data.startswith(_OLD_OFFICE):
        raise Refused("document-locked")
    _measure(data)
    import docx  # late: the archive is measured first

    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        parts = [rel.target_part for rel in document.part.rels.values() if not rel.is_external]
    except Exception:  # the library raises errors of many kinds for broken files
        raise Refused("document-damaged", "Word's own parts are missing in it") from None
    if _declares(body):
        raise Refused("document-unsafe", "it declares entities")
    notes = [
        part.blob for part in parts if part.partname.endswith(("/footnotes.xml", "/endnotes.xml"))
    ]
    return body, list(_blocks(body)), [block for blob in notes for block in _notes(blob)]


def _declares(root: Any) -> bool:
    return bool(root.getroottree().docinfo.doctype)


def _measure(data: bytes) -> None:
    """Refuse an archive that is broken, locked, or far larger unpacked than it looks."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _measure_members(members)
            for member in members:
                with archive.open(member) as file:
                    size = 0
                    while piece := file.read(1 << 16):  # what it says of its size may be a lie
                        size += len(piece)
                        if size > member.file_size:
                            raise Refused("document-unsafe", "it unpacks to more than it says")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        raise Refused("document-damaged", "its archive cannot be unpacked") from None


def _measure_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > _MOST_PARTS:
        raise Refused("document-unsafe", f"it has {len(members)} parts")
    if any(member.flag_bits & 1 for member in members):
        raise Refused("document-locked")
    if sum(member.file_size for member in members) > _MOST_UNPACKED:
        raise Refused("document-unsafe", "it unpacks to more than 128 MB")
    for member in members:
        xml = member.filename.endswith((".xml", ".rels"))
        big = member.file_size > 1024 * 1024
        if xml and member.file_size > _MOST_XML:
            raise Refused("document-unsafe", "one of its parts is too large")
        if big and member.file_size > _RATIO * max(1, member.compress_size):
            raise Refused("document-unsafe", "it unpacks to far more than its size")


def _blocks(root: Any) -> Iterator[Block]:
    """Yield paragraphs in reading order; those of a table's cells one by one."""
    for paragraph in root.iter(f"{_W}p"):
        if any(outer.tag in _LEFT_OUT for outer in paragraph.iterancestors()):
            continue
        yield Block(_text(paragraph, whole=True))


def _text(element: Any, *, whole: bool = False) -> str:
    tag = element.tag
    if tag in _LEFT_OUT or (tag == f"{_W}p" and not whole):
        return ""  # a paragraph inside a text box is one of its own
    if tag in _SIGNS:
        return _SIGNS[tag]
    if tag == f"{_W}t":
        return element.text or ""
    if tag == f"{_W}r" and _is_hidden(element):
        return ""
    text = "".join(_text(child) for child in element)
    raised = element.find(f"{_W}rPr/{_W}vertAlign") if tag == f"{_W}r" else None
    return (
        superscript(text)
        if raised is not None and raised.get(f"{_W}val") == "superscript"
        else text
    )


def _is_hidden(run: Any) -> bool:
    """Say whether a run is hidden text (w:vanish), which no reader and no printer shows."""
    vanish = run.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val") not in ("0", "false", "off")


def _notes(blob: bytes) -> Iterator[Block]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(blob, parser)
    except etree.XMLSyntaxError:
        raise Refused("document-damaged", "its notes cannot be read") from None
    if _declares(root):
        raise Refused("document-unsafe", "it declares entities")
    yield from _blocks(root)


def _said(body: Any) -> Iterator[Said]:
    """Yield the title: the first paragraph of Word's style Title. Properties name the typist."""
    for paragraph in body.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        words = " ".join(_text(paragraph, whole=True).split())
        if style is not None and style.get(f"{_W}val") == "Title" and words:
            yield Said("title", words[:400], "style Title")
            return
