"""The handout: one sheet, two pages, for somebody who has two minutes.

What happened, from the summary and the key messages; key figures, each with who said it, as of
when and its source; three asks. It has two pages or it is not printed: letters are never made
smaller to fit.
"""

from __future__ import annotations

from markupsafe import Markup

from report.editions.drawing import Plot
from report.editions.look import Look
from report.editions.material import Material
from report.editions.product import Making
from report.editions.sheet_context import Handout
from report.editions.sheets import Setting, SheetPlan, chosen_calls, sheet_job
from report.model.dossier import Dossier, Recommendation
from report.model.finding import Figure
from report.press.job import PrintJob

PAGES = 2
MOST_FIGURES, MOST_ASKS = 4, 3
LOOK = Look(
    sheets=("tokens", "pages", "type", "charts", "tables", "sheet", "handout"),
    tokens=("sheet_tokens",),
    # A picture of 160 mm enlarged to the measure: its smallest letters have 9 points.
    plot=Plot(width_mm=160.0, rail_mm=33.0, scale=1.125),
)


def handout_job(material: Material, making: Making) -> PrintJob:
    """Return the job of the handout in the language of the material's texts."""
    setting, handout = compose_handout(material)
    return sheet_job("handout", material, making, LOOK, setting, handout=handout)


def compose_handout(material: Material) -> tuple[Setting, Handout]:
    """Return what the handout holds."""
    texts, figures, calls = material.texts, _figures(material), _calls(material)
    measure = _measure(material)
    plan = SheetPlan(material)
    for figure in figures:
        plan.figure(figure)
    for call in calls:
        plan.call(call)
    messages = texts.numbered("key_messages")
    for key in messages:
        plan.text(key)
    if measure:
        plan.measure(measure)
    setting = plan.set()
    return setting, Handout(
        head=setting.masthead(),
        lead_html=_lead(setting),
        messages_html=tuple(setting.text(key) for key in messages),
        figures=tuple(setting.figure(figure) for figure in figures),
        asks=tuple(setting.ask(call) for call in calls),
        chart=setting.chart(measure) if measure else None,
    )


def lacking(dossier: Dossier) -> list[str]:
    """Return the fields of dossier.yaml that a handout prints and that are not filled in."""
    parts = {
        "key_messages": dossier.key_messages,
        "key_figures": dossier.handout.figures or dossier.key_figures,
        "recommendations": dossier.recommendations,
    }
    return [name for name, given in parts.items() if not given]


def _figures(material: Material) -> list[Figure]:
    dossier = material.dossier
    names = (dossier.handout.figures or dossier.key_figures)[:MOST_FIGURES]
    return [dossier.figure_by_id[name] for name in names]


def _calls(material: Material) -> list[Recommendation]:
    dossier = material.dossier
    if dossier.handout.asks:
        return chosen_calls(material, dossier.handout.asks)[:MOST_ASKS]
    return list(dossier.recommendations[:MOST_ASKS])


def _measure(material: Material) -> str:
    """Return the measure of the first chart of the brief: its counts are set side by side."""
    named = [measure for section in material.dossier.sections for measure in section.charts]
    return next((str(measure) for measure in named if measure in material.series), "")


def _lead(setting: Setting) -> Markup:
    """Return the first paragraph of the summary, or the subtitle where that paragraph quotes.

    A summary has no notes, and nothing is quoted here without one.
    """
    key = "summary/1"
    written = setting.material.texts.units[key].written
    quotes = any(mark in written for mark in '“„«"{')
    return (
        Markup("{}").format(setting.material.texts.line("subtitle"))
        if quotes
        else (setting.text(key))
    )
