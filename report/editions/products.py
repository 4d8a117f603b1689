"""The table of editions: how each is made and finished. What a command may ask for stands here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from report.editions import handout
from report.editions.booklet import booklet_job, imposed
from report.editions.brief import brief_job
from report.editions.counting import Measured, count_words, longest
from report.editions.factsheet import factsheet_job
from report.editions.handout import handout_job
from report.editions.material import Material
from report.editions.print_shop import for_the_shop, press_job
from report.editions.product import Edition, Finish, Making, PrintedEdition
from report.editions.statement import StatementEdition
from report.editions.submission import SubmissionEdition
from report.editions.web import WebEdition
from report.model.dossier import Dossier
from report.model.problem import Problem, Severity, Stop, problem
from report.model.profile import Made, Unit
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


def _held(printed: Printed, _job: PrintJob, material: Material, _making: Making) -> Printed:
    """Hold a brief to the pages that profiles of the dossier allow it; Stop(1) with over-limit.

    What nobody has verified, such as the custom of four pages, is told by `report session` alone.
    """
    dossier, found = material.dossier, list[Problem]()
    for profile in dossier.profiles.values():
        rule = profile.limit(Unit.PAGES)
        if profile.edition is Made.BRIEF and rule is not None and rule.known:
            where = longest(_words_by_section(dossier))
            measured = Measured(profile.name, dossier.place, material.texts.lang, where)
            found += measured.problems(rule, printed.pages)
    if material.faults is None and any(one.severity is Severity.ERROR for one in found):
        raise Stop(1, *found)
    warned = (replace(one, severity=Severity.WARNING) for one in found)
    return replace(printed, problems=(*printed.problems, *warned))


def _words_by_section(dossier: Dossier) -> Iterator[tuple[str, int]]:
    for section in dossier.sections:
        findings = filter(None, map(dossier.finding_by_id.get, section.findings))
        words = count_words(section.text) + sum(count_words(one.statement) for one in findings)
        yield section.heading, words


def _handout(printed: Printed, job: PrintJob, material: Material, making: Making) -> Printed:
    """Hold a handout to its two pages, and tell of what it says nothing."""
    finish = _pages(handout.PAGES, "handout", "the key messages or the recommendations")
    lacking = ", ".join(handout.lacking(material.dossier))
    place = material.dossier.place
    said = (problem("handout-lacks", place, what=lacking),) if lacking else ()
    finished = finish(printed, job, material, making)
    return replace(finished, problems=(*finished.problems, *said))


_ALL: tuple[Edition, ...] = (
    PrintedEdition("brief", brief_job, held=_held),
    PrintedEdition("handout", handout_job, _handout),
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
