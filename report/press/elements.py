"""The HTML tree with its way up: what an element is inside of, and in which language.

ElementTree knows children alone. Knows nothing of boxes or of PDF.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

# What these hold is not printed; a title is printed by the PDF's own means.
UNPRINTED = frozenset({"head", "style", "script", "template"})
SVG = "{http://www.w3.org/2000/svg}svg"
_SVG_TITLE = "{http://www.w3.org/2000/svg}title"


class Elements:
    """The elements of a page by their parents."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self._parents = {child: parent for parent in root.iter() for child in parent}

    def parent(self, element: Any) -> Any:
        """Return the parent element; the root's is None."""
        return self._parents.get(element)

    def upwards(self, element: Any) -> Iterator[Any]:
        """Yield the element itself and all it stands in, the root last."""
        while element is not None:
            yield element
            element = self._parents.get(element)

    def link(self, element: Any) -> Any:
        """Return the link that an element stands in, or is; None if there is none."""
        return next((e for e in self.upwards(element) if e.tag == "a" and e.get("href")), None)

    def lang(self, element: Any) -> str:
        """Return the language of an element, by the nearest `lang`."""
        return next((e.get("lang") for e in self.upwards(element) if e.get("lang")), "")

    def changes_lang(self, element: Any) -> bool:
        """Whether an element is in another language than what it stands in."""
        lang = element.get("lang")
        return bool(lang) and lang != self.lang(self.parent(element))

    def is_of_layout(self, element: Any) -> bool:
        """Whether the nearest table, which the element is or stands in, only sets things apart."""
        table = next((e for e in self.upwards(element) if e.tag == "table"), None)
        return table is not None and table.get("role") == "presentation"

    def is_within(self, element: Any, tag: str) -> bool:
        """Whether an element stands in one with `tag`."""
        return any(e.tag == tag for e in self.upwards(self.parent(element)))


def is_decoration(element: Any) -> bool:
    """Whether the page says that an element means nothing: `aria-hidden`, or an empty `alt`."""
    hidden: bool = element.get("aria-hidden") == "true"
    return hidden or (element.tag == "img" and element.get("alt") == "")


def pictures_without_words(element: Any) -> Iterator[Any]:
    """Yield the pictures that mean something and say nothing to those who cannot see them."""
    if is_decoration(element):
        return
    if element.tag in (SVG, "img"):
        if not alternative(element):
            yield element
        return
    for child in element:
        yield from pictures_without_words(child)


def classes_of(element: Any) -> set[str]:
    """Return the classes of an element."""
    return set((element.get("class") or "").split())


def words_of(element: Any) -> str:
    """Return the text of an element, spaces made one."""
    return " ".join("".join(element.itertext()).split())


def alternative(element: Any) -> str:
    """Return what a picture says in words: its title, `alt` or label."""
    title = element.find(_SVG_TITLE)
    words = title.text if title is not None else None
    words = words or element.get("alt") or element.get("aria-label") or ""
    return " ".join(words.split())
