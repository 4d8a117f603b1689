"""The press edition: the brief for a print shop, in four inks with bleed and marks.

It is laid out like the brief, with 3 mm of bleed; the press turns the colours of our pages and of
the theme into inks. It claims no standard: no validator here could confirm one.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from report.editions.brief import brief_job
from report.editions.look import Look
from report.editions.material import Material
from report.editions.product import Making
from report.model.place import Place
from report.model.problem import problem
from report.press.job import Printed, PrintJob

if TYPE_CHECKING:
    pass

LOOK = Look(tokens=("bleed",))


def press_job(material: Material, making: Making) -> PrintJob:
    """Return the job of the brief with bleed."""
    return brief_job(material, replace(making, attachments=()), LOOK, "press")


def for_the_shop(printed: Printed, job: PrintJob, material: Material, making: Making) -> Printed:
    """Return the press file; a warning says where no printing condition is named."""
    from report.press.inks import theme_inks
    from report.press.press_file import PressFile, finish_press

    place = Place(job.name)
    wanted = PressFile(
        metadata=job.metadata,
        face_path=_face_path(),
        profile=making.profile,
        profile_name=making.profile_name or "profile",
        inks=theme_inks(material.dossier.theme),
    )
    pdf, found = finish_press(printed.pdf, wanted, place)
    said = () if making.profile else (problem("no-output-intent", place),)
    problems = (*printed.problems, *found, *said)
    return replace(printed, pdf=pdf, problems=problems, conformance=None)


def _face_path() -> Path:
    """Return the face of the line in the slug."""
    from report.press.faces import FACES, SANS
    from report.press.fonts import prepare_fonts

    face = next(one for one in FACES if one.family == SANS and one.weight == 400)
    return prepare_fonts().folder / face.file_name
