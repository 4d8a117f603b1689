"""What handout and factsheet are made of: sourced figures, asks, claims, a chart, the masthead.

A plan numbers the notes first, in the order in which the page has them; then everything is made
with the words of those notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from report.editions.brief import metadata_of, resources_of
from report.editions.citing import Citing, NotePlan
from report.editions.front import occasion, organisation, trusted_notice, unfounded_notice
from report.editions.interface import UNREVIEWED
from report.editions.look import Look
from report.editions.material import Material
from report.editions.numbering import citing_of, make_notes, paragraph_links
from report.editions.points import charts, point, rights_of
from report.editions.product import Making
from report.editions.prose_markup import line_markup, noted_line, to_markup
from report.editions.rendering import render
from report.editions.sheet_context import Ask, Claim, Masthead, Sourced, SourcedChart
from report.editions.wording import Wording
from report.model.audience import Audience
from report.model.dossier import Recommendation
from report.model.finding import Figure, Finding
from report.press.job import PrintJob


class SheetPlan:
    """Numbers the notes of a short edition in the order of its page."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.notes = NotePlan()
        self._citing: Citing = citing_of(material)

    def text(self, key: str) -> None:
        """Plan the notes of a unit with marks."""
        texts = self.material.texts
        self.notes.add(key, self._citing.calls(texts.units[key], texts, None, last=False))

    def figure(self, figure: Figure) -> None:
        """Plan the note of a figure's source line."""
        self.notes.add(f"source/{figure.id}", [self._citing.of_figures([figure])])

    def measure(self, measure: str) -> None:
        """Plan the note of a chart."""
        figures = self.material.series[measure].points
        self.notes.add(f"chart/{measure}", [self._citing.of_figures(figures)])

    def finding(self, finding: Finding) -> None:
        """Plan the note of a finding in a line."""
        self.notes.add(f"claim/{finding.id}", [self._citing.of_evidence(finding.all_evidence)])

    def call(self, call: Recommendation) -> None:
        """Plan the notes of an ask; words of a call that others made are cited where it ends."""
        key = f"recommendations/{call.id}/text"
        if call.evidence and "[@" not in call.text:
            self.notes.add(key, [self._citing.of_evidence(call.evidence)])
        else:
            self.text(key)

    def set(self) -> Setting:
        """Return the notes made, ready for the page."""
        wording = Wording.of(self.material.texts.lang)
        html, plain = make_notes(self.notes, self.material, wording)
        return Setting(self.material, wording, self.notes, html, plain)


def sheet_job(
    edition: str, material: Material, making: Making, look: Look, setting: Setting, **parts: Any
) -> PrintJob:
    """Return the job of a short edition from its parts: what its template is given, by name."""
    head = setting.masthead()
    dressed = look.with_theme(material.dossier.theme)
    return PrintJob(
        name=f"{material.dossier.id}-{edition}.{head.lang}.pdf",
        html=render(f"{edition}/{edition}.html.j2", head.lang, dressed, head=head, **parts),
        css=dressed.css(draft=head.draft, trusted=bool(head.trusted_notice)),
        metadata=metadata_of(material, making.made_on),
        notes=setting.plain,
        resources=resources_of(material),
        attachments=making.attachments,
        conformance=making.conformance,
    )


@dataclass(frozen=True)
class Setting:
    """Makes the parts of a short edition, with the notes that were planned."""

    material: Material
    wording: Wording
    plan: NotePlan
    html: Mapping[int, Markup]
    plain: Mapping[int, str]

    def text(self, key: str) -> Markup:
        """Return a unit of prose."""
        inlines = self.material.texts.paragraph(key).inlines
        return to_markup(inlines, self.wording.lang, self.plan.calls.get(key, ()), self.html)

    def figure(self, figure: Figure) -> Sourced:
        """Return a figure with who said it, as of when, and its note."""
        made = point(figure, self.material, self.wording, {})
        line = made.source
        if made.as_of:
            line = self.wording.say(
                "%(source)s, as of %(date)s", source=made.source, date=made.as_of
            )
        return Sourced(made, self._noted(line, f"source/{figure.id}"))

    def chart(self, measure: str) -> SourcedChart:
        """Return the chart of a measure."""
        drawn = charts([measure], 1, self.material, self.wording, {})[0]
        key = f"chart/{measure}"
        if self.wording.language.data.note_after == "stop":
            return SourcedChart(drawn, self._noted(f"{drawn.title}.", key))
        return SourcedChart(drawn, self._noted(drawn.title, key) + ".")

    def claim(self, finding: Finding, number: int) -> Claim:
        """Return a finding in a line."""
        texts, key = self.material.texts, f"findings/{finding.id}"
        return Claim(
            number=str(number),
            html=self._noted(texts.line(f"{key}/heading"), f"claim/{finding.id}"),
            standing=finding.standing,
            established_by=texts.line(f"{key}/established_by"),
            rights=rights_of(finding, self.wording.lang),
            paragraphs=self._paragraphs([str(finding.id)]),
        )

    def ask(self, call: Recommendation) -> Ask:
        """Return a recommendation under its number in the brief."""
        texts = self.material.texts
        number = self.material.dossier.recommendations.index(call) + 1
        return Ask(
            number=f"R{number}",
            addressee=texts.name("addressees", call.to),
            html=self.text(f"recommendations/{call.id}/text"),
            made_by=texts.name("speakers", call.by),
            paragraphs=self._paragraphs(call.rests_on),
        )

    def masthead(self) -> Masthead:
        """Return what the edition says of itself."""
        dossier, texts = self.material.dossier, self.material.texts
        title = texts.line("title")
        reviewed = texts.reviewed(texts.keys_of("brief"))
        return Masthead(
            lang=texts.lang,
            title=title,
            short_title=texts.line("short_title") or title,
            occasion=occasion(self.material),
            date=self.wording.date(dossier.date),
            brief_name=self._brief_name(),
            organisation=organisation(self.material),
            text_notice="" if reviewed else self.wording.say(UNREVIEWED),
            draft=self.material.faults is not None,
            trusted_notice=trusted_notice(self.material, self.wording),
            unfounded_notice=unfounded_notice(self.material, self.wording),
            web=str(dossier.web),
        )

    def _brief_name(self) -> str:
        """Return the name of the brief that goes with it: for the same hands, as whole or draft."""
        trusted = ".trusted" if self.material.audience is Audience.TRUSTED else ""
        draft = ".draft" if self.material.faults is not None else ""
        own = self.material.dossier.id
        return f"{own}-brief.{self.material.texts.lang}{trusted}{draft}.pdf"

    def _noted(self, words: str, key: str) -> Markup:
        number = self.plan.calls[key][0]
        lang = self.wording.lang
        if not number:
            return line_markup(words, lang)
        return noted_line(words, lang, number, self.html[number])

    def _paragraphs(self, ids: Iterable[str]) -> tuple[str, ...]:
        links = paragraph_links(self.material, self.wording)
        found = {link for name in ids for link in links.get(str(name), ())}
        return tuple(
            link.label for link in sorted(found, key=lambda link: int(link.anchor.lstrip("p")))
        )


def chosen_calls(material: Material, named: Sequence[str]) -> list[Recommendation]:
    """Return the recommendations of these ids, in their order."""
    by_id = {str(call.id): call for call in material.dossier.recommendations}
    return [by_id[str(name)] for name in named if str(name) in by_id]
