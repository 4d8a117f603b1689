"""The glossary of a dossier laid over the shipped legal vocabulary: one list of concepts.

The dossier decides: its words stand before the shipped ones, and a language that it says a term in
is its own. What it does not say, the vocabulary of rights may. Knows no format of files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from report.dossier.vocabulary import Right
from report.model.glossary import Glossary, Term

VOCABULARY_LANG = "en"  # the names of the vocabulary are translations of the English ones


class Status(StrEnum):
    """Whether a word is the one to use, another that is right, or never to be used."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True)
class Wording:
    """One word or phrase for a concept. `verified`: it was seen in the source named."""

    words: str
    status: Status
    source: str = ""
    verified: bool = False


@dataclass(frozen=True)
class Concept:
    """A concept with its wordings by language; `notes` by language, "" for the concept itself."""

    id: str
    origin: str
    wordings: Mapping[str, tuple[Wording, ...]]
    notes: Mapping[str, str]


def term_base(glossary: Glossary, lang: str, rights: Mapping[str, Right]) -> tuple[Concept, ...]:
    """Return all concepts, those of the dossier (in the language `lang`) first."""
    shipped = {
        concept.wordings[VOCABULARY_LANG][0].words.casefold(): concept
        for concept in reversed(list(_shipped(rights.values())))
    }
    taken: set[str] = set()
    own = []
    for number, term in enumerate(glossary.terms, 1):
        concept = _own(f"term-{number}", term, lang)
        beneath = shipped.get(term.words.casefold()) if lang == VOCABULARY_LANG else None
        if beneath is not None:
            taken.add(beneath.id)
            concept = _over(concept, beneath)
        own.append(concept)
    return (*own, *(one for one in _shipped(rights.values()) if one.id not in taken))


def _own(concept_id: str, term: Term, lang: str) -> Concept:
    said = [Wording(term.words, Status.PREFERRED, "dossier", verified=True)]
    said += [Wording(words, Status.ADMITTED, "dossier", verified=True) for words in term.also]
    wordings = {lang: tuple(said)}
    notes = {"": term.note} if term.note else {}
    for other, rendering in term.renderings.items():
        wordings[other] = tuple(
            Wording(
                words,
                Status.ADMITTED if number else Status.PREFERRED,
                rendering.source,
                rendering.verified,
            )
            for number, words in enumerate(rendering.words)
        ) + tuple(Wording(words, Status.FORBIDDEN) for words in rendering.forbidden)
        if rendering.note:
            notes[other] = rendering.note
    return Concept(concept_id, "dossier", wordings, notes)


def _over(own: Concept, beneath: Concept) -> Concept:
    """Fill in the languages that the dossier does not say."""
    return Concept(
        own.id,
        own.origin,
        {**beneath.wordings, **own.wordings},
        own.notes,
    )


def _shipped(rights: Iterable[Right]) -> Iterator[Concept]:
    for right in rights:
        wordings = {
            lang: (
                Wording(
                    words,
                    Status.PREFERRED,
                    right.reference.get(lang, ""),
                    lang not in right.unverified,
                ),
            )
            for lang, words in right.name.items()
        }
        yield Concept(right.id, "vocabulary", wordings, {})
