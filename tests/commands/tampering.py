"""Ways to alter a printed brief, as somebody would who wants it to say something else."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from typing import Any

import pikepdf

from report.press.seal import _content, page_digests

Change = Callable[[pikepdf.Pdf], None]


def changed(pdf: bytes, *changes: Change) -> bytes:
    """Return the PDF with changes made by another program."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for change in changes:
            change(opened)
        out = io.BytesIO()
        opened.save(out)
    return out.getvalue()


def attached(pdf: pikepdf.Pdf, name: str) -> Any:
    """Return a carried file as it is read from JSON."""
    return json.loads(pdf.attachments[name].get_file().read_bytes())


def attach(name: str, data: bytes) -> Change:
    """Put a file in the place of another, or add it."""

    def change(pdf: pikepdf.Pdf) -> None:
        if name in pdf.attachments:
            del pdf.attachments[name]
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, data, filename=name)

    return change


def detach(name: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.attachments[name]

    return change


def rewritten(name: str, old: str, new: str) -> Change:
    """Write other words into a carried file."""

    def change(pdf: pikepdf.Pdf) -> None:
        text = pdf.attachments[name].get_file().read_bytes().decode()
        assert old in text
        attach(name, text.replace(old, new).encode())(pdf)

    return change


def repainted(old: str, new: str) -> Change:
    """Make pages show other words of the same length, in the glyphs that their fonts have."""

    def change(pdf: pikepdf.Pdf) -> None:
        done = sum(_repaint(page, old, new) for page in pdf.pages)
        assert done, f"{old!r} is on no page"

    return change


def _repaint(page: Any, old: str, new: str) -> int:
    done = 0
    for font in page.Resources.get("/Font", {}).values():
        codes: dict[str, list[str]] = {}
        pairs = r"<([0-9a-f]{4})> <([0-9a-f]{4})>"
        for code, to in re.findall(pairs, font.ToUnicode.read_bytes().decode()):
            codes.setdefault(chr(int(to, 16)), []).append(code)  # figures have several forms
        if set(old) | set(new) <= set(codes):
            stream = page.Contents
            data = stream.read_bytes().decode("latin-1")
            any_of = [f"(?:{'|'.join(codes[one])})" for one in old]
            glyphs = any_of[0] + "".join(rf"((?:>-?[\d.]+<)?){one}" for one in any_of[1:])

            def put(match: re.Match[str], codes: dict[str, list[str]] = codes) -> str:
                gaps = zip(match.groups(), new[1:], strict=True)
                return codes[new[0]][0] + "".join(f"{gap}{codes[one][0]}" for gap, one in gaps)

            data, count = re.subn(glyphs, put, data)
            done += count
            stream.write(data.encode("latin-1"))
    return done


def resealed(pdf: bytes) -> bytes:
    """Return the PDF with a seal that fits it again, as a forger who knows the program makes it."""

    class _File:
        def __init__(self, name: str, content: bytes) -> None:
            self.name, self.content = name, content

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        others = [
            _File(str(name), one.get_file().read_bytes())
            for name, one in opened.attachments.items()
            if name != "seal.json"
        ]
    return changed(pdf, attach("seal.json", _content(page_digests(pdf), others)))  # type: ignore[arg-type]
