"""The factsheet: one page on one theme of the brief.

The issue in the section's own words, each finding with how well it is supported and its source,
the figures, and what is asked. It has one page or it is not printed.
"""

from __future__ import annotations

from report.editions.drawing import Plot
from report.editions.look import Look
from report.editions.material import Material
from report.editions.product import Making
from report.editions.sheet_context import Factsheet
from report.editions.sheets import Setting, SheetPlan, chosen_calls, sheet_job
from report.model.dossier import Dossier, Recommendation, Section
from report.model.finding import Figure, Finding
from report.press.job import PrintJob

MOST_FIGURES, MOST_ASKS = 4, 2
LOOK = Look(
    sheets=("tokens", "pages", "type", "charts", "tables", "sheet", "factsheet"),
    tokens=("sheet_tokens",),
    plot=Plot(width_mm=180.0, rail_mm=36.0),
)


def factsheet_job(material: Material, making: Making) -> PrintJob:
    """Return the job of the factsheet in the language of the material's texts."""
    setting, factsheet = compose_factsheet(material)
    return sheet_job("factsheet", material, making, LOOK, setting, factsheet=factsheet)


def compose_factsheet(material: Material) -> tuple[Setting, Factsheet]:
    """Return what the factsheet holds."""
    dossier, texts = material.dossier, material.texts
    number = theme_of(dossier, material)
    section = dossier.sections[number - 1]
    findings = _findings(dossier, section)
    measure = next((str(one) for one in section.charts if one in material.series), "")
    figures, calls = _figures(dossier, findings, measure), _calls(material, findings)
    plan = SheetPlan(material)
    issue = texts.numbered(f"sections/{number}/text")
    for key in issue:
        plan.text(key)
    for finding in findings:
        plan.finding(finding)
    if measure:
        plan.measure(measure)
    for figure in figures:
        plan.figure(figure)
    for call in calls:
        plan.call(call)
    setting = plan.set()
    counted = _numbers(dossier)
    return setting, Factsheet(
        head=setting.masthead(),
        theme=texts.line(f"sections/{number}/heading"),
        issue_html=tuple(setting.text(key) for key in issue),
        claims=tuple(setting.claim(one, counted[str(one.id)]) for one in findings),
        figures=tuple(setting.figure(figure) for figure in figures),
        asks=tuple(setting.ask(call) for call in calls),
        chart=setting.chart(measure) if measure else None,
    )


def theme_of(dossier: Dossier, material: Material) -> int:
    """Return the number of the section: the one named, else the first with a chart."""
    sheet = dossier.factsheet
    if sheet.section:
        return sheet.section
    sections = list(enumerate(dossier.sections, 1))
    if sheet.findings:
        return next(n for n, section in sections if sheet.findings[0] in section.findings)
    drawn = (n for n, s in sections if any(one in material.series for one in s.charts))
    return next(drawn, 1)


def _findings(dossier: Dossier, section: Section) -> list[Finding]:
    names = dossier.factsheet.findings or section.findings
    return [dossier.finding_by_id[name] for name in names]


def _figures(dossier: Dossier, findings: list[Finding], measure: str) -> list[Figure]:
    """Return the figures named; without any, those of the findings where there is no chart."""
    if dossier.factsheet.figures:
        return [dossier.figure_by_id[name] for name in dossier.factsheet.figures][:MOST_FIGURES]
    figures = [figure for finding in findings for figure in finding.figures]
    return [] if measure else figures[:MOST_FIGURES]


def _calls(material: Material, findings: list[Finding]) -> list[Recommendation]:
    """Return the recommendations named, else those that rest on most of the findings."""
    dossier = material.dossier
    if dossier.factsheet.asks:
        return chosen_calls(material, dossier.factsheet.asks)
    ids = {str(finding.id) for finding in findings}
    resting = [(len(ids & set(map(str, call.rests_on))), call) for call in dossier.recommendations]
    by_weight = sorted((pair for pair in resting if pair[0]), key=lambda pair: -pair[0])
    kept = {str(call.id) for _, call in by_weight[:MOST_ASKS]}
    return [call for call in dossier.recommendations if str(call.id) in kept]


def _numbers(dossier: Dossier) -> dict[str, int]:
    """Return the number that the brief gives to each finding."""
    names = [str(name) for section in dossier.sections for name in section.findings]
    return {name: number for number, name in enumerate(names, 1)}
