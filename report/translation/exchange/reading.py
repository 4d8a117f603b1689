"""Bytes of a returned file → text or XML, within bounds: no entities, no network, no bombs."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from report.dossier.folder import MEBIBYTE
from report.model.place import Place
from report.model.problem import Problems

MAX_UNPACKED = 64 * MEBIBYTE
_MOST_PARTS = 500


def decoded(data: bytes, path: str, problems: Problems) -> str | None:
    """Return the text of a file in UTF-8, or in UTF-16 with its mark; None after wrong-encoding."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeError:
        problems.add("wrong-encoding", Place(path), path=path)
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parsed_xml(data: bytes, path: str, problems: Problems) -> etree._Element | None:
    """Return the root of an XML file; None after exchange-entities or exchange-format.

    A document type is refused before the parser sees it.
    """
    text = decoded(data, path, problems)
    if text is None:
        return None
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        line = text[: text.find("<!")].count("\n") + 1
        problems.add("exchange-entities", Place(path, line), path=path)
        return None
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(_without_declaration(text).encode(), parser)
    except etree.XMLSyntaxError as error:
        place = Place(path, max(1, error.position[0]))
        why = f"its XML is broken ({error.msg[:80]})"
        problems.add("exchange-format", place, path=path, why=why)
        return None


def _without_declaration(text: str) -> str:
    """Remove `<?xml …?>`, whose encoding no longer holds; its line stays."""
    if not text.startswith("<?xml"):
        return text
    end = text.find("?>") + 2
    return "\n" * text.count("\n", 0, end) + text[end:]


def unpacked_part(data: bytes, part: str, path: str, problems: Problems) -> bytes | None:
    """Return one file out of a ZIP archive; None after exchange-format."""
    why = "it is not a Word document"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            size = sum(member.file_size for member in members)
            if len(members) <= _MOST_PARTS and size <= MAX_UNPACKED:
                with archive.open(part) as file:
                    content = file.read(MAX_UNPACKED + 1)
                if len(content) <= MAX_UNPACKED:
                    return content
            why = "it unpacks to more than a text can be"
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, ValueError):
        pass
    except (EOFError, zipfile.LargeZipFile, MemoryError, zlib.error):
        why = "its packing is damaged"
    problems.add("exchange-format", Place(path), path=path, why=why)
    return None
