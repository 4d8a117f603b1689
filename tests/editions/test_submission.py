"""The submission: the brief's own words as a Word file under the rules of a body."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache

import docx
import pytest
from bundled import longer, made, material
from office import counted, needs_office, pages_of_office

from report.editions.material import Material
from report.editions.product import Finished, FinishedFile
from report.editions.smart import smart_problems
from report.model.problem import Severity, Stop
from report.model.session import Session, Status, Submission, Submitter

ENTRY = "word/document.xml"


@cache
def submission(lang: str) -> FinishedFile:
    (file,) = made("submission", material(lang)).files
    return file


def under(found: Material, profile: str, **fields: object) -> Material:
    """Return the material with its submission under another profile."""
    given = found.dossier.submission
    assert given is not None
    changed: Submission = replace(given, profile=profile, **fields)  # type: ignore[arg-type]
    session = replace(found.dossier.session or Session(""), item="Agenda item 4")
    return replace(found, dossier=replace(found.dossier, submission=changed, session=session))


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    document = docx.Document(io.BytesIO(data))
    return [(p.style.name or "", p.text) if p.style else ("", p.text) for p in document.paragraphs]


def problems_of(finished: Finished) -> list[str]:
    return [one.code for one in finished.problems]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_bundled_submission_fits_the_review(lang: str) -> None:
    """At most 2,815 words by every reading of the rule: with notes, names and key words too."""
    length = submission(lang).length
    counts = [length[key] for key in ("text", "notes", "front")]
    assert sum(counts) <= 2815  # type: ignore[arg-type]
    assert length["limits"][0]["counted"] == length["text"]  # type: ignore[index]
    assert length["notes_count"] == "not-verified"


@needs_office
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_another_program_counts_the_same(lang: str) -> None:
    """LibreOffice counts the number of each paragraph and of the page too; no more differs."""
    file = submission(lang)
    ours = sum(file.length[key] for key in ("text", "notes", "front"))  # type: ignore[misc]
    numbered = sum(style == "Numbered Paragraph" for style, _ in paragraphs(file.data))
    notes = len(re.findall(r'<w:footnote w:id="[1-9]', part(file.data, "word/footnotes.xml")))
    assert counted(file.data) == (ours + numbered + 1, notes)


@needs_office
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_another_program_prints_the_whole_text(lang: str) -> None:
    """Every paragraph stands on a page with its number; every page has one at its foot."""
    file = submission(lang)
    pages = pages_of_office(file.data)
    printed = "".join("".join(page.split()) for page in pages).replace("\ufffe", "")
    number = 0
    for style, text in paragraphs(file.data):
        start = "".join(text.split())[:30].rstrip("0123456789")
        if style == "Numbered Paragraph":
            number += 1
            assert f"{number}.{start}" in printed, start
    assert number > 40
    assert [page.rsplit(" ", 1)[-1] for page in pages] == [str(n) for n in range(1, len(pages) + 1)]


def test_it_begins_with_who_submits() -> None:
    """Names first, then title, key words and an introduction of its own."""
    found = paragraphs(submission("en").data)
    assert found[0] == ("Submitters", "Submitted by: The Report project")
    styles = [style for style, _ in found]
    assert styles.index("Title") < styles.index("Key Words") < styles.index("Heading 1")
    assert found[styles.index("Heading 1")][1] == "Introduction"


def test_it_has_the_words_of_the_findings_and_no_others() -> None:
    """Each paragraph is a text of the dossier that passed the same checks as the brief's."""
    found = material("en")
    given = found.dossier.submission
    assert given is not None
    said = {" ".join(text.split()) for style, text in paragraphs(submission("en").data)}
    for name in given.findings:
        for key in found.texts.numbered(f"findings/{name}/statement"):
            text = re.sub(r"\[@[^\]]*\]", "", found.texts.units[key].source)
            assert " ".join(text.split()) in said, key
    left_out = set(found.dossier.finding_by_id) - set(given.findings)
    for name in left_out:
        text = found.texts.line(f"findings/{name}/heading")
        assert text not in said


def test_a_section_with_nothing_in_it_is_left_out() -> None:
    """A heading with nothing beneath it stands in no submission."""
    found = material("en")
    section = replace(found.dossier.sections[0], heading="Nothing yet", text="", findings=())
    sections = (*found.dossier.sections, section)
    found = replace(found, dossier=replace(found.dossier, sections=sections))
    wide = under(found, "ccpr-alternative-report", findings=(), recommendations=())
    headings = [
        text
        for style, text in paragraphs(made("submission", wide).files[0].data)
        if style == "Heading 1"
    ]
    assert len(headings) == len(sections) - 1 + 2  # an introduction and recommendations


def test_the_text_and_its_translations_have_their_languages() -> None:
    """The text is marked with its language; a translation that nobody reviewed says so."""
    english, russian = submission("en").data, submission("ru").data
    assert 'w:lang w:val="en-GB"' in part(english, "word/styles.xml")
    assert 'w:lang w:val="ru-RU"' in part(russian, "word/styles.xml")
    assert 'w:lang w:val="en-GB"' in part(russian, "word/footnotes.xml")  # titles as they are
    assert "Notice" not in [style for style, _ in paragraphs(english)]
    (notice,) = [text for style, text in paragraphs(russian) if style == "Notice"]
    assert "неофициальный перевод" in notice


