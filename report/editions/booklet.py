"""The booklet: the brief reset for A5, put on sides of A4 to be folded and stitched.

Only the sheet of tokens and the measure of the drawings differ from the brief. It is for paper
alone and claims no conformance: the brief is what screens and archives get.
"""

from __future__ import annotations

from dataclasses import replace

from report.editions.brief import brief_job
from report.editions.drawing import Plot
from report.editions.look import Look
from report.editions.material import Material
from report.editions.product import Making
from report.press.job import Printed, PrintJob

LOOK = Look(tokens=("a5",), plot=Plot(width_mm=118.0, rail_mm=30.0))
SHEET_MM = 0.1  # the thickness of office paper of 80 g/m²
SIDES_A_PAGE = 2


def booklet_job(material: Material, making: Making) -> PrintJob:
    """Return the job of the brief on A5."""
    return brief_job(material, replace(making, attachments=()), LOOK, "booklet")


def imposed(printed: Printed, _job: PrintJob, _material: Material, _making: Making) -> Printed:
    """Return the sides of A4, two pages each, the imprint on the outside of the back."""
    from report.press.imposition import impose_booklet

    sides = impose_booklet(printed.pdf, creep_mm=SHEET_MM, back_cover=True)
    pages = -(-printed.pages // 4) * 4
    return replace(printed, pdf=sides, pages=pages // SIDES_A_PAGE, conformance=None)
