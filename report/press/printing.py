"""A print job -> a finished PDF that has been proved, or the problems that keep it from being one.

The order: fonts, characters, layout, its checks, writing, and the proof of what was written. This
is the one way into the press; it knows nothing of dossiers.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from report.model.place import Place
from report.model.problem import Problem, Problems, Stop, problem
from report.press.elements import Elements, pictures_without_words
from report.press.engine import Engine, fetcher_for, start
from report.press.fonts import FontFolder, prepare_fonts
from report.press.job import OutlineEntry, Printed, PrintJob
from report.press.resources import Resources, shortened


def print_pdf(
    job: PrintJob,
    fonts: FontFolder | None = None,
    cache: Path | None = None,
    noted: Callable[[Any], None] | None = None,
) -> Printed:
    """Print `job`; the same job gives the same bytes on the same versions.

    `fonts` are made in `cache` (default: the user's) where they are not given; `noted` is told of
    the layout when the pages stand. Errors: Stop(3) with every problem found; the codes are those
    of "Printing" in the table of codes.
    """
    engine = start(fonts or prepare_fonts(cache))
    resources = Resources(job.resources)
    run = _Run(job, engine, Place(job.name), resources, noted or _unnoted)
    with _quiet_collector(), _renderer_log(run), _faults_told(run):
        document = _lay_out(run)
        run.stop_at_errors()
        pdf = _write(document, job)
        run.stop_at_errors()
        run.found.extend(_proof(pdf, run))
    run.stop_at_errors()
    outline = tuple(_outline(document.make_bookmark_tree(), 1))
    return Printed(pdf, len(document.pages), outline, tuple(run.found), job.conformance)


@dataclass
class _Run:
    """One printing: what it prints, with what, and what it has found wrong so far."""

    job: PrintJob
    engine: Engine
    place: Place
    resources: Resources
    noted: Callable[[Any], None]
    found: Problems = field(default_factory=Problems)

    def stop_at_errors(self) -> None:
        """Raise Stop(3) if anything found is an error; the renderer passes over refusals."""
        for refusal in self.resources.refusals:
            self.found.add("resource-refused", self.place, url=refusal.url, reason=refusal.reason)
        if self.found.errors:
            raise Stop(3, *self.found)


def _unnoted(_formed: Any) -> None:
    """Take no note of the layout."""


def _lay_out(run: _Run) -> Any:
    """Return the laid-out document, with what is wrong with it added to what was found."""
    from report.press.completeness import check_completeness
    from report.press.glyphs import check_glyphs
    from report.press.layout import anchor_calls, check_layout
    from report.press.page_faults import check_pages
    from report.press.rendering import form, paginate, parse

    html = parse(run.job.html, fetcher_for(run.resources))
    for picture in pictures_without_words(html.etree_element):
        name = picture.get("id") or picture.get("src") or "a drawing"
        run.found.add("no-alternative", run.place, picture=shortened(name))
    run.stop_at_errors()
    formed = form(html, run.job.css, run.engine)
    document = paginate(formed)
    run.noted(formed)
    anchor_calls(document.pages)
    run.found.extend(check_glyphs(document.pages, run.engine.fonts, run.place))
    run.found.extend(check_layout(document.pages, run.place))
    run.found.extend(check_pages(document.pages, run.place))
    run.found.extend(check_completeness(html.etree_element, document.pages, run.place))
    run.found.extend(_attachments_of_the_page(document, run.place))
    return document


def _attachments_of_the_page(document: Any, place: Place) -> Iterator[Problem]:
    """Yield a refusal for each file that the page, not the job, wants in the PDF."""
    wanted = [attachment.name or "a file" for attachment in document.metadata.attachments]
    wanted += [link[1] for page in document.pages for link in page.links if link[0] == "attachment"]
    for url in wanted:
        reason = "attachments are given with the job, never by the page"
        yield problem("resource-refused", place, url=shortened(url), reason=reason)


def _write(document: Any, job: PrintJob) -> bytes:
    from report.press.artifacts import flag_artifacts
    from report.press.attachments import embed
    from report.press.links import merge_links
    from report.press.metadata import write_metadata
    from report.press.seal import filled, unfilled
    from report.press.spaces import keep_spaces

    seal = None
    if job.attachments:
        seal = unfilled(len(document.pages), job.attachments, job.seal_description)
    attachments = (*job.attachments, *filter(None, (seal,)))
    elements = Elements(document._html.etree_element)
    merge_links(document.pages, elements)
    flag_artifacts(document.pages)
    keep_spaces(document.pages)

    def finish(_document: Any, pdf: Any) -> None:
        embed(pdf, attachments, job.metadata.date)
        write_metadata(pdf, job)

    pdf: bytes = document.write_pdf(
        finisher=finish,
        pdf_version=job.conformance.pdf_version,
        pdf_tags=True,
        pdf_identifier=True,
        output_intent="srgb",
    )
    return filled(pdf, seal, job.attachments) if seal else pdf


def _proof(pdf: bytes, run: _Run) -> Iterator[Problem]:
    from report.press.notes import check_notes
    from report.press.proof import check_pdf

    yield from check_notes(pdf, run.job.notes, run.place)
    yield from check_pdf(pdf, run.engine.fonts.families, run.place)


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
def _faults_told(run: _Run) -> Iterator[None]:
    """Turn a refusal or a fault of the renderer into Stop(3).

    A fault is told by the name of the function, never by its message, which may hold the text.
    """
    from report.press.fetcher import FatalRefusal

    try:
        yield
    except Stop:
        raise
    except FatalRefusal as refused:
        run.stop_at_errors()
        raise Stop(3, problem("renderer-failed", run.place, reason="a refusal")) from refused
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"{type(error).__name__} in {last.name}"
        raise Stop(3, problem("renderer-failed", run.place, reason=reason)) from error


class _LogReader(logging.Handler):
    """Takes each warning and error of the renderer as a problem of the document."""

    def __init__(self, run: _Run) -> None:
        super().__init__(logging.WARNING)
        self.run = run

    def emit(self, record: logging.LogRecord) -> None:
        self.run.found.add("renderer-said", self.run.place, message=record.getMessage())


@contextlib.contextmanager
def _renderer_log(run: _Run) -> Iterator[None]:
    logger = logging.getLogger("weasyprint")
    reader = _LogReader(run)
    propagated = logger.propagate
    logger.addHandler(reader)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(reader)
        logger.propagate = propagated
