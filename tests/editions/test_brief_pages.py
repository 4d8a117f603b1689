"""The sample printed by the press: no complaint, every note proved, also with hostile words."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from markupsafe import Markup
from sample_brief import sample_brief

from report.editions.context import Brief, Organisation, Paragraph
from report.editions.rendering import brief_sheets, render_brief
from report.press.job import Metadata, Printed, PrintJob
from report.press.printing import print_pdf
from report.translation.hyphenation import register_patterns

NOTES = {1: "Report, para. 3.", 2: "Report, ibid.", 3: "Report."}


def printed(brief: Brief) -> Printed:
    register_patterns()
    job = PrintJob(
        name="sample.pdf",
        html=render_brief(replace(brief, organisation=Organisation("An office"))),
        css=brief_sheets(draft=brief.draft is not None),
        metadata=Metadata(brief.title, "An office", (brief.lang,), datetime.date(2026, 11, 22)),
        notes=NOTES,
    )
    return print_pdf(job)


@pytest.mark.parametrize(("lang", "draft"), [("en", True), ("kk", False)])
def test_the_sample_prints_without_a_complaint(lang: str, draft: bool) -> None:
    """The press has nothing to say, and the outline has the parts in their order."""
    done = printed(sample_brief(lang, draft=draft))
    assert done.problems == ()
    titles = [entry.title for entry in done.outline]
    places = [titles.index(t) for t in ("Force was reported", "Government of Kazakhstan")]
    assert places == sorted(places)
    assert 6 <= done.pages <= 10


def test_words_without_an_end_stay_on_the_page() -> None:
    """A word of 5,000 characters breaks: nothing runs out of the page, no note is lost."""
    brief = sample_brief()
    long_word = "x" * 5000
    section = replace(
        brief.sections[0], paragraphs=(Paragraph("1", "p1", Markup("{}").format(long_word)),)
    )
    done = printed(replace(brief, sections=(section,)))
    assert not [problem for problem in done.problems if problem.code == "text-overflow"]
    assert done.pages >= 7
