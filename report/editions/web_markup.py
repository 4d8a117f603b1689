"""The HTML of a brief made for paper → the same for a page on the web, in one of its languages.

A note opens in place; words in quotation marks lead to their entry in the register, which shows
the words round them; tables scroll in a box of their own; ids say which language they are of.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree, html

from report.evidence.fold import fold
from report.evidence.marks import find_quoted

Element: TypeAlias = etree._Element

_WIDE_MM = 30.0  # marks within a line are smaller


@dataclass(frozen=True)
class Context:
    """The words of a document round a quotation, as far as they may be shown."""

    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class WebWords:
    """What is said to those who do not see the page, in its language."""

    note: str
    table: str
    drawing: str


@dataclass
class WebMarkup:
    """Turns the HTML of one language; `links` are the entries that quotations led to, in order.

    `contexts` are by quotation as the register prints it. A translation's quotations lead where
    those of the original paragraph led: give `original`.
    """

    lang: str
    words: WebWords
    contexts: Mapping[str, Context]
    original: Mapping[str, Sequence[str]] | None = None
    links: dict[str, list[str]] = field(default_factory=dict)

    def turn(self, source: str) -> str:
        """Return the HTML of the language's part of the page."""
        root = html.fragment_fromstring(source)
        entries = self._register(root)
        self._quotations(root, entries)
        self._notes(root)
        self._wide(root)
        self._names(root)
        root.set("id", self.lang)
        root.set("tabindex", "-1")
        return str(html.tostring(root, encoding="unicode"))

    # The register: each entry has a name, and shows the words round its quotation

    def _register(self, root: Element) -> list[tuple[str, str, frozenset[str]]]:
        """Name the entries; return (name, folded words, paragraphs that use it) of each."""
        found = []
        for item in root.iterfind(".//section[@id='register']/ol/li"):
            quoted, number = item.find("span[@class='quoted']"), item.find("span[@class='no']")
            if quoted is None or number is None:
                continue
            quote = "".join(map(str, quoted.itertext()))
            name = "evidence-" + "".join(map(str, number.itertext())).strip()
            item.set("id", name)
            used = {str(a.get("href")).removeprefix("#") for a in item.iter("a")}
            found.append((name, fold(quote).text.strip(), frozenset(used)))
            self._show_context(quoted, self.contexts.get(quote, Context()))
        return found

    def _show_context(self, quoted: Element, context: Context) -> None:
        if not context.before and not context.after:
            return
        mark = etree.SubElement(quoted, "mark")
        mark.text, quoted.text, mark.tail = quoted.text, context.before, context.after
        quoted.set("class", "quoted in-context")

    # Quotations

    def _quotations(
        self, root: Element, entries: Sequence[tuple[str, str, frozenset[str]]]
    ) -> None:
        for paragraph in root.iter("p", "li"):
            anchor = str(paragraph.get("id") or "")
            outer = {e.get("id") for e in paragraph.iterancestors()}
            if not anchor or outer & {"register", "documents"}:
                continue
            spans = [span for span in _quoted(paragraph) if len(span.words.split()) > 1]
            if self.original is None:
                names = [_entry(span.words, anchor, entries) for span in spans]
                self.links[anchor] = names
            else:
                names = list(self.original.get(anchor, ()))
                if len(names) != len(spans):
                    continue
            for span, name in reversed(list(zip(spans, names, strict=True))):
                if name:
                    span.link(f"#{name}")

    # Notes

    def _notes(self, root: Element) -> None:
        end = root.find(".//section[@data-part='notes']")
        listed = etree.SubElement(end, "ol") if end is not None else None
        for note in list(root.iter("span")):
            if note.get("class") != "fn":
                continue
            number = str(note.get("id")).removeprefix("fn-")
            if listed is not None:
                item = etree.SubElement(listed, "li", value=number)
                item.text = note.text
                item.extend(copy.deepcopy(child) for child in note)
            self._open_in_place(note, number)
        if end is not None and listed is not None and not len(listed):
            _removed(end)

    def _open_in_place(self, note: Element, number: str) -> None:
        note.tag = "details"
        note.set("class", "note")
        body = etree.Element("span", {"class": "note-text"})
        body.text, note.text = note.text, None
        body.extend(list(note))
        call = etree.SubElement(note, "summary")
        etree.SubElement(call, "span", {"class": "unseen"}).text = self.words.note
        call[0].tail = number
        note.append(body)
        for outer in note.iterancestors():
            if outer.tag == "p":  # a paragraph of HTML may not hold what opens
                outer.tag = "div"
                outer.set("role", "paragraph")

    def _wide(self, root: Element) -> None:
        """Let what is wide scroll in a box of its own, which the keyboard reaches too."""
        tables = [one for one in root.iter("table") if "numbers" not in (one.get("class") or "")]
        for number, table in enumerate(tables, 1):
            _boxed(table, f"{self.words.table} {number}")
        drawings = [one for one in root.iter("svg") if _width_mm(one) > _WIDE_MM]
        for number, drawing in enumerate(drawings, 1):
            for attribute in ("width", "height"):  # as wide as there is room
                drawing.attrib.pop(attribute, "")
            _boxed(drawing, f"{self.words.drawing} {number}")

    def _names(self, root: Element) -> None:
        for element in root.iter("*"):
            for attribute in ("data-t", "data-part", "style"):
                element.attrib.pop(attribute, "")
            if element.get("id"):
                element.set("id", f"{self.lang}-{element.get('id')}")
            href = element.get("href") or ""
            if href.startswith("#"):
                element.set("href", f"#{self.lang}-{href[1:]}")


