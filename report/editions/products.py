"""The table of editions: how each is made and finished. What a command may ask for stands here."""

from __future__ import annotations

from dataclasses import replace

from report.editions import handout
from report.editions.booklet import booklet_job, imposed
from report.editions.brief import brief_job
from report.editions.factsheet import factsheet_job
from report.editions.handout import handout_job
from report.editions.material import Material
from report.editions.print_shop import for_the_shop, press_job
from report.editions.product import Edition, Finish, Making, PrintedEdition
from report.editions.statement import StatementEdition
from report.editions.submission import SubmissionEdition
from report.editions.web import WebEdition
from report.model.problem import Severity, Stop, problem
from report.model.profile import Unit
from report.press.job import Printed, PrintJob


def _pages(allowed: int | None, edition: str, what: str) -> Finish:
    """Return the finishing of an edition that has a number of pages: others are refused.

    Without a number it is the one of the profile of that name. Stop(3) with sheet-too-long; a
    draft is printed all the same.
    """

    def finish(printed: Printed, _job: PrintJob, material: Material, _making: Making) -> Printed:
        most = allowed or _most_pages(material, edition)
        if printed.pages == most:
            return printed
        sheet = getattr(material.dossier, edition)
        found = problem(
            "sheet-too-long",
            sheet.place,
            edition=edition,
            what=what,
            pages=printed.pages,
            allowed=most,
            lang=material.texts.lang,
        )
        if material.faults is None:
            raise Stop(3, found)
        warned = replace(found, severity=Severity.WARNING)
        return replace(printed, problems=(*printed.problems, warned))

    return finish


def _most_pages(material: Material, profile: str) -> int:
    """Return how many pages a profile allows; the reader holds that it counts pages."""
    rule = material.dossier.profiles[profile].limit(Unit.PAGES)
    assert rule is not None
    return rule.value.most


_ALL: tuple[Edition, ...] = (
    PrintedEdition("brief", brief_job),
    PrintedEdition(
        "handout",
        handout_job,
        _pages(handout.PAGES, "handout", "the key messages or the recommendations"),
    ),
    PrintedEdition(
        "factsheet",
        factsheet_job,
        _pages(None, "factsheet", "the section's text"),
    ),
    PrintedEdition("booklet", booklet_job, imposed),
    PrintedEdition("press", press_job, for_the_shop),
    SubmissionEdition(),
    StatementEdition(),
    WebEdition(),
)
EDITIONS: dict[str, Edition] = {one.name: one for one in _ALL}
