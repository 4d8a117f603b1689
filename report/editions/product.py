"""What every edition is told when it is made, and what it hands back: one or several files."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from report.editions.material import Material
from report.model.problem import Problem
from report.press.job import Attachment, Conformance, Printed, PrintJob


@dataclass(frozen=True)
class Making:
    """What screen editions carry and conform to, the day all bear, the print shop's ICC profile.

    `noted` is told of the layout of an edition that is printed, when its pages stand.
    """

    attachments: tuple[Attachment, ...]
    made_on: datetime.date
    profile: bytes | None = None
    profile_name: str = ""
    conformance: Conformance = Conformance.A3A_UA1
    others: tuple[Material, ...] = ()
    noted: Callable[[Any], None] | None = None


@dataclass(frozen=True)
class FinishedFile:
    """One file of an edition, of any type: `<dossier id>-<edition>.<lang>.<ext>`.

    `pages` is None where its type has no pages of its own (Word sets them anew on each machine,
    plain text has none); `length` is what was counted against a limit, as the manifest has it;
    `conformance` the standards that a PDF for screens keeps.
    """

    name: str
    data: bytes
    pages: int | None = None
    length: Mapping[str, object] = field(default_factory=dict)
    conformance: Conformance | None = None


@dataclass(frozen=True)
class Finished:
    """The finished files of an edition in a language, at least one, and warnings."""

    files: tuple[FinishedFile, ...]
    problems: tuple[Problem, ...] = ()


class Edition(Protocol):
    """One product: makes its files of the material."""

    @property
    def name(self) -> str:
        """Return the name that a command asks for it by."""
        ...

    def make(self, material: Material, making: Making) -> Finished:
        """Make its files; Stop(3) where they cannot be."""
        ...


Job = Callable[[Material, Making], PrintJob]
Finish = Callable[[Printed, PrintJob, Material, Making], Printed]


def with_its_words(job: PrintJob, edition: str, material: Material, making: Making) -> PrintJob:
    """Return the job with what it prints beside the evidence that it carries, if it carries any."""
    from report.editions.carried import described
    from report.editions.printed_words import printed_words

    if not job.attachments:
        return job
    words = printed_words(job.html, edition, material, making.made_on)
    carrying = replace(job, attachments=(*job.attachments, words))
    return described(carrying, material.texts.lang)


@dataclass(frozen=True)
class PrintedEdition:
    """An edition of one PDF: how its job is made, and how the printed pages are finished.

    `held` looks at the printed pages and changes none.
    """

    name: str
    job: Job
    finish: Finish | None = None
    held: Finish | None = None

    def make(self, material: Material, making: Making) -> Finished:
        """Print it."""
        from report.press.printing import print_pdf
        from report.translation.hyphenation import register_patterns

        register_patterns()
        job = with_its_words(self.job(material, making), self.name, material, making)
        printed = print_pdf(job, noted=making.noted)
        for look in filter(None, (self.held, self.finish)):
            printed = look(printed, job, material, making)
        kept = printed.conformance
        file = FinishedFile(job.name, printed.pdf, printed.pages, conformance=kept)
        return Finished((file,), printed.problems)
