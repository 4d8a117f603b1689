"""Where a value stands in a file, and text that remembers it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file of the dossier: path relative to the dossier, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Text(str):
    """A string read from a file, with the place of its first character.

    `raw` is the source between the scalar's marks; with it `place_of` finds a part of the text
    again in the file, so that a problem points at the very words. Operations on a Text give plain
    strings: only the value as read knows its place.
    """

    __slots__ = ("place", "raw")
    place: Place
    raw: str

    def __new__(cls, value: str, place: Place, raw: str = "") -> Text:
        """Make a text that was read at `place`."""
        text = super().__new__(cls, value)
        text.place = place
        text.raw = raw
        return text

    def __getnewargs__(self) -> tuple[str, Place, str]:  # type: ignore[override]
        """Let a copy in another process know its place too."""
        return str(self), self.place, self.raw

    def place_of(self, part: str, nth: int = 0) -> Place:
        """Return the place of the nth occurrence (from 0) of `part`, or the text's own."""
        offset = -1
        for _ in range(nth + 1):
            offset = self.raw.find(part, offset + 1)
            if offset < 0:
                return self._place_of_first_word(part)
        return self._at(offset)

    def _place_of_first_word(self, part: str) -> Place:
        words = part.split()
        offset = self.raw.find(" ".join(words[:3])) if words else -1
        if offset < 0 and words:
            offset = self.raw.find(words[0])
        return self._at(offset) if offset >= 0 else self.place

    def _at(self, offset: int) -> Place:
        before = self.raw[:offset]
        lines = before.count("\n")
        if not lines:
            return Place(self.place.path, self.place.line, self.place.column + offset)
        return Place(self.place.path, self.place.line + lines, offset - before.rfind("\n"))


def read_at(value: object, otherwise: Place) -> Place:
    """Return the place at which a value was read where it knows it, else `otherwise`."""
    return value.place if isinstance(value, Text) else otherwise


def place_in(text: str, part: str, otherwise: Place) -> Place:
    """Return the place of `part` in `text` where `text` knows its place, else `otherwise`."""
    return text.place_of(part) if isinstance(text, Text) else otherwise
