"""Inline Markup of our own making -> words with what is said of them, and notes.

The Markup is that of a `PrintJob`: words, `em`, `i`, `strong`, `b`, `a`, spans with `lang`, and the
call of a note, `<span class="fn">` within `<span class="fc">`. Anything else is an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from markupsafe import Markup


@dataclass(frozen=True)
class Words:
    """Words that are set alike. `lang` is empty for the language of the text."""

    text: str
    italic: bool = False
    bold: bool = False
    lang: str = ""
    href: str = ""


@dataclass(frozen=True)
class Note:
    """A note, called where it stands."""

    words: tuple[Words, ...]


Piece = Words | Note


def pieces(html: Markup) -> tuple[Piece, ...]:
    """Return the pieces of one paragraph; ValueError for an element that is not ours."""
    reader = _Reader()
    reader.feed(str(html))
    reader.close()
    return tuple(reader.done)


def text_of(found: tuple[Piece, ...]) -> str:
    """Return the words of a paragraph without its notes."""
    return "".join(piece.text for piece in found if isinstance(piece, Words))


def notes_of(found: tuple[Piece, ...]) -> Iterator[str]:
    """Yield the words of each note."""
    for piece in found:
        if isinstance(piece, Note):
            yield "".join(words.text for words in piece.words)


@dataclass
class _Open:
    """An element that is not closed yet: its name, what it says of words, whether it is a note."""

    name: str
    style: Words
    note: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.done: list[Piece] = []
        self._open: list[_Open] = [_Open("", Words(""))]
        self._note: list[Words] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        style = self._open[-1].style
        if tag == "wbr":
            return
        if tag in ("em", "i"):
            style = replace(style, italic=True)
        elif tag in ("strong", "b"):
            style = replace(style, bold=True)
        elif tag == "a":
            style = replace(style, href=given.get("href", ""))
        elif tag == "span":
            style = replace(style, lang=given.get("lang", style.lang))
        else:
            raise ValueError(f"<{tag}> cannot stand in a Word file")
        note = given.get("class") == "fn"
        if note:
            self._note = []
            style = Words("")
        self._open.append(_Open(tag, style, note))

    def handle_endtag(self, tag: str) -> None:
        closed = self._open.pop()
        if closed.name != tag:
            raise ValueError(f"<{closed.name}> is closed by </{tag}>")
        if closed.note and self._note is not None:
            self.done.append(Note(tuple(self._note)))
            self._note = None

    def handle_data(self, data: str) -> None:
        words = replace(self._open[-1].style, text=data)
        if self._note is None:
            self.done.append(words)
        else:
            self._note.append(words)
