"""What every edition is told when it is made, and what it hands back."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from report.editions.material import Material
from report.model.problem import Problem
from report.press.job import Attachment, Printed, PrintJob


@dataclass(frozen=True)
class Making:
    """The attachments of screen editions, the day they bear, and the print shop's ICC profile."""

    attachments: tuple[Attachment, ...]
    made_on: datetime.date
    profile: bytes | None = None
    profile_name: str = ""


@dataclass(frozen=True)
class Finished:
    """A finished file with the number of its pages, and warnings."""

    pdf: bytes
    pages: int
    problems: tuple[Problem, ...] = ()


Job = Callable[[Material, Making], PrintJob]
Finish = Callable[[Printed, PrintJob, Material, Making], Finished]


@dataclass(frozen=True)
class Edition:
    """One product: how its job is made of the material, and how the printed pages are finished."""

    name: str
    job: Job
    finish: Finish
