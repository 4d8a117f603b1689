"""Every kind of place of every kind of finished file is searched, and what cannot be is said."""

from __future__ import annotations

import io
import zipfile

import pikepdf
from PIL import Image
from planted import GUARD

from report.commands.scanning import scan_file, tell_scanned
from report.model.problem import Problems


def _codes(data: bytes) -> set[str]:
    problems = Problems()
    tell_scanned(scan_file(GUARD, "file", data), "file", GUARD, problems)
    return {one.code for one in problems}


def _picture() -> bytes:
    stream = io.BytesIO()
    Image.new("L", (8, 8)).save(stream, "PNG")
    return stream.getvalue()


def _encrypted() -> bytes:
    pdf, stream = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page()
    pdf.save(stream, encryption=pikepdf.Encryption(owner="a", user="b"))
    return stream.getvalue()


def test_what_cannot_be_read_is_never_clean() -> None:
    """Pixels are a warning; encryption, damage and closed kinds of files are errors."""
    assert _codes(_picture()) == {"scan-pixels"}
    assert _codes(_encrypted()) == {"scan-unread"}
    assert _codes(b"%PDF-1.7\nnothing more") == {"scan-unread"}
    assert _codes(b"PK\x03\x04 cut off") == {"scan-unread"}
    assert _codes(b"7z\xbc\xaf\x27\x1c") == {"scan-unread"}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("picture.png", _picture())
    assert _codes(stream.getvalue()) == {"scan-pixels"}
