"""A font of a PDF → the letters that its codes stand for, by its own tables (ISO 32000-2, 9.10)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_HEX = r"<\s*([0-9A-Fa-f\s]*)>"
_BLOCK = re.compile(r"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)
_PAIR = re.compile(rf"{_HEX}\s*{_HEX}")
_RANGE = re.compile(rf"{_HEX}\s*{_HEX}\s*(?:{_HEX}|\[(.*?)\])", re.DOTALL)
_LONGEST_RANGE = 70_000
_BASES = {
    "/WinAnsiEncoding": "cp1252",
    "/MacRomanEncoding": "mac_roman",
    "/StandardEncoding": "latin-1",
    "/PDFDocEncoding": "latin-1",
}


@dataclass
class FontCode:
    """What the codes of a font mean; `width` is the number of bytes of a code."""

    letters: dict[int, str] = field(default_factory=dict)
    width: int = 1
    base: str = ""

    def decode(self, codes: bytes) -> tuple[str, bool]:
        """Return the text of a string, and whether every code of it is known."""
        found, known = [], True
        for at in range(0, len(codes), self.width):
            code = int.from_bytes(codes[at : at + self.width], "big")
            letter = self.letters.get(code)
            if letter is None and self.base and self.width == 1:
                letter = bytes([code]).decode(self.base, "replace")
            if letter is None:
                known, letter = False, "\ufffd"
            found.append(letter)
        return "".join(found), known


def code_of(font: Any) -> FontCode:
    """Return the code of a font; where it says nothing, one that knows no letter."""
    import pikepdf

    try:
        composite = str(font.get("/Subtype", "")) == "/Type0"
        code = FontCode(width=2 if composite else 1)
        table = font.get("/ToUnicode")
        if isinstance(table, pikepdf.Stream):
            _read_table(table.read_bytes().decode("latin-1"), code)
        if not composite:
            _read_encoding(font, code)
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError):
        return FontCode()
    return code


def _read_table(table: str, code: FontCode) -> None:
    for kind, body in _BLOCK.findall(table):
        if kind == "codespacerange":
            widths = [len(re.sub(r"\s", "", low)) // 2 for low, _ in _PAIR.findall(body)]
            code.width = max(widths, default=code.width) or code.width
        elif kind == "bfchar":
            for source, target in _PAIR.findall(body):
                code.letters[_number(source)] = _text(target)
        else:
            _read_ranges(body, code)


def _read_ranges(body: str, code: FontCode) -> None:
    for low, high, first, listed in _RANGE.findall(body):
        start, end = _number(low), min(_number(high), _number(low) + _LONGEST_RANGE)
        if listed:
            targets = [_text(one) for one in re.findall(_HEX, listed)]
            code.letters.update(zip(range(start, end + 1), targets, strict=False))
            continue
        text = _text(first)
        for offset in range(end - start + 1):
            if text:
                last = chr(min(ord(text[-1]) + offset, 0x10FFFF))
                code.letters[start + offset] = text[:-1] + last


def _number(digits: str) -> int:
    return int(re.sub(r"\s", "", digits) or "0", 16)


def _text(digits: str) -> str:
    packed = re.sub(r"\s", "", digits)
    data = bytes.fromhex(packed if len(packed) % 2 == 0 else packed + "0")
    return data.decode("utf-16-be", "replace") if len(data) > 1 else data.decode("latin-1")


def _read_encoding(font: Any, code: FontCode) -> None:
    """Add what the encoding of a simple font says where its table says nothing."""
    import pikepdf
    from fontTools import agl

    encoding = font.get("/Encoding")
    drawn = str(font.get("/Subtype", "")) == "/Type3"
    embedded = "/FontDescriptor" in font and any(
        key in font.FontDescriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")
    )
    if isinstance(encoding, pikepdf.Name):
        code.base = _BASES.get(str(encoding), "")
    elif isinstance(encoding, pikepdf.Dictionary):
        code.base = _BASES.get(str(encoding.get("/BaseEncoding", "")), "")
        at = 0
        for one in encoding.get("/Differences", ()):
            if not isinstance(one, pikepdf.Name):
                at = int(one)
                continue
            letter = agl.toUnicode(str(one).removeprefix("/"))
            if letter:
                code.letters.setdefault(at, letter)
            at += 1
    if not code.base and not drawn and not embedded:
        code.base = "latin-1"  # a font of every reader's own, in its standard code