@dataclass(frozen=True)
class _Piece:
    """A piece of text of a paragraph: that of an element, or what stands behind it."""

    element: Element
    tail: bool
    start: int
    text: str

    def link(self, start: int, end: int, href: str) -> None:
        """Make [start, end) of the paragraph a link where it lies in this piece.

        Spans of one piece are linked from the last to the first, so that offsets hold.
        """
        low, high = max(start - self.start, 0), min(end - self.start, len(self.text))
        if low >= high or not self.text[low:high].strip():
            return
        now = (self.element.tail if self.tail else self.element.text) or ""
        anchor = html.Element("a", {"class": "quote", "href": href})
        anchor.text, anchor.tail = now[low:high], now[high:]
        if self.tail:
            self.element.tail = now[:low]
            parent = self.element.getparent()
            assert parent is not None
            parent.insert(parent.index(self.element) + 1, anchor)
        else:
            self.element.text = now[:low]
            self.element.insert(0, anchor)


@dataclass(frozen=True)
class _Span:
    """Words in quotation marks in a paragraph; mark-up may cut them into pieces."""

    words: str
    start: int
    end: int
    pieces: tuple[_Piece, ...]

    def link(self, href: str) -> None:
        for piece in reversed(self.pieces):
            piece.link(self.start, self.end, href)


def _quoted(paragraph: Element) -> Iterator[_Span]:
    """Yield the quotations of a paragraph; its notes are read past."""
    pieces: list[_Piece] = []
    length = 0
    for element, tail, text in _texts(paragraph):
        pieces.append(_Piece(element, tail, length, text))
        length += len(text)
    for quoted in find_quoted("".join(piece.text for piece in pieces)).quoted:
        yield _Span(quoted.text, quoted.start, quoted.end, tuple(pieces))


def _texts(element: Element) -> Iterator[tuple[Element, bool, str]]:
    if element.text:
        yield element, False, element.text
    for child in element:
        if child.get("class") not in ("fn", "no", "support"):
            yield from _texts(child)
        if child.tail:
            yield child, True, child.tail


def _removed(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _width_mm(drawing: Element) -> float:
    return float((drawing.get("width") or "0").removesuffix("mm"))


def _boxed(element: Element, label: str) -> None:
    box = html.Element("div", {"class": "scroll", "tabindex": "0", "role": "region"})
    box.set("aria-label", label)
    parent = element.getparent()
    assert parent is not None
    parent.replace(element, box)
    box.tail, element.tail = element.tail, None
    box.append(element)


def _entry(words: str, anchor: str, entries: Sequence[tuple[str, str, frozenset[str]]]) -> str:
    """Return the entry that holds the words, one that the paragraph uses before any other."""
    wanted = fold(words.removesuffix(",")).text.strip()
    longest = max((part.strip() for part in wanted.replace("[…]", "|").split("|")), key=len)
    holding = [(anchor not in used, name) for name, quote, used in entries if longest in quote]
    return min(holding, default=(True, ""))[1]
