"""A document that evidence is drawn from: its reference, its custody, the passages recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from report.model.dates import PartialDate
from report.model.place import Place


class Tier(StrEnum):
    """What kind of source a document is."""

    PRIMARY = "primary"
    PRESS = "press"
    NGO = "ngo"
    STATE = "state"


@dataclass(frozen=True)
class Name:
    """An author as CSL has it: family and given name, or a literal (an organisation)."""

    family: str = ""
    given: str = ""
    literal: str = ""


@dataclass(frozen=True)
class Custody:
    """How the file came to us and what it was (Berkeley Protocol: chain of custody)."""

    sha256: str
    bytes: int | None = None
    collected_on: PartialDate | None = None
    collected_by: str = ""
    method: str = ""


@dataclass(frozen=True)
class Passage:
    """A recorded passage: offsets in code points of the extracted text, the end not included."""

    id: str
    paragraph: int
    start: int
    end: int
    text: str
    place: Place


@dataclass(frozen=True)
class Document:
    """One record of `documents/<id>.yaml`.

    `unknown` names the fields that the document does not state; nothing is guessed. A title of
    our own making stands in `described_title` and prints in square brackets. One that is
    `confidential` is paraphrased only: nothing of it or about it is printed.
    """

    id: str
    place: Place
    type: str
    language: str
    custody: Custody
    title: str = ""
    described_title: str = ""
    author: tuple[Name, ...] = ()
    container_title: str = ""
    publisher: str = ""
    issued: PartialDate | None = None
    issued_basis: str = ""
    accessed: PartialDate | None = None
    url: str = ""
    genre: str = ""
    number: str = ""
    unknown: frozenset[str] = frozenset()
    tier: Tier | None = None
    note: str = ""
    passages: Mapping[str, Passage] | None = None
    confidential: bool = False

    @property
    def name(self) -> str:
        """The title, or the described title: what a message calls the document."""
        return self.title or self.described_title
