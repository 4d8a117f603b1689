"""The texts of a dossier as units of translation: a stable key and the text as it is printed.

The source of a unit has its figures resolved ("more than 2,000"), so that a changed figure makes
the unit stale; citation marks stay. A text is cut where a blank line stands, one unit a block.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from report.model.dossier import Dossier, Recommendation, Section
from report.model.finding import Figure, Finding
from report.model.place import Place, Text, read_at
from report.model.prose import FIGURE_MARK
from report.translation.language_data import printed_language, read_language_data

PrintFigure = Callable[[Figure], str]

# A name that stands as it is in a language that has no other for it.
ORGANISATION_NAME = "organisation/name"

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_LIST_LINE = re.compile(r"(?:[-+*]|[0-9]{1,9}[.)])[ \t]")


@dataclass(frozen=True)
class Unit:
    """One unit. `written` is the text of the dossier, `source` the same with figures resolved."""

    key: str
    written: str
    source: str
    place: Place


def blocks_of(text: str) -> tuple[str, ...]:
    """Cut a text at its blank lines; the lines of a block are joined unless they make a list."""
    return tuple(_joined(block) for block in _BLANK.split(text.strip()) if block.strip())


def _joined(block: str) -> str:
    lines = [line.strip() for line in block.strip().split("\n")]
    if sum(bool(_LIST_LINE.match(line)) for line in lines) > 1:
        return "\n".join(lines)
    return " ".join(lines)


def resolve_figures(text: str, figures: dict[str, Figure], printed: PrintFigure) -> str:
    """Replace each `{figure-id}` that names a figure by its printed form."""

    def one(match: re.Match[str]) -> str:
        figure = figures.get(match.group(1))
        return printed(figure) if figure else match.group()

    return FIGURE_MARK.sub(one, text)


def units_of(dossier: Dossier, printed: PrintFigure) -> Iterator[Unit]:
    """Yield every unit of the dossier in the order in which a brief prints them."""
    figures = dict(dossier.figure_by_id)
    for key, text in _texts(dossier):
        yield Unit(key, text, resolve_figures(text, figures, printed), read_at(text, dossier.place))


def _texts(dossier: Dossier) -> Iterator[tuple[str, str]]:
    yield from _line("title", dossier.title)
    yield from _line("subtitle", dossier.subtitle)
    yield from _line("short_title", dossier.short_title)
    yield from _line(ORGANISATION_NAME, dossier.organisation.name)
    yield from _line("organisation/note", dossier.organisation.note)
    if dossier.session:
        for part in ("body", "name", "item", "place"):
            yield from _line(f"session/{part}", getattr(dossier.session, part))
    for number, message in enumerate(dossier.key_messages, 1):
        yield from _line(f"key_messages/{number}", message)
    yield from _blocks("summary", dossier.summary)
    for number, section in enumerate(dossier.sections, 1):
        yield from _section(f"sections/{number}", section)
    yield from _pull_quotes(dossier)
    for finding in dossier.findings:
        yield from _finding(finding)
    for measure in dossier.measures:
        yield from _line(f"measures/{measure.id}/label", measure.label)
        yield from _line(f"measures/{measure.id}/unit", measure.unit)
    for number, entry in enumerate(dossier.timeline, 1):
        yield from _line(f"timeline/{number}", entry.text)
    for call in dossier.recommendations:
        yield from _recommendation(call)
    yield from _blocks("method", dossier.method)
    for number, correction in enumerate(dossier.corrections, 1):
        for part in ("text", "was"):
            yield from _line(f"corrections/{number}/{part}", getattr(correction, part))
    yield from _for_the_session(dossier)
    yield from _names(dossier)
    for document in dossier.documents:
        key = f"documents/{document.id}"
        yield from _line(f"{key}/described_title", document.described_title)
        yield from _line(f"{key}/genre", document.genre)
        yield from _line(f"{key}/issued_basis", document.issued_basis)
        yield from _line(f"{key}/note", document.note)


def _line(key: str, text: str) -> Iterator[tuple[str, str]]:
    if text:
        joined = " ".join(text.split())
        yield key, Text(joined, text.place, text.raw) if isinstance(text, Text) else joined


def _blocks(key: str, text: str) -> Iterator[tuple[str, str]]:
    for number, block in enumerate(blocks_of(text), 1):
        part = Text(block, text.place_of(block), text.raw) if isinstance(text, Text) else block
        yield f"{key}/{number}", part


def _section(key: str, section: Section) -> Iterator[tuple[str, str]]:
    yield from _line(f"{key}/heading", section.heading)
    yield from _blocks(f"{key}/text", section.text)


def _pull_quotes(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield the words with their quotation marks: a translation has those of its language."""
    for key, quote in dossier.pull_quotes:
        document = dossier.document_by_id.get(quote.evidence.document_id)
        own = document.language if document and not quote.translation else dossier.language
        said = quote.translation or quote.evidence.quote
        words = _in_marks(" ".join(said.split()), printed_language(own, dossier.language))
        placed = Text(words, said.place, said.raw) if isinstance(said, Text) else words
        yield from _line(f"{key}/quote", placed)
        yield from _line(f"{key}/note", quote.evidence.note)


