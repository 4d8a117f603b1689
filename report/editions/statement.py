"""The statement: a sheet in large letters for who speaks, and a text file for the interpreters.

Numbers are in words where the speaker reads them, and in digits where the interpreter does and in
the notes, which begin on a sheet of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from markupsafe import Markup

from report.editions.brief import metadata_of, resources_of
from report.editions.look import Look
from report.editions.material import Material
from report.editions.product import Finished, FinishedFile, Making, with_its_words
from report.editions.rendering import render
from report.editions.statement_context import SourceLines, SpeakersSheet
from report.editions.statement_text import (
    Said,
    StatementText,
    clock,
    compose_statement,
    speakers_sheet,
)
from report.editions.wording import Wording
from report.model.problem import Severity, Stop
from report.press.job import PrintJob

LOOK = Look(sheets=("tokens", "pages", "type", "statement"))


@dataclass(frozen=True)
class StatementEdition:
    """A PDF and a text file."""

    name: str = "statement"

    def make(self, material: Material, making: Making) -> Finished:
        """Make both; Stop(1) with over-limit where the text takes longer than the body allows."""
        from report.press.printing import print_pdf
        from report.translation.hyphenation import register_patterns

        statement = material.dossier.statement
        assert statement is not None
        profile = material.dossier.profiles[str(statement.profile)]
        text = compose_statement(material, statement, profile)
        problems = text.problems()
        if material.faults is not None:
            problems = [replace(one, severity=Severity.WARNING) for one in problems]
        elif any(one.severity is Severity.ERROR for one in problems):
            raise Stop(1, *problems)
        sheet = speakers_sheet(text)
        register_patterns()
        job = with_its_words(statement_job(material, making, sheet), self.name, material, making)
        printed = print_pdf(job)
        spoken = FinishedFile(job.name, printed.pdf, printed.pages, text.entry())
        heard = interpreters_text(text, sheet).encode("utf-8")
        file = FinishedFile(job.name.removesuffix(".pdf") + ".txt", heard)
        return Finished((spoken, file), (*printed.problems, *problems))


def statement_job(material: Material, making: Making, sheet: SpeakersSheet) -> PrintJob:
    """Return the job of the sheet."""
    head = sheet.head
    look = LOOK.with_theme(material.dossier.theme)
    return PrintJob(
        name=f"{material.dossier.id}-statement.{head.lang}.pdf",
        html=render("statement/statement.html.j2", head.lang, look, sheet=sheet, head=head),
        css=look.css(draft=head.draft, trusted=bool(head.trusted_notice)),
        metadata=metadata_of(material, making.made_on),
        resources=resources_of(material),
        attachments=making.attachments,
        conformance=making.conformance,
    )


def interpreters_text(text: StatementText, sheet: SpeakersSheet) -> str:
    """Return the text for the interpreters: numbers in digits, sources beneath, one line each."""
    head, wording = sheet.head, Wording.of(sheet.head.lang)
    lines = [wording.say("Draft: not checked, not to be passed on")] if head.draft else []
    lines += filter(None, [head.trusted_notice])
    kind = wording.say("Statement")
    lines += [wording.say("%(name)s: %(text)s", name=kind, text=head.title)]
    lines += filter(None, (head.organisation.name, head.occasion, head.date))
    lines += [" ".join(sheet.measures), *sheet.notices, ""]
    for number, said in enumerate(text.paragraphs, 1):
        lines += [_paragraph(number, said), ""]
    lines += [f"[{sheet.ends}]", "", wording.say("Sources"), ""]
    for one in sheet.sources:
        lines += [*_source_lines(one, wording), ""]
    whole = "\n".join(lines).rstrip() + "\n"
    return re.sub("(?<!\\d)\u00a0|\u00a0(?!\\d)", " ", whole)  # plain spaces but within numbers


def _paragraph(number: int, said: Said) -> str:
    return f"[{clock(said.begins)}] {number}. {said.written}"


def _source_lines(source: SourceLines, wording: Wording) -> list[str]:
    lines = [wording.say("Paragraph %(number)s", number=source.number)]
    for figure in source.figures:
        state = wording.say("Verified") if figure.verified else wording.say("Not verified")
        name = f"{figure.value} ({figure.counts})"
        said = wording.say("%(name)s: %(text)s", name=name, text=figure.source)
        lines.append(f"- {said} {state}.")
    return [*lines, *(f"[{note.number}] {_plain(note.html)}" for note in source.notes)]


def _plain(html: Markup) -> str:
    return re.sub(r"\s+", " ", html.striptags())
