"""The brief as a print job: composed, rendered by its templates, with what the file carries."""

from __future__ import annotations

import datetime

from report.editions.compose import compose
from report.editions.material import Material
from report.editions.rendering import brief_sheets, render_brief
from report.press.job import Attachment, Metadata, PrintJob


def brief_job(
    material: Material, attachments: tuple[Attachment, ...], made_on: datetime.date
) -> PrintJob:
    """Return the job of the brief on A4 in the language of the material's texts."""
    composed = compose(material)
    brief = composed.brief
    languages = [brief.lang, *(summary.lang for summary in brief.summaries)]
    return PrintJob(
        name=f"{brief.identifier}-brief.{brief.lang}.pdf",
        html=render_brief(brief),
        css=brief_sheets(draft=brief.draft is not None),
        metadata=Metadata(
            title=brief.title,
            author=brief.organisation.name,
            languages=tuple(dict.fromkeys(languages)),
            date=made_on,
            subject=brief.subtitle,
            keywords=brief.keywords,
            titles={summary.lang: summary.title for summary in brief.summaries},
        ),
        notes=composed.notes,
        attachments=attachments,
    )
