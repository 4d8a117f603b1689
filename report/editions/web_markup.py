"""The HTML of a brief made for paper → the same for a page on the web, in one of its languages.

A note opens in place; words in quotation marks lead to their entry in the register, which shows
the words round them; tables scroll in a box of their own; ids say which language they are of.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree, html

from report.evidence.fold import fold
from report.evidence.marks import find_quoted

Element = html.HtmlElement


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
        self._tables(root)
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
            quote = str(quoted.text_content())
            name = f"evidence-{str(number.text_content()).strip()}"
            item.set("id", name)
            used = {str(a.get("href")).removeprefix("#") for a in item.iter("a")}
            found.append((name, fold(quote).text.strip(), frozenset(used)))
            self._show_context(quoted, self.contexts.get(quote, Context()))
        return found

    def _show_context(self, quoted: Element, context: Context) -> None:
        if not context.before and not context.after:
            return
        words = quoted.text or ""
        mark = etree.SubElement(quoted, "mark")
        mark.text, quoted.text = words, f"{context.before} " if context.before else ""
        mark.tail = f" {context.after}" if context.after else ""
        quoted.set("class", "quoted in-context")

    # Quotations

    def _quotations(
        self, root: Element, entries: Sequence[tuple[str, str, frozenset[str]]]
    ) -> None:
        for paragraph in root.iter("p", "li"):
            anchor = str(paragraph.get("id") or "")
            within = any(e.get("id") in ("register", "documents") for e in paragraph.iterancestors())
            if within or not anchor:
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
            end.drop_tree()

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

    def _tables(self, root: Element) -> None:
        for number, table in enumerate(list(root.iter("table")), 1):
            box = etree.Element("div", {"class": "scroll", "tabindex": "0", "role": "region"})
            box.set("aria-label", f"{self.words.table} {number}")
            parent = table.getparent()
            assert parent is not None
            parent.replace(table, box)
            box.tail, table.tail = table.tail, None
            box.append(table)

    def _names(self, root: Element) -> None:
        for element in root.iter():
            if not isinstance(element.tag, str):
                continue
            for attribute in ("data-t", "data-part", "style"):
                element.attrib.pop(attribute, None)
            if element.get("id"):
                element.set("id", f"{self.lang}-{element.get('id')}")
            href = element.get("href") or ""
            if href.startswith("#") and not href.startswith("#carried-"):
                element.set("href", f"#{self.lang}-{href[1:]}")
            if element.tag == "svg" and element.get("role") == "img":
                for attribute in ("width", "height"):
                    element.attrib.pop(attribute, None)


@dataclass
class _Span:
    """Words in quotation marks within one piece of text of an element."""

    element: Element
    tail: bool
    start: int
    end: int
    words: str

    def link(self, href: str) -> None:
        """Make the words a link; spans of one piece are linked from the last to the first."""
        text = (self.element.tail if self.tail else self.element.text) or ""
        anchor = html.Element("a", {"class": "quote", "href": href})
        anchor.text, anchor.tail = text[self.start : self.end], text[self.end :]
        if self.tail:
            self.element.tail = text[: self.start]
            parent = self.element.getparent()
            assert parent is not None
            parent.insert(parent.index(self.element) + 1, anchor)
        else:
            self.element.text = text[: self.start]
            self.element.insert(0, anchor)


def _quoted(paragraph: Element) -> Iterator[_Span]:
    """Yield the quotations of a paragraph that no mark-up cuts; notes have none of their own."""
    for element, tail, text in _pieces(paragraph):
        for quoted in find_quoted(text).quoted:
            yield _Span(element, tail, quoted.start, quoted.end, quoted.text)


def _pieces(element: Element) -> Iterator[tuple[Element, bool, str]]:
    if element.text:
        yield element, False, element.text
    for child in element:
        if child.get("class") not in ("fn", "no", "support"):
            yield from _pieces(child)
        if child.tail:
            yield child, True, child.tail


def _entry(
    words: str, anchor: str, entries: Sequence[tuple[str, str, frozenset[str]]]
) -> str:
    """Return the entry that holds the words, one that the paragraph uses before any other."""
    wanted = fold(words.removesuffix(",")).text.strip()
    longest = max((part.strip() for part in wanted.replace("[…]", "|").split("|")), key=len)
    holding = [(anchor not in used, name) for name, quote, used in entries if longest in quote]
    return min(holding, default=(True, ""))[1]
