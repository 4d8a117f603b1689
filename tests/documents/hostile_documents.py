"""Documents that attack or break whoever reads them, each with the problem it must be told by."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from made_documents import PAGE, paragraph, word_document


def _pdf(**saved: object) -> bytes:
    written = io.BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    document.save(written, **saved)  # type: ignore[arg-type]
    return written.getvalue()


def _locked_pdf() -> bytes:
    return _pdf(encryption=pikepdf.Encryption(owner="o", user="u"))


def _great_stream() -> bytes:
    """A small PDF whose page unpacks to five million words."""
    document = pikepdf.new()
    document.add_blank_page()
    once = zlib.compress(b"BT /F 12 Tf 9 9 Td (a) Tj ET " * 5_000_000, 1)
    stream = pikepdf.Stream(document, once)
    stream.Filter = pikepdf.Name.FlateDecode
    written = io.BytesIO()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    document.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    document.pages[0].Contents = document.make_indirect(stream)
    document.save(written)
    data = written.getvalue()
    assert len(data) < 2_000_000
    return data


def _bomb() -> bytes:
    return word_document("", **{"word/media/a.xml": "<a>" + " " * 30_000_000 + "</a>"})


def _many_parts() -> bytes:
    return word_document("", **{f"word/media/{n}.xml": "<a/>" for n in range(2_500)})


def _locked_zip() -> bytes:
    data = bytearray(word_document(paragraph("x")))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def _entities() -> bytes:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = (
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY neg "not ">]>'
        f'<w:document xmlns:w="{w}"><w:body><w:p><w:r><w:t>He was &neg;held.</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )
    return word_document("", **{"word/document.xml": xml})


def _zip_of_nothing() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("x.txt", "x")
    return written.getvalue()


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "an empty file": ("a.html", lambda: b" \n", "document-empty"),
    "a page without words": ("a.html", lambda: b"<html><script>x</script>", "document-empty"),
    "a page of deep parts": ("a.html", lambda: b"<div>" * 90_000 + b"x", "document-costly"),
    "a PDF named as a page": ("a.html", _pdf, "document-mislabelled"),
    "bytes named as a page": ("a.html", lambda: b"\x00\x01" * 99, "document-mislabelled"),
    "a page in no known encoding": ("a.html", lambda: b"<p>\xff\xfa\xf0</p>", "document-encoding"),
    "a page of a made-up encoding": (
        "a.html",
        lambda: b'<meta charset="rot13"><p>\xff</p>',
        "document-encoding",
    ),
    "a page named as a PDF": ("a.pdf", PAGE.encode, "document-mislabelled"),
    "a PDF cut short": ("a.pdf", lambda: b"%PDF-1.7\n1 0 obj", "document-damaged"),
    "a PDF with a password": ("a.pdf", _locked_pdf, "document-locked"),
    "a PDF of pictures": ("a.pdf", _pdf, "document-scanned"),
    "a PDF that unpacks without end": ("a.pdf", _great_stream, "document-costly"),
    "a text named as Word": ("a.docx", lambda: b"plain text", "document-mislabelled"),
    "an archive that is no document": ("a.docx", _zip_of_nothing, "document-damaged"),
    "half a document": (
        "a.docx",
        lambda: word_document(paragraph("x"))[:3000],
        "document-damaged",
    ),
    "a document with a password": ("a.docx", _locked_zip, "document-locked"),
    "a document of old Word": (
        "a.docx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 999,
        "document-locked",
    ),
    "a document that unpacks to much": ("a.docx", _bomb, "document-unsafe"),
    "a document of many parts": ("a.docx", _many_parts, "document-unsafe"),
    "a document with entities": ("a.docx", _entities, "document-unsafe"),
    "a document without words": ("a.docx", lambda: word_document(""), "document-empty"),
}
