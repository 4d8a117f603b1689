"""LibreOffice as a second opinion: a Word file opened, printed and counted by another program."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed: script/setup --tests"
)


def convert(data: bytes, ending: str, begun: str = "docx") -> bytes:
    """Return a file of LibreOffice's converted by it, with no settings of anybody's."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file.{begun}"
        path.write_bytes(data)
        home = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", home, "--headless", "--convert-to", ending, "--outdir", folder]
        subprocess.run([*command, str(path)], capture_output=True, timeout=180, check=True)
        return path.with_suffix(f".{ending}").read_bytes()


def counted(docx: bytes) -> tuple[int, int]:
    """Return LibreOffice's own counts: of words, with notes, numbers and all; and of footnotes."""
    text = convert(docx, "fodt")
    found = re.search(rb'meta:word-count="(\d+)"', text)
    assert found is not None
    return int(found.group(1)), text.count(b"<text:note ")


def pages_of_office(docx: bytes) -> list[str]:
    """Return the words of each page as LibreOffice prints them."""
    import pypdfium2

    with pypdfium2.PdfDocument(convert(docx, "pdf")) as pdf:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]
