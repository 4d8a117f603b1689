"""Confidential documents → what would show one of them in a finished file, and the search for it.

Looked for are a document's checksum, its title, address and number, and its words: stretches as
long as a line out of its text and of what is quoted of it. Spaces, hyphens, marks and case are
nothing, so a broken line hides nothing. What a document that everybody may read says too shows
nothing. Shorter pieces and translations of its words are not found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from report.documents.store import DocumentText
from report.model.document import Document
from report.model.dossier import Dossier
from report.protection.encodings import views

STRETCH = 60  # letters in a row that are as good as a quotation: some ten words
_FEWEST_WORDS, _FEWEST_LETTERS = 3, 10  # of a title, or of an address or number, that tells
_DIGEST = 16  # digits of a checksum that name a file as well as all of them
_MOST = 8_000_000  # letters of one text that are searched
_NO_LETTERS = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"\[[^\]]*\]")  # omissions and insertions of a quotation


@dataclass(frozen=True)
class Trace:
    """What shows a document: letters in a row, and in an officer's words what they are."""

    document_id: str
    what: str
    letters: str


def _letters(text: str) -> str:
    """Return the bare letters and digits of a text, in small letters."""
    return _NO_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())


class Traces:
    """What would show the confidential documents of a dossier; empty where there are none."""

    def __init__(self, dossier: Dossier, texts: Mapping[str, DocumentText]) -> None:
        self._held = [one for one in dossier.documents if one.confidential]
        self._dossier, self._texts = dossier, texts

    def __bool__(self) -> bool:
        return bool(self._held)

    @property
    def count(self) -> int:
        """How many documents are looked for."""
        return len(self._held)

    def named_in(self, text: str) -> tuple[str, ...]:
        """Return what a text shows, in any code: each document's id with what of it is there."""
        if not self._held or not text:
            return ()
        found: set[tuple[str, str]] = set()
        for one in (text, *views(text)):
            found |= set(self._shown_in(_letters(one[:_MOST])))
        return tuple(f"{name}: {what}" for name, what in sorted(found))

    def _shown_in(self, letters: str) -> Iterator[tuple[str, str]]:
        for trace in self._whole:
            if trace.letters in letters:
                yield trace.document_id, trace.what
        stretches = self._stretches
        if stretches:
            for at in range(len(letters) - STRETCH + 1):
                name = stretches.get(letters[at : at + STRETCH])
                if name is not None:
                    yield name, "its words"

    @cached_property
    def _known(self) -> str:
        """The letters of all that everybody may read: other documents and their records."""
        texts = []
        for document in self._dossier.documents:
            if not document.confidential:
                held = self._texts.get(str(document.id))
                texts += [held.full.text] if held and held.full else []
                texts += [str(one.text) for one in (document.passages or {}).values()]
                texts += [what for _, what in _stated(document)]
        return "|".join(map(_letters, texts))

    @cached_property
    def _whole(self) -> tuple[Trace, ...]:
        """What is looked for as one piece."""
        found = dict.fromkeys(self._pieces())
        return tuple(one for one in found if one.letters not in self._known)

    def _pieces(self) -> Iterator[Trace]:
        for document in self._held:
            name, digest = str(document.id), str(document.custody.sha256)
            if len(digest) >= _DIGEST:
                yield Trace(name, "its checksum", digest[:_DIGEST].casefold())
            for what, text in _stated(document):
                letters = _letters(text)
                telling = what != "its title" or len(text.split()) >= _FEWEST_WORDS
                if telling and len(letters) >= _FEWEST_LETTERS:
                    yield Trace(name, what, letters)

    @cached_property
    def _stretches(self) -> Mapping[str, str]:
        """The stretches of the full texts and passages, one from each word on, and whose."""
        found: dict[str, str] = {}
        for document in self._held:
            held = self._texts.get(str(document.id))
            texts = [held.full.text] if held and held.full else []
            texts += [str(one.text) for one in (document.passages or {}).values()]
            texts += self._quoted(str(document.id))
            for stretch in _stretches_of(part for text in texts for part in text.split("\n\n")):
                found[stretch] = str(document.id)
        known = self._known
        for at in range(len(known) - STRETCH + 1):
            found.pop(known[at : at + STRETCH], None)
        return found

    def _quoted(self, document_id: str) -> list[str]:
        """Return what is quoted of a document, in pieces between omissions and insertions."""
        quotes = [
            str(one.quote)
            for one in self._dossier.all_evidence
            if str(one.document_id) == document_id
        ]
        return [piece for quote in quotes for piece in _BRACKETS.split(quote)]


def _stated(document: Document) -> Iterator[tuple[str, str]]:
    """Yield what a record says of a document that would show it."""
    for what, text in (
        ("its title", document.title),
        ("its title", document.described_title),
        ("its address", document.url),
        ("its number", document.number),
    ):
        if text:
            yield what, str(text)


def _stretches_of(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        words = [_letters(word) for word in text.split()]
        letters, at = "".join(words), 0
        for word in words:
            if len(letters) - at >= STRETCH:
                yield letters[at : at + STRETCH]
            at += len(word)
