"""A small brief in which every field of the context holds something, for any language."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from report.editions.context import (
    Addressee,
    Brief,
    Chart,
    Checked,
    Document,
    Draft,
    Event,
    Evidence,
    Fault,
    Finding,
    FindingRow,
    Image,
    Imprint,
    Link,
    Map,
    MapPlace,
    Organisation,
    Paragraph,
    Point,
    PullQuote,
    Recommendation,
    Right,
    Section,
    Summary,
    SummaryWords,
)
from report.editions.prose_markup import noted_line
from report.model.finding import Bound, Standing, Wording

DOCUMENTS = (Link("D1", "document-report"),)
PARAGRAPHS = (Link("2", "p2"), Link("3", "p3"))
RIGHTS = (Right("right to life", "ICCPR, art. 6"), Right("peaceful assembly", "ICCPR, art. 21"))

POINTS = (
    Point(
        value="dozens",
        as_of="6 January 2022",
        source="national police",
        counts="people killed",
        bound=Bound.EXACT,
        order=(2022, 1, 6),
        where="Almaty",
        note="The document is undated.",
        paragraphs=PARAGRAPHS,
        documents=DOCUMENTS,
    ),
    Point(
        value="about 150",
        as_of="11 January 2022",
        source="officials",
        counts="people killed",
        bound=Bound.ABOUT,
        order=(2022, 1, 11),
        magnitude=150,
        conflict="A",
        paragraphs=PARAGRAPHS[:1],
        documents=DOCUMENTS,
    ),
    Point(
        value="more than 160",
        as_of="11 January 2022",
        source="reports",
        counts="people killed",
        bound=Bound.MORE_THAN,
        order=(2022, 1, 11),
        magnitude=160,
        conflict="A",
        verified=True,
    ),
    Point(
        value="up to 240",
        as_of="2025",
        source="an organisation",
        counts="people killed",
        bound=Bound.UP_TO,
        order=(2025, 0, 0),
        magnitude=240,
    ),
    Point(
        value="20 to 36",
        as_of="",
        source="a witness",
        counts="people killed",
        bound=Bound.EXACT,
        order=(9999, 0, 0),
        magnitude=36,
        lower=20,
    ),
)

CHART = Chart(
    number="1",
    anchor="chart-deaths",
    title="People reported killed",
    points=POINTS,
    conflicts=("A: for the same date different numbers are given: about 150 and more than 160.",),
)


def sample_brief(lang: str = "en", *, draft: bool = False) -> Brief:
    """Return the sample; its notes are numbered 1 to 3."""
    return Brief(
        lang=lang,
        title="Kazakhstan, January 2022: the case for an inquiry",
        subtitle="Force and detention",
        short_title="Kazakhstan, January 2022",
        date="22 November 2026",
        iso_date="2026-11-22",
        identifier="sample",
        occasion="United Nations Human Rights Council",
        organisation=_organisation(),
        cover=CHART,
        cover_key="Each mark stands for two.",
        key_messages_html=(noted_line("The counts differ.", "en", 1, Markup("Report, para. 3.")),),
        key_figures=POINTS[:3],
        sections=(_section(),),
        timeline=_timeline(),
        findings=(_row(),),
        recommendations=(_addressee(),),
        summaries=tuple(_summary(one) for one in ("en", "ru", "kk")),
        method=(Paragraph("4", "p4", Markup("Read whole.")),),
        documents=(_document(), _confidential()),
        imprint=Imprint(
            Checked("1", "5", "0", "3", "12", "1", "1"),
            "report verify",
            "Report 0.1.0",
            "CC BY 4.0",
        ),
        keywords=("Kazakhstan",),
        text_notice="An unofficial translation.",
        draft=Draft((Fault("error", "not-found", "findings.yaml:1:1", "lost", "look"),))
        if draft
        else None,
    )


def bare_brief() -> Brief:
    """Return the sample without all that is optional."""
    return replace(
        sample_brief(),
        subtitle="",
        short_title="",
        occasion="",
        organisation=Organisation("An office"),
        cover=None,
        key_figures=(),
        sections=(Section("1", "section-1", "Force", (), ()),),
        timeline=(),
        recommendations=(),
        method=(),
        text_notice="",
    )


def _organisation() -> Organisation:
    return Organisation(
        name="An office",
        address="1 Street",
        email="office@example.org",
        url="https://example.org",
        note="A sample.",
        logo=Image("resource:logo.png", "The office's sign", 30),
    )


def _section() -> Section:
    finding = Finding(
        number="1",
        anchor="finding-force",
        heading_html=Markup("Force was <i>reported</i>"),
        standing=Standing.ESTABLISHED,
        established_by="a court",
        paragraphs=(
            Paragraph(
                "2", "p2", noted_line("It was reported.", "en", 2, Markup("Report, <i>ibid</i>."))
            ),
            Paragraph("3", "p3", Markup("It is denied.")),
        ),
        rights=RIGHTS,
        when="January 2022",
        where="Almaty",
        documents=DOCUMENTS,
        pull_quotes=(PullQuote("“All of us.”", "en", Markup("a witness"), "«Все мы.»", "ru"),),
    )
    opening = Paragraph("1", "p1", Markup("The documents describe force."))
    drawn = Map(
        number="2",
        anchor="map",
        title="Places named",
        home="KZ",
        places=(MapPlace("Almaty", 76.9, 43.25, (Link("1", "finding-force"),)),),
        territories={"KZ": "Kazakhstan", "CN": "China"},
        distance="% km",
        alternative="Map: Kazakhstan. Marked: Almaty.",
        sources="GeoNames",
        version="4.1.0",
    )
    section = Section("1", "section-1", "Protest and force", (opening,), (finding,), (CHART,))
    return replace(section, map=drawn)


def _timeline() -> tuple[Event, ...]:
    return (
        Event("2011", (2011, 0, 0), Markup("Violence at Zhanaozen.")),
        Event("6 January 2022", (2022, 1, 6), noted_line("Troops.", "en", 3, Markup("Report."))),
        Event("10 January 2022", (2022, 1, 10), Markup("A statement."), inferred=True),
    )


def _row() -> FindingRow:
    return FindingRow(
        number="1",
        anchor="finding-force",
        heading_html=Markup("Force was reported"),
        standing=Standing.REPORTED,
        rights=RIGHTS,
        paragraphs=(*PARAGRAPHS, Link("4", "p4")),
        documents=DOCUMENTS,
        when="January 2022",
        where="Almaty",
    )


def _addressee() -> Addressee:
    call = Recommendation(
        number="R1",
        anchor="recommendation-inquiry",
        html=Markup("Accept an inquiry."),
        made_by="United Nations experts",
        previous="recommendation 5 of 2019, noted",
        rests_on=PARAGRAPHS,
    )
    return Addressee("Government of Kazakhstan", (call,))


def _summary(lang: str) -> Summary:
    words = SummaryWords(f"Summary-{lang}", f"Language-{lang}", f"Notice-{lang}")
    return Summary(lang, f"Title-{lang}", words, (Markup("What happened."),), lang == "en")


def _document() -> Document:
    evidence = Evidence(
        number="E1",
        quote="dozens were “liquidated”",
        lang="en",
        paragraph="3",
        offsets="10–30",
        verdict="typographic",
        source="national police",
        wording=Wording.FRAGMENT,
        note="The document prints the word so.",
        used_in=PARAGRAPHS,
    )
    return Document(
        number="D1",
        anchor="document-report",
        title="Report",
        reference_html=Markup("A. Author, “Report”, 2022."),
        sha256="0123456789abcdef" * 4,
        size="6,673",
        in_full=True,
        kind="Press",
        collected="22 November 2026",
        note="Undated.",
        evidence=(evidence, replace(evidence, number="E2", verdict="not-found", wording=None)),
    )


def _confidential() -> Document:
    return Document("D2", "document-held", Markup("Document held."), "", "", in_full=False)
