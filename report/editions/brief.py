"""The brief as a print job: composed, rendered by its templates, with what the file carries."""

from __future__ import annotations

import datetime
from dataclasses import replace

from report.editions.compose import compose
from report.editions.front import LOGO
from report.editions.look import BRIEF, Look
from report.editions.material import Material
from report.editions.product import Making
from report.editions.rendering import render_brief
from report.press.job import Metadata, PrintJob


def brief_job(
    material: Material, making: Making, look: Look = BRIEF, edition: str = "brief"
) -> PrintJob:
    """Return the job of the brief in the language of the material's texts; `look` sets its page."""
    composed = compose(material)
    brief = composed.brief
    if not making.attachments:
        carrier = f"{brief.identifier}-brief.{brief.lang}.pdf"
        brief = replace(brief, imprint=replace(brief.imprint, attached_to=carrier))
    look = look.with_theme(material.dossier.theme)
    return PrintJob(
        name=f"{brief.identifier}-{edition}.{brief.lang}.pdf",
        html=render_brief(brief, look=look),
        css=look.css(draft=brief.draft is not None, trusted=bool(brief.trusted_notice)),
        metadata=metadata_of(material, making.made_on),
        notes=composed.notes,
        resources=resources_of(material),
        attachments=making.attachments,
        conformance=making.conformance,
    )


def metadata_of(material: Material, made_on: datetime.date) -> Metadata:
    """Return what every edition's file says of itself."""
    texts = material.texts
    languages = [texts.lang, *(summary.lang for summary in material.summaries)]
    return Metadata(
        title=_spaced(texts.line("title")),
        author=_spaced(texts.organisation),
        languages=tuple(dict.fromkeys(languages)),
        date=made_on,
        subject=_spaced(texts.line("subtitle")),
        titles={one.lang: _spaced(one.line("title")) for one in material.summaries},
    )


def resources_of(material: Material) -> dict[str, bytes]:
    """Return the pictures that the pages use, by name."""
    return {LOGO: material.logo.png} if material.logo else {}


def _spaced(text: str) -> str:
    """Return text with plain spaces: what is searched for has no others."""
    return text.replace("\u00a0", " ")
