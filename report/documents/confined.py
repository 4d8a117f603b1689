"""A document's bytes → its text, read in a process of its own with limits of time and memory.

What a parser of a hostile file can do ends with that process. Its answer is plain data, measured
and checked here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from report.documents.parsed import MAX_TEXT, Parsed, Said
from report.documents.readers import ENVIRONMENT, SECONDS, ask_reader
from report.documents.text import ExtractedText
from report.model.place import Place
from report.model.problem import Problems

MEMORY = 1024 * 1024 * 1024
MAX_ANSWER = 6 * MAX_TEXT
KINDS = {
    ".html": "a web page",
    ".htm": "a web page",
    ".mhtml": "a web page",
    ".mht": "a web page",
    ".pdf": "a PDF",
    ".docx": "a Word document",
}
_PAGES = (".html", ".htm", ".mhtml", ".mht")
_MAGIC = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04"}
_CODES = frozenset(
    f"document-{why}"
    for why in ("empty", "encoding", "locked", "scanned", "damaged", "unsafe", "costly")
)


def extract(
    data: bytes, path: str, problems: Problems, document_id: str, *, judged: bool = False
) -> Parsed | None:
    """Return the text of a .html, .pdf or .docx file, or None after adding why there is none.

    `path` gives the kind by its ending. `judged`: of a page its article is told from what stands
    around it, and its author and day are looked for in its text too. Problems:
    `document-mislabelled` and those of `_CODES`.
    """
    ending = Path(path).suffix.lower()
    if not data.strip():
        problems.add("document-empty", Place(path), document_id)
        return None
    if not _looks_like(data, ending):
        kind = KINDS[ending]
        problems.add("document-mislabelled", Place(path), document_id, path=path, kind=kind)
        return None
    ended, said = ask_reader(data, f"{ending} judged" if judged and ending in _PAGES else ending)
    answer = _costly("it holds too much text") if len(said) > MAX_ANSWER else _read(said, ended)
    parsed = _checked(answer)
    if parsed is None:
        code, why = str(answer.get("code", "")), str(answer.get("why", ""))[:200]
        if code not in _CODES:
            code, why = "document-damaged", "what was read of it is no text"
        problems.add(code, Place(path), document_id, path=path, why=why)
    return parsed


def _looks_like(data: bytes, ending: str) -> bool:
    head = data[:1024]
    if ending in _PAGES:
        utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        return utf16 or not (b"\x00" in head or head.startswith((b"%PDF-", b"PK\x03\x04")))
    if ending == ".docx" and data.startswith(b"\xd0\xcf\x11\xe0"):
        return True  # Word's container of a locked document: its parser says so
    return _MAGIC[ending] in head


def ask(module: str, data: bytes, argument: str) -> dict[str, Any]:
    """Run one of our modules on the bytes and return its answer, or the code that its end means.

    The module reads standard input, binds itself with `limit_process` and answers with JSON.
    """
    words = [sys.executable, "-P", "-m", module, argument]
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as answer:
        source.write(data)
        source.seek(0)
        try:
            done = subprocess.run(  # noqa: S603  our own interpreter and module
                words,
                stdin=source,
                stdout=answer,
                stderr=subprocess.DEVNULL,
                env=ENVIRONMENT,
                cwd=os.sep,
                timeout=2 * SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return _costly("it takes longer than any document should")
        if answer.seek(0, os.SEEK_END) > MAX_ANSWER:
            return _costly("it holds too much text")
        answer.seek(0)
        return _read(answer.read(), done.returncode)


def _read(answer: bytes, code: int) -> dict[str, Any]:
    try:
        read = json.loads(answer)
    except (ValueError, RecursionError):
        read = None
    if code == 0 and isinstance(read, dict):
        return read
    if code in (-24, -9):  # SIGXCPU, SIGKILL
        return _costly("it takes longer than any document should")
    if code < 0:  # libraries written in C end so where they get no more memory
        return _costly("it needs more memory than any document should, or breaks what reads it")
    return {"code": "document-damaged", "why": "the program that reads such files fails on it"}


def _costly(why: str) -> dict[str, Any]:
    return {"code": "document-costly", "why": why}


def _checked(answer: dict[str, Any]) -> Parsed | None:
    """Return the answer as a parsed document where it is one to the last offset."""
    try:
        text = answer["text"]
        paragraphs = tuple((int(start), int(end)) for start, end in answer["paragraphs"])
        boilerplate = frozenset(int(number) for number in answer["boilerplate"])
        said = tuple(Said(str(f), str(v)[:1000], str(b)[:100]) for f, v, b in answer["said"])
    except (KeyError, TypeError, ValueError):
        return None
    edges = [edge for pair in paragraphs for edge in pair]
    if not isinstance(text, str) or not edges or edges != sorted(edges):
        return None
    if edges[0] < 0 or edges[-1] > len(text) or not boilerplate <= set(range(len(paragraphs) + 1)):
        return None
    return Parsed(ExtractedText(text, paragraphs, boilerplate), said)
