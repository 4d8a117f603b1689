"""Material → the context of a brief: what stands on each page, in the order of the pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from report.editions import context, pull_quotes
from report.editions.citing import NotePlan
from report.editions.context import Brief, Link, Paragraph
from report.editions.front import (
    corrections,
    cover_chart,
    cover_key,
    imprint,
    occasion,
    organisation,
    summaries,
    trusted_notice,
)
from report.editions.interface import UNREVIEWED
from report.editions.locating import map_of, section_of_map
from report.editions.material import Material
from report.editions.numbering import citing_of, make_notes, paragraph_links
from report.editions.points import charts, document_links, point, rights_of
from report.editions.prose_markup import heading_markup, line_markup, to_markup
from report.editions.register import documents
from report.editions.wording import Wording
from report.model.dates import PartialDate
from report.model.finding import Finding


@dataclass(frozen=True)
class Composed:
    """A brief with the plain text of each of its notes, by number: what the press must find."""

    brief: Brief
    notes: Mapping[int, str]


def compose(material: Material) -> Composed:
    """Return the brief in the language of `material.texts`."""
    wording = Wording.of(material.texts.lang)
    plan = _plan(material)
    html, plain = make_notes(plan, material, wording)
    links = paragraph_links(material, wording)
    composer = _Composer(material, wording, plan, html, links)
    return Composed(composer.brief(), plain)


def _plan(material: Material) -> NotePlan:
    """Number the notes of the brief in the order of its pages."""
    dossier, texts = material.dossier, material.texts
    citing, plan = citing_of(material), NotePlan()

    def add(key: str, scope: Finding | None = None, *, last: bool = False) -> None:
        plan.add(key, citing.calls(texts.units[key], texts, scope, last=last))

    for key in texts.numbered("key_messages"):
        add(key)
    for number, section in enumerate(dossier.sections, 1):
        for key in texts.numbered(f"sections/{number}/text"):
            add(key)
        for key, quote in pull_quotes.of_section(dossier, number):
            pull_quotes.plan_note(key, quote, plan, citing)
        for finding in (dossier.finding_by_id[name] for name in section.findings):
            keys = texts.numbered(f"findings/{finding.id}/statement")
            bare = "[@" not in finding.statement
            for key in keys:
                add(key, finding, last=bare and key == keys[-1])
            for key, quote in pull_quotes.of_section(dossier, number, finding.id):
                pull_quotes.plan_note(key, quote, plan, citing)
    for key in texts.numbered("timeline"):
        add(key)
    for call in dossier.recommendations:
        add(f"recommendations/{call.id}/text")
    for key in texts.numbered("method"):
        add(key)
    return plan


@dataclass
class _Composer:
    """Makes the parts of the brief in order; counts paragraphs, findings and charts through it."""

    material: Material
    wording: Wording
    plan: NotePlan
    notes: Mapping[int, Markup]
    links: Mapping[str, tuple[Link, ...]]
    paragraphs: int = 0
    findings: int = 0
    charts: int = 0

    def brief(self) -> Brief:
        """Compose everything."""
        dossier, texts = self.material.dossier, self.material.texts
        key_messages = tuple(self._html(key) for key in texts.numbered("key_messages"))
        figures = [dossier.figure_by_id[name] for name in dossier.key_figures]
        filled = (n for n, section in enumerate(dossier.sections, 1) if section.filled)
        sections = tuple(self._section(n, str(at)) for at, n in enumerate(filled, 1))
        cover = cover_chart(sections)
        return Brief(
            lang=texts.lang,
            title=texts.line("title"),
            subtitle=texts.line("subtitle"),
            short_title=texts.line("short_title") or texts.line("title"),
            date=self.wording.date(dossier.date),
            iso_date=dossier.date.first_day.isoformat(),
            identifier=str(dossier.id),
            occasion=occasion(self.material),
            organisation=organisation(self.material),
            cover=cover,
            cover_key=cover_key(cover, self.material, self.wording),
            key_messages_html=key_messages,
            key_figures=tuple(
                point(figure, self.material, self.wording, self.links) for figure in figures
            ),
            sections=sections,
            timeline=tuple(self._timeline()),
            findings=tuple(self._row(finding) for s in sections for finding in s.findings),
            recommendations=tuple(self._addressees()),
            summaries=summaries(self.material),
            method=tuple(self._paragraph(key) for key in texts.numbered("method")),
            documents=documents(self.material, self.wording, self.links),
            imprint=imprint(self.material, self.wording),
            text_notice=self._notice(),
            trusted_notice=trusted_notice(self.material, self.wording),
            draft=self._draft(),
            version=str(dossier.version),
            corrections=corrections(self.material, self.wording),
        )

    def _html(self, key: str) -> Markup:
        inlines = self.material.texts.paragraph(key).inlines
        return to_markup(inlines, self.wording.lang, self.plan.calls.get(key, ()), self.notes)

    def _paragraph(self, key: str) -> Paragraph:
        self.paragraphs += 1
        number = self.paragraphs
        return Paragraph(self.wording.number(number), f"p{number}", self._html(key))

    def _section(self, number: int, printed: str) -> context.Section:
        dossier, texts = self.material.dossier, self.material.texts
        section, key = dossier.sections[number - 1], f"sections/{number}"
        paragraphs = tuple(self._paragraph(one) for one in texts.numbered(f"{key}/text"))
        findings = tuple(
            self._finding(dossier.finding_by_id[name], number) for name in section.findings
        )
        located = self._map(number)
        drawn = charts(section.charts, self.charts + 1, self.material, self.wording, self.links)
        self.charts += len(drawn)
        return context.Section(
            number=printed,
            anchor=f"section-{printed}",
            heading=texts.line(f"{key}/heading"),
            paragraphs=paragraphs,
            findings=findings,
            charts=drawn,
            map=located,
            pull_quotes=self._pull_quotes(number),
        )

    def _map(self, section: int) -> context.Map | None:
        if section != section_of_map(self.material.dossier):
            return None
        self.charts += 1
        return map_of(self.material, self.wording, self.charts)

    def _pull_quotes(self, section: int, after: str = "") -> tuple[context.PullQuote, ...]:
        found = pull_quotes.of_section(self.material.dossier, section, after)
        return tuple(
            pull_quotes.set_quote(
                key, quote, self.material, self.wording, (self.plan.number(key), self.notes)
            )
            for key, quote in found
        )

    def _finding(self, finding: Finding, section: int) -> context.Finding:
        self.findings += 1
        texts, key = self.material.texts, f"findings/{finding.id}"
        places = [texts.name("places", place) for place in finding.where]
        return context.Finding(
            number=str(self.findings),
            anchor=f"finding-{finding.id}",
            heading_html=heading_markup(texts.line(f"{key}/heading"), self.wording.lang),
            standing=finding.standing,
            paragraphs=tuple(self._paragraph(one) for one in texts.numbered(f"{key}/statement")),
            rights=rights_of(finding, self.wording.lang),
            when=self.wording.date(finding.when),
            where=self.wording.listed(places),
            established_by=texts.line(f"{key}/established_by"),
            documents=document_links(self.material, (e.document_id for e in finding.all_evidence)),
            pull_quotes=self._pull_quotes(section, str(finding.id)),
        )

    def _row(self, finding: context.Finding) -> context.FindingRow:
        name = finding.anchor.removeprefix("finding-")
        return context.FindingRow(
            number=finding.number,
            anchor=finding.anchor,
            heading_html=line_markup(
                self.material.texts.line(f"findings/{name}/heading"), self.wording.lang
            ),
            standing=finding.standing,
            rights=finding.rights,
            paragraphs=self.links[name],
            documents=finding.documents,
        )

    def _timeline(self) -> Iterator[context.Event]:
        for number, entry in enumerate(self.material.dossier.timeline, 1):
            yield context.Event(
                when=self.wording.date(entry.when),
                order=entry.when.sort_key,
                html=self._html(f"timeline/{number}"),
                inferred=entry.inferred,
                month=self._month(entry.when.sort_key),
            )

    def _month(self, order: tuple[int, int, int]) -> str:
        return self.wording.date(PartialDate(order[0], order[1])) if order[1] else ""

    def _addressees(self) -> Iterator[context.Addressee]:
        """Group the recommendations by addressee, in the order in which each is first named."""
        groups: dict[str, list[context.Recommendation]] = {}
        texts = self.material.texts
        for number, call in enumerate(self.material.dossier.recommendations, 1):
            rests_on = [link for name in call.rests_on for link in self.links[str(name)]]
            rests_on.sort(key=lambda link: int(link.anchor.removeprefix("p")))
            groups.setdefault(str(call.to), []).append(
                context.Recommendation(
                    number=f"R{number}",
                    anchor=f"recommendation-{call.id}",
                    html=self._html(f"recommendations/{call.id}/text"),
                    made_by=texts.name("speakers", call.by),
                    previous=texts.line(f"recommendations/{call.id}/previous"),
                    rests_on=tuple(rests_on),
                )
            )
        for name, calls in groups.items():
            yield context.Addressee(texts.name("addressees", name), tuple(calls))

    def _notice(self) -> str:
        texts = self.material.texts
        return "" if texts.reviewed(texts.keys_of("brief")) else self.wording.say(UNREVIEWED)

    def _draft(self) -> context.Draft | None:
        if self.material.faults is None:
            return None
        return context.Draft(
            tuple(
                context.Fault(str(p.severity), p.code, str(p.place), p.message, p.hint)
                for p in self.material.faults
            )
        )
