"""A brief from anywhere → what it carries and what its pages show, read in a confined process."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field

from report.documents.confined import ask
from report.model.place import Place
from report.model.problem import Stop, problem
from report.press.signing import Signed


@dataclass(frozen=True)
class ShownPage:
    """A page: the digests of its words and of its drawing as they are now, and its letters."""

    words: str
    drawing: str
    letters: str


@dataclass(frozen=True)
class Brief:
    """What a file carries: attachments by name, pages in order, signatures.

    `drawn` is the text of each page of a PDF in the order in which it was drawn; `document` are the
    digests of what is no page, by what they are of. A Word file has paragraphs in place of pages,
    and a number of notes.
    """

    attachments: Mapping[str, bytes]
    pages: tuple[ShownPage, ...]
    signatures: tuple[Signed, ...]
    paragraphs: tuple[str, ...] = ()
    notes: int = 0
    document: Mapping[str, str] = field(default_factory=dict)
    drawn: tuple[str, ...] = ()


def read_brief(data: bytes, path: str, trusted: bytes = b"") -> Brief:
    """Return what a PDF carries and shows; Stop(1) with brief-unreadable.

    `trusted` are the certificates (PEM or DER) that signatures may lead to.
    """
    answer = ask("report.press.brief_process", data, base64.b64encode(trusted).decode())
    if "code" in answer:
        raise Stop(1, problem("brief-unreadable", Place(path), why=_why(answer)))
    return Brief(
        {name: base64.b64decode(content) for name, content in answer["attachments"].items()},
        tuple(ShownPage(**page) for page in answer["pages"]),
        tuple(Signed(**signed) for signed in answer["signatures"]),
        tuple(answer.get("body", ())),
        int(answer.get("notes", 0)),
        dict(answer.get("document", {})),
        tuple(answer.get("drawn", ())),
    )


def _why(answer: Mapping[str, object]) -> str:
    said = {"document-locked": "it is locked with a password", "document-damaged": "it is damaged"}
    return said.get(str(answer["code"]), str(answer.get("why", "")))
