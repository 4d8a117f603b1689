"""Terms that translations must use: in the dossier's language, and how each language says them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report.model.place import Place


@dataclass(frozen=True)
class Rendering:
    """How one language says a term: any of `words`; `forbidden` are words never to be used.

    `verified`: the words were seen in the named source.
    """

    words: tuple[str, ...]
    source: str
    verified: bool
    place: Place
    forbidden: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Term:
    """One term; `also` are other ways in which the dossier's language says it."""

    words: str
    place: Place
    renderings: Mapping[str, Rendering]
    also: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Glossary:
    """All terms, in the order of the file."""

    terms: tuple[Term, ...] = ()

    def in_language(self, lang: str) -> list[tuple[Term, Rendering]]:
        """Return the terms that a language has words for."""
        return [(term, term.renderings[lang]) for term in self.terms if lang in term.renderings]
