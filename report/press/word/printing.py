"""A Word job -> a finished .docx: pandoc writes the text, all else comes from our own parts.

Of what pandoc writes only the text, the notes and the addresses of links are taken, so that no
name, time or program stands in the file, and the same job gives the same bytes.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from report.model.place import Place
from report.model.problem import Stop, problem
from report.press.word.job import WordJob
from report.press.word.parts import name, parsed, parts_of, written
from report.press.word.syntax_tree import syntax_tree

_SECONDS = 120  # pandoc needs less than one
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP archive can hold
_TAKEN = ("word/document.xml", "word/footnotes.xml")
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def print_word(job: WordJob) -> bytes:
    """Make the file; Stop(3) with word-failed where pandoc is missing or fails."""
    parts = parts_of(job)
    made = _pandoc(job, packed(parts))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        theirs = {info.filename: archive.read(info) for info in archive.infolist()}
    for part in _TAKEN:
        parts[part] = _text(theirs[part])
    parts |= _links(parts, theirs)
    return packed(parts)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a Word file of its parts, in a fixed order and with a fixed time."""
    order = sorted(parts, key=lambda one: (one != "[Content_Types].xml", one))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part in order:
            info = zipfile.ZipInfo(part, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, parts[part])
    return buffer.getvalue()


def _pandoc(job: WordJob, reference: bytes) -> bytes:
    """Run pandoc on the job's tree, in an empty folder, with no access to anything else."""
    import pypandoc

    place = Place(job.name)
    with tempfile.TemporaryDirectory(prefix="report-word-") as folder:
        model, made = Path(folder) / "reference.docx", Path(folder) / "made.docx"
        model.write_bytes(reference)
        try:
            command = [pypandoc.get_pandoc_path(), "--sandbox", "--from=json", "--to=docx"]
            done = subprocess.run(  # noqa: S603  our own pandoc, fixed arguments
                [*command, f"--reference-doc={model}", f"--output={made}"],
                input=json.dumps(syntax_tree(job)).encode(),
                capture_output=True,
                cwd=folder,
                env={"PATH": os.defpath, "SOURCE_DATE_EPOCH": "0", "LC_ALL": "C.UTF-8"},
                timeout=_SECONDS,
                check=True,
            )
            if done.stderr.strip():
                raise Stop(3, problem("word-failed", place, why="it warns of the text"))
            return made.read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            # Its messages may hold the text: only what kind of error it was is told.
            raise Stop(3, problem("word-failed", place, why=type(error).__name__)) from error


def _text(data: bytes) -> bytes:
    """Return a part without the marks that pandoc sets for links nobody makes."""
    root = parsed(data)
    for mark in ("bookmarkStart", "bookmarkEnd"):
        for element in list(root.iter(name(mark))):
            element.getparent().remove(element)
    return written(root)


def _links(parts: Mapping[str, bytes], theirs: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the relationships of text and notes: ours, with the addresses of their links."""
    found = {}
    for part in _TAKEN:
        file = f"word/_rels/{Path(part).name}.rels"
        if file not in theirs:
            continue
        root: Any = parsed(theirs[file])
        for relation in list(root):
            inner = f"word/{relation.get('Target')}" in parts
            if relation.get("Type") != _LINK and not inner:
                root.remove(relation)
        if len(root):
            found[file] = written(root)
    return found
