"""The pages that a change touches, laid out and drawn before all others: what a writer sees first.

A sketch is not proved and never handed out; the printed edition follows it.
"""

from __future__ import annotations

import contextlib
import copy
import gc
import logging
from collections.abc import Iterator
from typing import Any

from weasyprint.layout import initialize_page_maker
from weasyprint.layout.background import layout_backgrounds
from weasyprint.layout.page import make_margin_boxes, remake_page

from report.press.course import Course, first_change, page_of, shared_elements
from report.press.engine import fetcher_for, start
from report.press.fonts import prepare_fonts
from report.press.job import PrintJob
from report.press.rendering import Formed, form, parse
from report.press.resources import Resources

# A change may also move the end of the page before the element that it is in.
_LOOK_BACK = 8


def sketch(job: PrintJob, before: Course, most: int) -> Iterator[tuple[int, bytes]]:
    """Yield number, from 1, and PDF of the first pages that are not as before, at most so many.

    It ends where a page begins again as it did: what changed further on is for the edition to show.
    """
    engine = start(prepare_fonts())
    with _undisturbed():
        html = parse(job.html, fetcher_for(Resources(job.resources)))
        elements = shared_elements(html.etree_element)
        changed = first_change(before, elements, job.css)
        if changed is None:
            return
        formed = form(html, job.css, engine)
        first = last = 0
        if changed:
            first = page_of(elements[max(0, changed - _LOOK_BACK)], formed, before)
            last = page_of(elements[changed], formed, before)
        drawn = 0
        for number, page in _pages_from(first, formed, before):
            path = formed.context.page_maker[number][0]
            ends_as_before = number <= before.pages and path == before.starts[number].path
            if number <= last and ends_as_before:
                continue
            yield number, formed.document([_finished(page, number, formed.context)]).write_pdf()
            drawn += 1
            if ends_as_before or drawn == most:
                return


def _pages_from(first: int, formed: Formed, before: Course) -> Iterator[tuple[int, Any]]:
    """Yield the laid-out pages from one on, by their numbers from 1."""
    context, root, html = formed.context, formed.root, formed.html
    initialize_page_maker(context, root)
    if first:
        context.page_maker[:] = [
            (one.path, one.next_page, one.right, copy.deepcopy(one.state), _remake(one.anchors))
            for one in before.starts[: first + 1]
        ]
        context.page_maker[first][-1]["anchors"] = []
    else:
        context.page_maker[0][3][1]["pages"] = [before.pages]
    _place_anchors(context, before)
    for name, pages in before.strings.items():
        for page, texts in pages.items():
            if page <= first:
                context.string_set[name][page] = list(texts)
    context.rendered_notes = []
    notes = context.footnotes
    number, path = first, True
    while path is not None:
        remake = context.page_maker[number][-1]
        for _ in range(2):  # the second time with the numbers of pages that it names
            remake["content_changed"] = False
            context.footnotes = list(notes)
            page, path = remake_page(number, context, root, html)
            if not remake["content_changed"]:
                break
        number += 1
        _collect_strings(page, number, context)
        yield number, page


def _remake(anchors: tuple[str, ...]) -> dict[str, Any]:
    return {
        "content_changed": False,
        "pages_wanted": False,
        "anchors": list(anchors),
        "content_lookups": [],
    }


def _place_anchors(context: Any, before: Course) -> None:
    """Let what names the page of an anchor name the one that it stood on."""
    for index, (page, after) in enumerate(zip(before.starts, before.starts[1:], strict=False)):
        for anchor in page.anchors:
            context.target_collector.cache_target_page_counters(
                anchor, copy.deepcopy(after.state[1]), index, context.page_maker
            )


def _collect_strings(page: Any, number: int, context: Any) -> None:
    for child in page.descendants():
        for name, text in child.string_set if child.string_set not in (None, "none") else ():
            context.string_set[name][number].append(text)


def _finished(page: Any, number: int, context: Any) -> Any:
    """Return a page with what stands in its margins, as at the end of a whole layout."""
    root, notes, area = page.children
    context.current_page = number
    state = context.page_maker[number][3]
    kept = [part for part in (notes, area) if part.children]
    page.children = (root, *kept, *make_margin_boxes(context, page, state))
    layout_backgrounds(page, context.get_image_from_uri)
    return page


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the renderer's log to itself: links that lead to other pages lead nowhere here."""
    logger = logging.getLogger("weasyprint")
    level, was_on = logger.level, gc.isenabled()
    logger.setLevel(logging.CRITICAL)
    gc.disable()
    try:
        yield
    finally:
        logger.setLevel(level)
        if was_on:
            gc.enable()
