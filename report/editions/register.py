"""The documents of a dossier with every quotation taken from them, as the back matter prints it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from report.citations.bibliography import bibliography
from report.citations.reference import Reference, reference
from report.editions.context import Document, Evidence, Link
from report.editions.interface import N_
from report.editions.material import Located, Material
from report.editions.prose_markup import held
from report.editions.wording import Wording
from report.model import document as model
from report.model import finding as found

HELD = N_("Document held by the organisation")
Links = Mapping[str, tuple[Link, ...]]

_KINDS = {
    model.Tier.PRIMARY: N_("Primary source"),
    model.Tier.PRESS: N_("Press"),
    model.Tier.NGO: N_("Non-governmental organization"),
    model.Tier.STATE: N_("State"),
}


def references(material: Material) -> list[Reference]:
    """Return the documents as references, our own words about them in the language printed."""
    texts = material.texts
    return [
        reference(
            document,
            texts.lang,
            described_title(document, material),
            texts.line(f"documents/{document.id}/genre"),
        )
        for document in material.dossier.documents
    ]


def described_title(document: model.Document, material: Material) -> str:
    """Return our own title of a document; of a confidential one nothing else is said."""
    if document.confidential:
        return Wording.of(material.texts.lang).say(HELD)
    return material.texts.line(f"documents/{document.id}/described_title")


def documents(material: Material, wording: Wording, links: Links) -> tuple[Document, ...]:
    """Return the list of documents, each with its part of the register, numbered through."""
    entries = bibliography(material.style, wording.lang, references(material))
    counted = 0
    listed = []
    for number, (document, entry) in enumerate(
        zip(material.dossier.documents, entries, strict=True), 1
    ):
        evidence = tuple(_evidence(document, material, wording, links, counted))
        counted += len(evidence)
        custody = document.custody
        described = described_title(document, material)
        listed.append(
            Document(
                number=f"D{number}",
                anchor=f"document-{document.id}",
                lang=document.language,
                title=described or document.title,
                title_lang=wording.lang if described else document.language,
                reference_html=held(Markup(entry.html), wording.lang),  # noqa: S704  escaped pieces
                sha256=custody.sha256,
                size=wording.number(custody.bytes) if custody.bytes is not None else "",
                in_full=document.id in material.in_full,
                kind=wording.say(_KINDS[document.tier]) if document.tier else "",
                collected=wording.date(custody.collected_on),
                note=material.texts.line(f"documents/{document.id}/note"),
                evidence=evidence,
            )
        )
    return tuple(listed)


def _evidence(
    document: model.Document, material: Material, wording: Wording, links: Links, counted: int
) -> Iterator[Evidence]:
    if document.confidential:
        return
    used: dict[str, list[Link]] = {}
    first: dict[str, tuple[str, found.Evidence]] = {}
    for key, owner, one in _all(material):
        if one.document_id == document.id:
            places = used.setdefault(str(one.quote), [])
            places += [link for link in links.get(owner, ()) if link not in places]
            first.setdefault(str(one.quote), (key, one))
    for number, (quote, (key, one)) in enumerate(first.items(), counted + 1):
        place = material.located.get(one)
        yield Evidence(
            number=f"E{number}",
            quote=quote,
            lang=document.language,
            paragraph=wording.number(place.paragraph) if place else "",
            offsets=_offsets(place, wording),
            verdict=place.verdict if place else "not-found",
            source=material.texts.name("speakers", one.attributed_to),
            wording=one.wording,
            note=material.texts.line(f"{key}/note"),
            used_in=tuple(used[quote]),
        )


def _offsets(place: Located | None, wording: Wording) -> str:
    """Return the place of a quotation; none where it leaves a name out, whose length it tells."""
    if place is None or place.start < 0:
        return ""
    return f"{wording.number(place.start)}–{wording.number(place.end)}"


def _all(material: Material) -> Iterator[tuple[str, str, found.Evidence]]:
    """Yield each evidence with the key of its units and the finding or call that it is of."""
    for finding in material.dossier.findings:
        for number, one in enumerate(finding.evidence, 1):
            yield f"findings/{finding.id}/evidence/{number}", str(finding.id), one
        for figure in finding.figures:
            for number, one in enumerate(figure.evidence, 1):
                yield f"figures/{figure.id}/evidence/{number}", str(finding.id), one
    for call in material.dossier.recommendations:
        for number, one in enumerate(call.evidence, 1):
            yield f"recommendations/{call.id}/evidence/{number}", str(call.id), one
    for key, quote in material.dossier.pull_quotes:
        yield key, quote.after, quote.evidence
