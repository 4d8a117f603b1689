"""The finished PDF -> proof that each note is in it, in full, and on the page of its call.

Reads the bytes that will be handed out, not what the renderer believed it wrote: the text by
pdfium, the places by the named destinations `fc-N` (call) and `fn-N` (note).
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf
import pypdfium2

from report.model.place import Place
from report.model.problem import Problem, problem

# Spaces and hyphens are not compared: lines break at them, and tools join lines each in their way.
# U+0002 and U+FFFE are what pdfium gives for a hyphen at the end of a line.
_IGNORED = re.compile("[\\s\u00ad\u200b\u2060\u0002\ufffe\u2010\u2011-]+")


def check_notes(pdf: bytes, notes: Mapping[int, str], place: Place) -> Iterator[Problem]:
    """Yield note-lost and note-away for the notes (number -> plain text) of a finished PDF."""
    if not notes:
        return
    pages = _destinations(pdf)
    on_page: dict[int, list[int]] = defaultdict(list)
    for number in sorted(notes):
        call, note = pages.get(f"fc-{number}"), pages.get(f"fn-{number}")
        if call is None or note is None:
            reason = "the note has no place in it" if call else "its call has no place in it"
            yield problem("note-lost", place, number=number, reason=reason)
            continue
        if call != note:
            yield problem("note-away", place, number=number, call_page=call, note_page=note)
        on_page[note].append(number)
    yield from _check_texts(pdf, on_page, notes, place)


def folded(text: str) -> str:
    """Return `text` without what does not count: spaces, hyphens, invisible characters."""
    return _IGNORED.sub("", text)


def _destinations(pdf: bytes) -> dict[str, int]:
    """Return the page, from 1, of each named destination."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        numbers = {page.obj.objgen: index for index, page in enumerate(opened.pages, start=1)}
        names = opened.Root.get("/Names")
        if names is None or "/Dests" not in names:
            return {}
        tree = pikepdf.NameTree(names.Dests)
        return {str(name): numbers[_page_of(target)] for name, target in tree.items()}


def _page_of(target: Any) -> tuple[int, int]:
    destination = target.D if isinstance(target, pikepdf.Dictionary) else target
    objgen: tuple[int, int] = destination[0].objgen
    return objgen


def _check_texts(
    pdf: bytes, on_page: Mapping[int, list[int]], notes: Mapping[int, str], place: Place
) -> Iterator[Problem]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page, numbers in sorted(on_page.items()):
            text = _text_of(document[page - 1])
            for number in _not_found(text, numbers, notes):
                reason = f"page {page} has not all of its words"
                yield problem("note-lost", place, number=number, reason=reason)
    finally:
        document.close()


def _text_of(page: Any) -> str:
    reader = page.get_textpage()
    try:
        return folded(reader.get_text_range())
    finally:
        reader.close()
        page.close()


def _not_found(text: str, numbers: list[int], notes: Mapping[int, str]) -> Iterator[int]:
    """Yield the notes that `text` lacks.

    The notes stand at the end of a page in their order: looked for from the end backwards, each
    before the one found last, two notes with the same words are never found in one place.
    """
    end = len(text)
    for number in reversed(numbers):
        wanted = folded(notes[number])
        found = text.rfind(wanted, 0, end)
        if found < 0 or not text[:found].rstrip(".)]").endswith(str(number)):
            yield number
        else:
            end = found
