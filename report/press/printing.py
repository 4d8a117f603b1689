"""A print job -> a finished PDF that has been proved, or the problems that keep it from being one.

The order: fonts, characters, layout, its checks, writing, and the proof of what was written. This
is the one way into the press; it knows nothing of dossiers.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from report.model.place import Place
from report.model.problem import Problem, Problems, Stop, problem
from report.press.engine import Engine, fetcher_for, start
from report.press.fonts import FontFolder, prepare_fonts
from report.press.job import OutlineEntry, Printed, PrintJob
from report.press.resources import Resources

# What the head of a page holds is not printed; a title is printed by the PDF's own means.
_UNPRINTED = frozenset({"head", "style", "script", "template"})


def print_pdf(job: PrintJob, fonts: FontFolder | None = None, cache: Path | None = None) -> Printed:
    """Print `job`; the same job gives the same bytes on the same versions.

    `fonts` are made in `cache` (default: the user's) where they are not given. Errors: Stop(3)
    with every problem found; the codes are those of "Printing" in the table of codes.
    """
    place = Place(job.name)
    engine = start(fonts or prepare_fonts(cache))
    found = Problems()
    with _quiet_collector(), _renderer_log(found, place), _faults_told(place):
        document = _lay_out(job, engine, found, place)
        _stop_at(found)
        pdf = _write(document, job)
        _stop_at(found)
        found.extend(_proof(pdf, job, engine, place))
    _stop_at(found)
    outline = tuple(_outline(document.make_bookmark_tree(), 1))
    return Printed(pdf, len(document.pages), outline, tuple(found))


def _stop_at(found: Problems) -> None:
    if found.errors:
        raise Stop(3, *found)


def _lay_out(job: PrintJob, engine: Engine, found: Problems, place: Place) -> Any:
    """Return the laid-out document, with what is wrong with it added to `found`."""
    from report.press.fetcher import FatalRefusal
    from report.press.layout import anchor_calls, check_layout

    resources = Resources(job.resources, job.roots)
    document = None
    try:
        document = _rendered(job, engine, fetcher_for(resources), found, place)
        anchor_calls(document.pages)
        found.extend(check_layout(document.pages, engine.fonts, place))
    except FatalRefusal:
        # The refusal itself is told below, with those that the renderer passed over in silence.
        pass
    finally:
        for refusal in resources.refusals:
            found.add("resource-refused", place, url=refusal.url, reason=refusal.reason)
    return document


def _rendered(job: PrintJob, engine: Engine, fetcher: Any, found: Problems, place: Place) -> Any:
    from weasyprint import HTML
    from weasyprint.css.counters import CounterStyle

    html = HTML(string=job.html, url_fetcher=fetcher)
    found.extend(_characters(html.etree_element, engine.fonts, place))
    _stop_at(found)
    sheets, counters, profiles = [], CounterStyle(), {}
    for css in job.css:
        sheet, sheet_counters, sheet_profiles = engine.sheet(css, fetcher)
        sheets.append(sheet)
        counters.update(sheet_counters)
        profiles.update(sheet_profiles)
    return html.render(
        font_config=engine.font_config,
        counter_style=counters,
        color_profiles=profiles,
        stylesheets=sheets,
        output_intent="srgb",
    )


def _write(document: Any, job: PrintJob) -> bytes:
    from report.press.attachments import embed
    from report.press.metadata import write_metadata

    def finish(_document: Any, pdf: Any) -> None:
        embed(pdf, job.attachments, job.metadata.date)
        write_metadata(pdf, job.metadata)

    pdf: bytes = document.write_pdf(
        finisher=finish,
        pdf_version="1.7",
        pdf_tags=True,
        pdf_identifier=True,
        output_intent="srgb",
    )
    return pdf


def _proof(pdf: bytes, job: PrintJob, engine: Engine, place: Place) -> Iterator[Problem]:
    from report.press.notes import check_notes
    from report.press.proof import check_pdf

    yield from check_notes(pdf, job.notes, place)
    yield from check_pdf(pdf, engine.fonts.families, place)


def _characters(root: Any, fonts: FontFolder, place: Place) -> Iterator[Problem]:
    """Yield the characters of the page that none of our faces has."""
    from report.press.layout import uncovered_character

    told: set[str] = set()
    for text in _printed_texts(root):
        for character in sorted(fonts.missing_everywhere(text) - told):
            told.add(character)
            yield uncovered_character(character, text, place)


def _printed_texts(element: Any) -> Iterator[str]:
    if element.tag not in _UNPRINTED:
        if element.text and isinstance(element.tag, str):
            yield element.text
        for child in element:
            yield from _printed_texts(child)
            if child.tail:
                yield child.tail


def _outline(bookmarks: Iterable[Any], level: int) -> Iterator[OutlineEntry]:
    for title, (page, _x, _y), children, _state in bookmarks:
        yield OutlineEntry(level, title, page + 1)
        yield from _outline(children, level + 1)


@contextlib.contextmanager
def _quiet_collector() -> Iterator[None]:
    """Keep the garbage collector from walking the growing tree of boxes again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextlib.contextmanager
def _faults_told(place: Place) -> Iterator[None]:
    """Turn a fault of the renderer into a problem that names the function, not the text."""
    try:
        yield
    except Stop:
        raise
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"{type(error).__name__} in {last.name}"
        raise Stop(3, problem("renderer-failed", place, reason=reason)) from error


class _LogReader(logging.Handler):
    """Takes each warning and error of the renderer as a problem of the document."""

    def __init__(self, found: Problems, place: Place) -> None:
        super().__init__(logging.WARNING)
        self.found, self.place = found, place

    def emit(self, record: logging.LogRecord) -> None:
        self.found.add("renderer-said", self.place, message=record.getMessage())


@contextlib.contextmanager
def _renderer_log(found: Problems, place: Place) -> Iterator[None]:
    logger = logging.getLogger("weasyprint")
    reader = _LogReader(found, place)
    propagated = logger.propagate
    logger.addHandler(reader)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(reader)
        logger.propagate = propagated
