"""The session that a dossier is for, and the texts written for it alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from report.model.dates import When
from report.model.place import Place


@dataclass(frozen=True)
class Session:
    """The session that the brief is for."""

    body: str
    name: str = ""
    item: str = ""
    date: When | None = None
    place: str = ""


class Status(StrEnum):
    """The consultative status of an organisation with ECOSOC (resolution 1996/31)."""

    GENERAL = "general"
    SPECIAL = "special"
    ROSTER = "roster"
    NONE = "none"


@dataclass(frozen=True)
class Submitter:
    """An organisation that submits. Its name is printed as it stands, in every language."""

    name: str
    status: Status = Status.NONE


@dataclass(frozen=True)
class Submission:
    """A written text for a body, under the rules of a profile.

    `organisations` submit, the publisher alone where none is named; `supporters` have no ECOSOC
    status. `findings` and `recommendations` are ids: the choice, or all where empty.
    """

    profile: str
    place: Place
    title: str = ""
    organisations: tuple[Submitter, ...] = ()
    supporters: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    introduction: str = ""
    findings: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()


@dataclass(frozen=True)
class Statement:
    """A text to be spoken, in prose with marks, under the rules of a profile."""

    profile: str
    text: str
    place: Place
