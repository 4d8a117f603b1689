"""A checked dossier → the files of a build, in memory: editions, evidence, references."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from report.citations.gate import style_of
from report.citations.reference import csl_json
from report.commands.asking import offer
from report.commands.chain import Checked, World
from report.commands.evidence_file import evidence_json
from report.commands.manifest import FINAL, Variant
from report.commands.noticing import refuse_without_notice
from report.editions.logo import read_logo
from report.editions.material import Counts, Located, Material
from report.editions.product import Making
from report.editions.products import EDITIONS
from report.editions.register import references
from report.editions.texts import Texts
from report.evidence.surroundings import surroundings
from report.evidence.verdict import Verdict
from report.model.audience import Audience
from report.model.problem import Problem
from report.press.job import Attachment, Conformance, Relationship
from report.translation.language_data import available_languages

EVIDENCE, REFERENCES = "evidence.json", "references.json"


@dataclass(frozen=True)
class Output:
    """One finished file; `pages` is None where its type has none of its own."""

    path: str
    edition: str
    lang: str
    data: bytes
    pages: int | None
    variant: Variant = FINAL
    length: Mapping[str, object] = field(default_factory=dict)
    conformance: Conformance | None = None

    @property
    def sha256(self) -> str:
        """SHA-256 of the bytes."""
        return hashlib.sha256(self.data).hexdigest()

    def entry(self) -> dict[str, Any]:
        """Return its entry in the manifest and in `--json`."""
        return {
            "path": self.path,
            "edition": self.edition,
            "lang": self.lang,
            "sha256": self.sha256,
            "pages": self.pages,
            **({"length": dict(self.length)} if self.length else {}),
            **({"conformance": str(self.conformance)} if self.conformance else {}),
            **self.variant.marks,
        }


def material_of(
    checked: Checked, world: World, lang: str, faults: tuple[Problem, ...] | None
) -> Material:
    """Return the material of the editions in one language."""
    dossier, register = checked.dossier, checked.register
    located = {
        one.evidence: Located(
            one.verdict.paragraph,
            one.verdict.start,
            one.verdict.end,
            one.verdict.kind.value,
            *_surroundings(checked, world, one.verdict),
        )
        for one in register.quotations
        if one.evidence is not None and one.accepted and one.verdict.paragraph
    }
    counts = register.counts
    return Material(
        dossier=dossier,
        texts=_texts(checked, lang, faults is not None),
        summaries=tuple(
            _texts(checked, str(one), faults is not None) for one in dossier.summary_languages
        ),
        located=located,
        series={series.measure: series for series in register.series},
        in_full=frozenset(register.in_full),
        style=style_of(dossier, world.folder),
        counts=Counts(
            quotations=counts.quotations,
            figures=counts.figures,
            numbers=counts.numbers,
            citations=counts.citations,
            translations=checked.translations.checked,
            documents_full=len(register.in_full),
            documents_passages=len(register.by_passage),
        ),
        faults=faults,
        logo=read_logo(dossier, world.folder),
        audience=world.audience,
    )


def _surroundings(checked: Checked, world: World, verdict: Verdict) -> tuple[str, str]:
    """Return the words round a quotation where its document was held in full, names left out.

    Of a quotation that leaves words out its place is not told, and so neither what stands round it.
    """
    held = checked.texts.get(verdict.document_id)
    if held is None or held.full is None or not verdict.spans:
        return "", ""
    full = held.full
    before, after = surroundings(full.text, full.paragraphs, verdict.start, verdict.end)
    return world.guard.omitted(before), world.guard.omitted(after)


def _texts(checked: Checked, lang: str, draft: bool) -> Texts:
    own = lang == checked.dossier.language
    catalogue = None if own else checked.translations.catalogues[lang]
    return Texts(lang, checked.translations.units, catalogue, draft)


def attachments_of(checked: Checked, material: Material) -> tuple[Attachment, ...]:
    """Return what every PDF carries: the evidence, and the references as CSL-JSON."""
    return (
        Attachment(
            EVIDENCE,
            evidence_json(checked).encode(),
            "Findings, figures and quotations with their places in the documents",
            "application/json",
            Relationship.DATA,
        ),
        Attachment(
            REFERENCES,
            csl_json(references(material)).encode(),
            "The documents as CSL-JSON",
            "application/json",
            Relationship.SOURCE,
        ),
    )


def make_edition(
    edition: str, material: Material, making: Making
) -> tuple[tuple[Output, ...], tuple[Problem, ...]]:
    """Make one edition in one language; Stop(3) where it cannot be made."""
    finished = EDITIONS[edition].make(material, making)
    refuse_without_notice(material, ((one.name, one.data) for one in finished.files))
    variant = Variant(material.faults is not None, material.audience is Audience.TRUSTED)
    lang = material.texts.lang
    outputs = tuple(
        Output(
            variant.file_name(one.name),
            edition,
            lang,
            one.data,
            one.pages,
            variant,
            one.length,
            one.conformance,
        )
        for one in finished.files
    )
    return outputs, finished.problems


def inputs_of(checked: Checked) -> dict[str, Any]:
    """Return what the manifest says of the dossier: its id, its documents, what was checked."""
    return {
        "dossier": str(checked.dossier.id),
        "version": str(checked.dossier.version),
        "language": str(checked.dossier.language),
        "editions": offer(checked.dossier, available_languages()),
        "documents": [
            {
                "id": document.id,
                **({} if document.confidential else {"sha256": str(document.custody.sha256)}),
                "checked": "full" if document.id in checked.register.in_full else "passages",
            }
            for document in checked.dossier.documents
        ],
        "checked": checked.counts(),
    }
