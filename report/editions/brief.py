"""The brief as a print job: composed, rendered by its templates, with what the file carries."""

from __future__ import annotations

import datetime

from report.editions.compose import compose
from report.editions.context import Brief
from report.editions.front import LOGO
from report.editions.look import BRIEF, Look
from report.editions.material import Material
from report.editions.rendering import render_brief
from report.press.job import Attachment, Metadata, PrintJob


def brief_job(
    material: Material,
    attachments: tuple[Attachment, ...],
    made_on: datetime.date,
    look: Look = BRIEF,
    edition: str = "brief",
) -> PrintJob:
    """Return the job of the brief in the language of the material's texts; `look` sets its page."""
    composed = compose(material)
    brief = composed.brief
    look = look.with_theme(material.dossier.theme)
    return PrintJob(
        name=f"{brief.identifier}-{edition}.{brief.lang}.pdf",
        html=render_brief(brief, look=look),
        css=look.css(draft=brief.draft is not None),
        metadata=metadata_of(brief, made_on),
        notes=composed.notes,
        resources=resources_of(material),
        attachments=attachments,
    )


def metadata_of(brief: Brief, made_on: datetime.date) -> Metadata:
    """Return what the file says of itself."""
    languages = [brief.lang, *(summary.lang for summary in brief.summaries)]
    return Metadata(
        title=brief.title.replace("\u00a0", " "),
        author=brief.organisation.name,
        languages=tuple(dict.fromkeys(languages)),
        date=made_on,
        subject=brief.subtitle.replace("\u00a0", " "),
        keywords=brief.keywords,
        titles={summary.lang: summary.title.replace("\u00a0", " ") for summary in brief.summaries},
    )


def resources_of(material: Material) -> dict[str, bytes]:
    """Return the pictures that the pages use, by name."""
    return {LOGO: material.logo.png} if material.logo else {}