def _in_marks(words: str, lang: str) -> str:
    opening, closing = read_language_data(lang).quotes[0]
    return f"{opening}{words}{closing}"


def _finding(finding: Finding) -> Iterator[tuple[str, str]]:
    key = f"findings/{finding.id}"
    yield from _line(f"{key}/heading", finding.heading)
    yield from _blocks(f"{key}/statement", finding.statement)
    yield from _line(f"{key}/established_by", finding.established_by)
    for number, evidence in enumerate(finding.evidence, 1):
        yield from _line(f"{key}/evidence/{number}/note", evidence.note)
    for figure in finding.figures:
        for part in ("counts", "note"):
            yield from _line(f"figures/{figure.id}/{part}", getattr(figure, part))
        for number, evidence in enumerate(figure.evidence, 1):
            yield from _line(f"figures/{figure.id}/evidence/{number}/note", evidence.note)


def _recommendation(call: Recommendation) -> Iterator[tuple[str, str]]:
    key = f"recommendations/{call.id}"
    for part in ("text", "previous"):
        yield from _line(f"{key}/{part}", getattr(call, part))
    for number, evidence in enumerate(call.evidence, 1):
        yield from _line(f"{key}/evidence/{number}/note", evidence.note)


def _for_the_session(dossier: Dossier) -> Iterator[tuple[str, str]]:
    if submission := dossier.submission:
        yield from _line("submission/title", submission.title)
        for number, word in enumerate(submission.keywords, 1):
            yield from _line(f"submission/keywords/{number}", word)
        yield from _blocks("submission/introduction", submission.introduction)
    if statement := dossier.statement:
        yield from _blocks("statement/text", statement.text)


def _names(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Speakers, addressees and places: each name is one unit, however often it stands."""
    calls = dossier.recommendations
    figures = dossier.figure_by_id.values()
    groups = {
        "addressees": [call.to for call in calls],
        "speakers": [
            *(call.by for call in calls),
            *(figure.attributed_to for figure in figures),
            *(one.attributed_to for one in dossier.all_evidence),
        ],
        "places": [
            *(where for finding in dossier.findings for where in finding.where),
            *(figure.where for figure in figures),
        ],
    }
    for group, names in groups.items():
        for name in dict.fromkeys(name for name in names if name):
            yield from _line(name_key(group, name), name)


def name_key(group: str, name: str) -> str:
    """Return the key of a speaker, an addressee or a place: its words as an id."""
    words = re.sub(r"[^a-z0-9]+", "-", " ".join(name.split()).lower()).strip("-")
    digest = hashlib.sha256(" ".join(name.split()).encode()).hexdigest()[:6]
    return f"{group}/{words[:40].rstrip('-')}-{digest}"
