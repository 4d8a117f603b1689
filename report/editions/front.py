"""The parts of a brief that stand before and behind its sections."""

from __future__ import annotations

from collections.abc import Sequence

from report import __version__
from report.editions import context
from report.editions.interface import N_, load_interface, summary_words
from report.editions.material import Material
from report.editions.prose_markup import to_markup
from report.editions.tally import mark_value
from report.editions.wording import Wording
from report.model.audience import Audience

LOGO = "logo.png"
MOST_ON_COVER = 6
UNFOUNDED = N_("No findings have been recorded yet. Nothing in this paper rests on a document.")
TRUSTED = N_("For trusted hands only: not to be published or passed on")


def trusted_notice(material: Material, wording: Wording) -> str:
    """Return what stands on each page of an edition for trusted hands; else nothing."""
    return wording.say(TRUSTED) if material.audience is Audience.TRUSTED else ""


def unfounded_notice(material: Material, wording: Wording) -> str:
    """Return what is printed where a dossier has no findings yet; else nothing."""
    return "" if material.dossier.findings else wording.say(UNFOUNDED)


def organisation(material: Material) -> context.Organisation:
    """Return who publishes the brief. Addresses are not translated."""
    publisher = material.dossier.organisation
    return context.Organisation(
        name=material.texts.organisation,
        address=publisher.address,
        email=publisher.email,
        url=publisher.url,
        note=material.texts.line("organisation/note"),
        logo=_logo(material),
    )


def occasion(material: Material) -> str:
    """Return the body and session that the brief is for; empty where none is named."""
    parts = ("session/body", "session/name", "session/item", "session/place")
    return ", ".join(filter(None, map(material.texts.line, parts)))


def _logo(material: Material) -> context.Image | None:
    if material.logo is None:
        return None
    name = material.texts.organisation
    return context.Image(f"resource:{LOGO}", name, material.logo.width_mm)


def cover_chart(sections: Sequence[context.Section]) -> context.Chart | None:
    """Return the chart with the most points that a number can be drawn for: the cover shows it.

    A chart of more counts than stand side by side is not for the cover.
    """
    charts = [chart for section in sections for chart in section.charts]
    charts = [chart for chart in charts if len(chart.points) <= MOST_ON_COVER]
    drawn = [(sum(p.magnitude is not None for p in chart.points), chart) for chart in charts]
    most = max((count for count, _ in drawn), default=0)
    return next((chart for count, chart in drawn if count == most), None) if most else None


def cover_key(chart: context.Chart | None, material: Material, wording: Wording) -> str:
    """Say how many each mark of the cover's picture stands for."""
    if chart is None:
        return ""
    value = mark_value(chart)
    unit = material.texts.line(f"measures/{chart.anchor.removeprefix('chart-')}/unit")
    if value == 1:
        return wording.say("Each mark stands for one.")
    if not unit:
        return wording.say("Each mark stands for %(number)s.", number=wording.number(value))
    number = wording.number(value)
    said = wording.say("Each mark stands for %(number)s %(unit)s.", number=number, unit=unit)
    return said.replace(f"{number} {unit}", f"{number}\u00a0{unit}")


def summaries(material: Material) -> tuple[context.Summary, ...]:
    """Return the summary in each of its languages, in the order of the dossier."""
    made = []
    for texts in material.summaries:
        keys = texts.numbered("summary")
        made.append(
            context.Summary(
                lang=texts.lang,
                title=texts.line("title"),
                words=summary_words(load_interface(texts.lang)),
                paragraphs_html=tuple(
                    to_markup(texts.paragraph(key).inlines, texts.lang, (), {}) for key in keys
                ),
                reviewed=texts.reviewed(("title", *keys)),
            )
        )
    return tuple(made)


def imprint(material: Material, wording: Wording) -> context.Imprint:
    """Return what the last page says about the making."""
    counts = material.counts
    return context.Imprint(
        checked=context.Checked(
            quotations=wording.number(counts.quotations),
            figures=wording.number(counts.figures),
            numbers=wording.number(counts.numbers),
            citations=wording.number(counts.citations),
            translations=wording.number(counts.translations),
            documents_full=wording.number(counts.documents_full),
            documents_passages=wording.number(counts.documents_passages),
        ),
        web=str(material.dossier.web),
        versions=f"Report {__version__}",
    )


def corrections(material: Material, wording: Wording) -> tuple[context.Correction, ...]:
    """Return what was put right since earlier versions, the latest last."""
    line = material.texts.line
    return tuple(
        context.Correction(
            wording.date(one.date),
            line(f"corrections/{number}/text"),
            line(f"corrections/{number}/was"),
        )
        for number, one in enumerate(material.dossier.corrections, 1)
    )
