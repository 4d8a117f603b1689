"""The submission: the findings as a Word file, under the rules of the body that takes it.

The same texts, figures and notes as in the brief, in the order that a reader at the body expects:
who submits, the title, key words, an introduction, the findings chosen, what is asked of whom.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from report.editions.counting import Length, Tally, count_words
from report.editions.material import Material
from report.editions.product import Finished, FinishedFile, Making
from report.editions.smart import smart_problems
from report.editions.submission_text import Part, SubmissionText, compose_submission
from report.model.problem import Problem, Severity, Stop
from report.model.profile import Profile
from report.model.session import Submission
from report.press.word.job import Block, Letters, Style, WordJob
from report.press.word.marked_text import notes_of, pieces, text_of


@dataclass(frozen=True)
class SubmissionEdition:
    """One Word file."""

    name: str = "submission"

    def make(self, material: Material, making: Making) -> Finished:
        """Make it; Stop(1) with over-limit where it is longer than the body takes."""
        from report.press.word.printing import print_word

        submission, profile = ruled(material)
        composed = compose_submission(material, submission, profile)
        length = Length(profile, tuple(_tally(part) for part in composed.parts))
        problems = length.problems(submission.place, material.texts.lang)
        draft = material.faults is not None
        if draft:
            problems = [replace(one, severity=Severity.WARNING) for one in problems]
        elif any(one.severity is Severity.ERROR for one in problems):
            raise Stop(1, *problems)
        if profile.smart is not None and profile.smart.value:
            problems += smart_problems(composed.calls, material.texts, material.dossier.date)
        job = _job(material, making, composed, profile)
        file = FinishedFile(job.name, print_word(job), None, length.entry())
        return Finished((file,), tuple(problems))


def ruled(material: Material) -> tuple[Submission, Profile]:
    """Return the submission and its profile; the checks hold that both are there."""
    submission = material.dossier.submission
    assert submission is not None
    return submission, material.dossier.profiles[str(submission.profile)]


def _tally(part: Part) -> Tally:
    found = [pieces(block.html) for block in part.blocks]
    return Tally(
        part.heading,
        sum(count_words(text_of(one)) for one in found),
        sum(count_words(note) for one in found for note in notes_of(one)),
        part.front,
    )


def _job(material: Material, making: Making, composed: SubmissionText, profile: Profile) -> WordJob:
    lang = material.texts.lang
    letters = Letters()
    if rule := profile.typeface:
        face = rule.value
        letters = Letters(face.family, face.points, face.note_points, face.emphasis, face.justified)
    blocks = [block for part in composed.parts for block in part.blocks]
    if material.faults is not None:
        blocks += _faults(material.faults, composed.faults_heading)
    return WordJob(
        name=f"{material.dossier.id}-submission.{lang}.docx",
        lang=lang,
        title=composed.title,
        blocks=tuple(blocks),
        date=making.made_on,
        letters=letters,
        page_numbers=profile.page_numbers is None or profile.page_numbers.value,
        head=composed.head,
    )


def _faults(faults: tuple[Problem, ...], heading: str) -> list[Block]:
    """Return the problems of a draft; they count towards no limit."""
    told = [Block(Style.BODY, escape(str(fault))) for fault in faults]
    return [Block(Style.HEADING_1, Markup("{}").format(heading)), *told]
