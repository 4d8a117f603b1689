"""Pull quotes → what the page prints: the words in quotation marks, who said them, when, the note.

The words are the document's own wherever its language is the edition's; else they are a
translation, printed as one with the document's words beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from report.editions import context
from report.editions.citing import Citing, NotePlan
from report.editions.material import Material
from report.editions.prose_markup import noted_line
from report.editions.wording import Wording
from report.model.document import Document
from report.model.dossier import Dossier, PullQuote
from report.translation.language_data import printed_language
from report.translation.locales import load_language
from report.translation.typography import bind_spaces


def of_section(dossier: Dossier, number: int, after: str = "") -> Iterator[tuple[str, PullQuote]]:
    """Yield the pull quotes of a section that stand behind a finding, or before all of them."""
    for key, quote in dossier.pull_quotes:
        if key.startswith(f"sections/{number}/") and quote.after == after:
            yield key, quote


def plan_note(key: str, quote: PullQuote, plan: NotePlan, citing: Citing) -> None:
    """Number the note that says where the words stand."""
    plan.add(key, [citing.of_evidence([quote.evidence])])


def set_quote(
    key: str,
    quote: PullQuote,
    material: Material,
    wording: Wording,
    note: tuple[int, Mapping[int, Markup]],
) -> context.PullQuote:
    """Return a pull quote in the language of the edition; `note` is its number and all notes."""
    document = material.dossier.document_by_id[quote.evidence.document_id]
    number, notes = note
    own = str(document.language)
    translated = wording.lang != own and bool(material.texts.translated or quote.translation)
    printed = load_language(printed_language(own, wording.lang))
    verbatim = bind_spaces(printed.quote(" ".join(quote.evidence.quote.split())), printed.lang)
    return context.PullQuote(
        words=material.texts.line(f"{key}/quote") if translated else verbatim,
        lang=wording.lang if translated else own,
        source_html=noted_line(
            _source(quote, document, material, wording), wording.lang, number, notes[number]
        ),
        original=verbatim if translated else "",
        original_lang=own if translated else "",
    )


def _source(quote: PullQuote, document: Document, material: Material, wording: Wording) -> str:
    """Say who said it and when; a date that was inferred for the document says so."""
    speaker = material.texts.name("speakers", quote.evidence.attributed_to)
    date = wording.date(quote.when or document.issued)
    if not date:
        return speaker
    if quote.when is None and document.issued_basis.startswith("inferred"):
        return wording.say("%(speaker)s, %(date)s (inferred)", speaker=speaker, date=date)
    return wording.say("%(speaker)s, %(date)s", speaker=speaker, date=date)
