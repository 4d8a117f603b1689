"""The HTML of an edition → `printed.json`: what the edition says, text by text.

Each text of the dossier that stands on the pages is carried as it is printed, with the numbers of
its notes in brackets, and each quotation of its evidence; nothing is carried that is not printed.
With it anybody can hold the pages against the evidence.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree, html

from report import __version__
from report.dossier.prose import parse_prose
from report.editions.material import Material
from report.evidence.marks import find_quoted
from report.model.prose import Run, walk
from report.press.job import Attachment, Relationship

NAME = "printed.json"
FORMAT = 1
_UNPRINTED = frozenset(("head", "script", "style", "svg", "template"))
_INLINE = frozenset(("a", "abbr", "b", "bdi", "em", "i", "span", "strong", "sub", "sup", "wbr"))


def printed_words(
    source: str, edition: str, material: Material, made_on: datetime.date
) -> Attachment:
    """Return what the file of an edition carries of its words; `source` is its HTML."""
    words = _Words()
    words.read(html.document_fromstring(source))
    content = {
        "format": FORMAT,
        "program": f"report {__version__}",
        "dossier": str(material.dossier.id),
        "edition": edition,
        "lang": material.texts.lang,
        "original": not material.texts.translated,
        "date": made_on.isoformat(),
        "texts": list(_texts(words, material)),
        "quotations": list(_quotations(words, material)),
    }
    return Attachment(
        NAME,
        (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode(),
        "What is printed, text by text",
        "application/json",
        Relationship.SUPPLEMENT,
    )


def _texts(words: _Words, material: Material) -> Iterator[Mapping[str, str]]:
    for key in material.texts.units:
        for paragraph in parse_prose(_said(material, key)).paragraphs():
            leaves = walk(paragraph.inlines)
            printed = words.find("".join(leaf.text for leaf in leaves if isinstance(leaf, Run)))
            if printed:
                yield {"key": key, "text": printed}


def _quotations(words: _Words, material: Material) -> Iterator[str]:
    """Yield the evidence that is printed word for word, as a register does."""
    for quote in dict.fromkeys(str(one.quote) for one in material.dossier.all_evidence):
        if words.find(quote):
            yield quote


def _said(material: Material, key: str) -> str:
    """Return the unit in the language of the edition, its marks with it."""
    texts = material.texts
    if texts.catalogue is None:
        return texts.units[key].source
    translation = texts.catalogue.translations.get(key)
    return translation.target if translation else ""


@dataclass
class _Words:
    """The words of a page in reading order; of notes their calls, not their texts."""

    characters: list[str] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    def find(self, wanted: str) -> str:
        """Return the words as they are printed; empty where they are not on the page."""
        letters = "".join(character for character in wanted if character.isalnum())
        at = self._place(letters) if letters else -1
        if at < 0:
            return ""
        start = self.places[at]
        end = last = self.places[at + len(letters) - 1] + 1
        while start > 0 and _is_sign(self.characters[start - 1]):
            start -= 1
        while end < len(self.characters) and _is_sign(self.characters[end]):
            end += 1
        printed = " ".join("".join(self.characters[start:end]).split())
        marks = find_quoted(printed)
        if marks.unbalanced or len(marks.quoted) > len(find_quoted(wanted).quoted):
            # Words that stand first or last in a quotation, or in a name: its marks are not theirs.
            return " ".join("".join(self.characters[self.places[at] : last]).split())
        return printed

    def _place(self, letters: str) -> int:
        """Return where the letters stand as whole words; -1 where they do not."""
        at = self._joined().find(letters)
        while at >= 0:
            before, behind = self.places[at] - 1, self.places[at + len(letters) - 1] + 1
            touching = self.characters[max(before, 0) : before + 1]
            touching += self.characters[behind : behind + 1]
            if not any(character.isalnum() for character in touching):
                return at
            at = self._joined().find(letters, at + 1)
        return -1

    def _joined(self) -> str:
        if len(self.letters) != 1:
            self.letters = ["".join(self.letters)]
        return self.letters[0]

    def read(self, element: etree._Element) -> None:
        """Add an element's words."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNPRINTED:
            return
        if element.get("class") == "fn":
            self._add([f"[{(element.get('id') or '').removeprefix('fn-')}]"], counts=False)
            return
        block = tag not in _INLINE
        if block:
            self._add(["\n"], counts=False)
        self._add(element.text or "")
        for child in element:
            self.read(child)
            self._add(child.tail or "")
        if block:
            self._add(["\n"], counts=False)

    def _add(self, text: Iterable[str], *, counts: bool = True) -> None:
        for character in text:
            if counts and character.isalnum():
                self.letters.append(character)
                self.places.append(len(self.characters))
            self.characters.append(character)


def _is_sign(character: str) -> bool:
    """Whether it belongs to the word that it touches: a mark, a full stop, the call of a note."""
    return not character.isspace() and not character.isalnum()
