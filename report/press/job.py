"""What is to be printed and what came of it. Plain data: nothing here loads the renderer."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from report.model.problem import Problem


class Relationship(StrEnum):
    """What an attachment is to the brief (ISO 32000-2, 7.11.3)."""

    DATA = "Data"
    SOURCE = "Source"
    SUPPLEMENT = "Supplement"


class Conformance(StrEnum):
    """The standards that one file keeps: for archives, and for those who do not see the page.

    PDF/A-3a with PDF/UA-1 (PDF 1.7), or PDF/A-4f with PDF/UA-2 (PDF 2.0).
    """

    A3A_UA1 = "a3a-ua1"
    A4F_UA2 = "a4f-ua2"

    @property
    def pdf_version(self) -> str:
        """Return the version of PDF that they are made of."""
        return "2.0" if self is Conformance.A4F_UA2 else "1.7"


@dataclass(frozen=True)
class Attachment:
    """A file carried inside the PDF; its date is that of the job."""

    name: str
    content: bytes
    description: str
    media_type: str
    relationship: Relationship = Relationship.DATA
    compressed: bool = True


@dataclass(frozen=True)
class Metadata:
    """What the PDF says of itself. `languages` are BCP 47 tags, the brief's own first."""

    title: str
    author: str
    languages: tuple[str, ...]
    date: datetime.date
    subject: str = ""
    keywords: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PrintJob:
    """A document to print.

    `html` follows these conventions: `lang` on the root and on every passage in another language;
    note N is `<span class="fn" id="fn-N">` within `<span class="fc" id="fc-N">`, whose only other
    content is the word before the call; `resource:NAME` is the only kind of address (`resources`).
    `notes` are the plain texts of all notes by number. `name` is the file name that problems are
    told under. `seal_description` says what the seal is that goes with attachments.
    """

    name: str
    html: str
    css: tuple[str, ...]
    metadata: Metadata
    notes: Mapping[int, str] = field(default_factory=dict)
    resources: Mapping[str, bytes] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    seal_description: str = "SHA-256 of each page and of what is attached"
    conformance: Conformance = Conformance.A3A_UA1


@dataclass(frozen=True)
class OutlineEntry:
    """A bookmark: its level and page count from 1."""

    level: int
    title: str
    page: int


@dataclass(frozen=True)
class Printed:
    """A finished PDF; `problems` are warnings, for an error leaves nothing printed.

    `conformance` is None for a file that is made for paper and keeps no standard for screens.
    """

    pdf: bytes
    pages: int
    outline: tuple[OutlineEntry, ...]
    problems: tuple[Problem, ...]
    conformance: Conformance | None = None
