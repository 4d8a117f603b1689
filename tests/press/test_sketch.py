"""A sketch is what will be printed: the pages that a change touches, laid out by themselves."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from made_up import CSS, METADATA, made_up

from report.press.course import Course, course_of
from report.press.fonts import FontFolder
from report.press.job import Printed, PrintJob
from report.press.printing import print_pdf
from report.press.rasters import pictures_of
from report.press.sketch import sketch

SEEDS = range(6)


def _job() -> PrintJob:
    html, notes = made_up(sections=4, seed=21)
    return PrintJob("brief.pdf", html, (CSS,), METADATA, notes=notes)


@pytest.fixture(scope="module")
def before(faces: FontFolder) -> tuple[PrintJob, Printed, Course]:
    """Return a made-up brief, printed, with the course of its pages."""
    courses: list[Course] = []
    job = _job()
    printed = print_pdf(job, faces, noted=lambda formed: courses.append(course_of(formed)))
    return job, printed, courses[0]


def _changed(job: PrintJob, seed: int) -> PrintJob:
    """Return a brief in which a word of its text is said several times, or a few are left out."""
    chance = random.Random(seed)
    places = [n for n in range(len(job.html)) if job.html.startswith(" authorities ", n)]
    place = chance.choice(places)
    words = chance.choice((" ", " authorities and lawyers ", " security forces " * 12))
    end = place + len(" authorities ")
    return replace(job, html=job.html[:place] + words + job.html[end:], notes={})


@pytest.mark.parametrize("seed", SEEDS)
def test_a_sketch_is_as_the_edition_prints_it(
    before: tuple[PrintJob, Printed, Course], faces: FontFolder, seed: int
) -> None:
    """Each page that is sketched looks as printed, and the first that changed is among them."""
    job, printed, course = before
    changed = _changed(job, seed)
    old = [picture.name for picture in pictures_of(printed.pdf)]
    new = [picture.name for picture in pictures_of(print_pdf(changed, faces).pdf)]
    drawn = {n: next(pictures_of(pdf)).name for n, pdf in sketch(changed, course, 2)}
    assert drawn
    assert {n: new[n - 1] for n in drawn} == drawn
    first = next(n for n in range(1, len(new) + 1) if n > len(old) or new[n - 1] != old[n - 1])
    assert first in drawn


def test_nothing_is_drawn_where_nothing_changed(
    before: tuple[PrintJob, Printed, Course],
) -> None:
    """The same text needs no sketch; other style sheets need one from the first page on."""
    job, _, course = before
    assert list(sketch(job, course, 2)) == []
    other = replace(job, css=(*job.css, "h2 { color: #a00 }"))
    assert [number for number, _ in sketch(other, course, 1)] == [1]


def test_what_only_a_draft_prints_is_no_change(
    before: tuple[PrintJob, Printed, Course],
) -> None:
    """The marks of a draft touch every page; a sketch begins where the text changed."""
    job, _, course = before
    mark = '<p class="draft-mark" aria-hidden="true">Draft</p></body>'
    draft = replace(_changed(job, 3), css=(*job.css, ".draft-mark { position: fixed; top: 40% }"))
    html = draft.html.replace("</body>", mark)
    final = [number for number, _ in sketch(_changed(job, 3), course, 1)]
    assert [number for number, _ in sketch(replace(draft, html=html), course, 1)] == final
    assert final != [1]


def test_names_of_pictures_tell_them_apart() -> None:
    """The same pages have the same names; of what is known no picture is made."""
    html = "<!doctype html><html lang='en'><title>A</title><body><p>Words"
    job = PrintJob("brief.pdf", html, (CSS,), METADATA)
    pdf = print_pdf(job).pdf
    (one,) = pictures_of(pdf)
    (again,) = pictures_of(pdf, {one.name})
    assert again.name == one.name
    assert one.png.startswith(b"\x89PNG")
    assert not again.png
    (other,) = pictures_of(print_pdf(replace(job, html=f"{job.html} more")).pdf)
    assert other.name != one.name