def test_too_long_is_refused_by_the_edition() -> None:
    """A final that is over the limit is not made; a draft is, and says so."""
    with pytest.raises(Stop) as stopped:
        made("submission", longer(material("en"), "submission/introduction/1", 40))
    (found,) = stopped.value.problems
    assert (found.code, stopped.value.exit_code) == ("over-limit", 1)
    assert "“Introduction”" in found.hint
    draft = made("submission", longer(material("en", draft=True), "submission/introduction/1", 40))
    (warned,) = [one for one in draft.problems if one.code == "over-limit"]
    assert warned.severity is Severity.WARNING
    assert "Draft: not checked" in part(draft.files[0].data, "word/header1.xml")


def test_a_written_statement_has_the_letters_of_its_form() -> None:
    """Times New Roman 10 and no emphasis, names by status, supporters in a note to the title."""
    found = under(
        material("en"),
        "hrc-written-general",
        organisations=(
            Submitter("River Friends", Status.ROSTER),
            Submitter("World Lawyers", Status.GENERAL),
            Submitter("Clean Water Watch", Status.SPECIAL),
        ),
        supporters=("Olmar Mothers", "Teachers of Olmar"),
        findings=("lethal-force", "people-killed"),
        recommendations=("rec-investigation",),
    )
    finished = made("submission", found)
    data = finished.files[0].data
    names = [text for style, text in paragraphs(data) if style == "Submitters"]
    assert names == [
        "In general consultative status: World Lawyers",
        "In special consultative status: Clean Water Watch",
        "On the roster: River Friends",
    ]
    for name in (ENTRY, "word/footnotes.xml", "word/styles.xml"):
        assert not re.search(r"<w:(b|bCs|i|iCs|u)\b[ />]", part(data, name)), name
    assert set(re.findall(r'w:sz w:val="(\d+)"', part(data, "word/styles.xml"))) == {"20"}
    first = part(data, "word/footnotes.xml").split("footnoteRef/>")[1]
    assert "Olmar Mothers; Teachers of Olmar" in re.sub(r"<[^>]*>|\n", "", first)
    length = finished.files[0].length
    counted = length["limits"][0]["counted"]  # type: ignore[index]
    assert counted == length["text"] + length["notes"]  # type: ignore[operator]
    assert "Numbered Paragraph" not in [style for style, _ in paragraphs(data)]


def test_numbers_of_notes_that_point_back_are_words_own() -> None:
    """Where a supporters' note comes first, “note 2 above” means the note that Word numbers 2."""
    plain = made("submission", material("en")).files[0].data
    noted = made(
        "submission", under(material("en"), "upr-individual", supporters=("Olmar Mothers",))
    )
    words = [
        " ".join(re.findall(r">([^<>]+)<", part(d, "word/footnotes.xml")))
        for d in (plain, noted.files[0].data)
    ]
    numbers = [[int(n) for n in re.findall(r"note\s+(\d+)\s+above", w)] for w in words]
    assert numbers[0]
    assert [n + 1 for n in numbers[0]] == numbers[1]


def test_a_recommendation_without_deadline_is_told_and_left_alone() -> None:
    """not-smart: what it lacks is told at its place; the text is printed as it was written."""
    finished = made("submission", material("en"))
    told = [one for one in finished.problems if one.code == "not-smart"]
    assert told
    assert all(one.severity is Severity.WARNING for one in told)
    assert all(one.place.path == "dossier.yaml" for one in told)
    assert {one.subject for one in told} == {
        "rec-investigation", "rec-accept-inquiry", "rec-safeguards", "rec-account-for-people",
        "rec-terrorism-law", "rec-assembly-expression",
    }  # fmt: skip
    found = material("en")
    call = found.dossier.recommendations[0]
    said = " ".join(text for _, text in paragraphs(finished.files[0].data))
    assert " ".join(call.text.split()) in " ".join(said.split())


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Keep a record.", "a deadline or an indicator"),
        ("Keep a record within six months.", "an indicator"),
        ("Publish the record.", "a deadline"),
        ("Publish the record by 1 May 2027.", ""),
        ("Publish the record of May 2022.", "a deadline"),
    ],
)
def test_a_date_that_is_past_is_no_deadline(text: str, lacks: str) -> None:
    """A deadline lies ahead of the text; what is past is what the call is about."""
    found = material("en")
    call = found.dossier.recommendations[0]
    key = f"recommendations/{call.id}/text"
    unit = replace(found.texts.units[key], source=text, written=text)
    texts = replace(found.texts, units={**found.texts.units, key: unit})
    told = [one.message for one in smart_problems([call], texts, found.dossier.date)]
    assert told == ([f"the recommendation lacks {lacks}"] if lacks else [])
