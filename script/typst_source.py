"""Turns the brief's HTML into Typst's own markup, so that Typst can set the same words.

For measurements alone: headings, paragraphs, lists, tables, notes at the foot, links and drawings
are kept; the look of the page is plain.
"""

from __future__ import annotations

import json
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

Element = lxml_html.HtmlElement

_HEAD = """#set document(title: {title})
#set page(paper: "a4", margin: (x: 25mm, y: 25mm), numbering: "1")
#set text(font: {family}, size: 10pt, lang: "en", hyphenate: true)
#set par(justify: true)
#set heading(numbering: none)
"""
_WRAPPED = {"em": "emph", "i": "emph", "strong": "strong", "b": "strong"}
_SVG = "{http://www.w3.org/2000/svg}svg"


def typst_source(html: str, folder: Path, family: str) -> str:
    """Return the page as Typst's markup; its drawings are written into `folder`."""
    page = lxml_html.document_fromstring(html)
    title = page.findtext(".//title") or ""
    made = _Markup(folder, {one.get("id") for one in page.iter() if one.get("id")})
    head = _HEAD.format(title=json.dumps(title), family=json.dumps(family))
    return head + made.of(page.find("body"))


class _Markup:
    """One page on its way: the ids that links may lead to, and the drawings so far."""

    def __init__(self, folder: Path, ids: set[str]) -> None:
        self.folder = folder
        self.ids = ids
        self.drawings = 0

    def of(self, element: Element) -> str:
        """Return an element with all that stands in it."""
        if element.tag in ("svg", _SVG):
            return self._drawing(element)
        make = getattr(self, f"_{element.tag}", None)
        if make is not None:
            text = make(element)
        elif element.tag in _WRAPPED:
            text = f"#{_WRAPPED[element.tag]}[{self._inside(element)}]"
        elif "fn" in element.get("class", "").split():
            text = f"#footnote[{self._inside(element)}]"
        else:
            text = self._inside(element)
        name = element.get("id")
        return f"{text}#metadata(none)#label({json.dumps(name)})" if name else text

    def _inside(self, element: Element) -> str:
        parts = [_text(element.text)]
        for child in element:
            if isinstance(child.tag, str):
                parts.append(self.of(child))
            parts.append(_text(child.tail))
        return "".join(parts)

    def _drawing(self, element: Element) -> str:
        self.drawings += 1
        path = self.folder / f"drawing-{self.drawings}.svg"
        path.write_bytes(etree.tostring(element, with_tail=False))
        width = element.get("width", "10pt")
        alt = "".join(element.itertext()).strip() or "drawing"
        return f"#box(image({json.dumps(path.name)}, width: {width}, alt: {json.dumps(alt)}))"

    def _p(self, element: Element) -> str:
        return f"\n\n{self._inside(element)}\n\n"

    _div = _section = _blockquote = _figcaption = _caption = _p

    def _heading(self, element: Element) -> str:
        return f"\n\n#heading(level: {element.tag[1]})[{self._inside(element)}]\n\n"

    _h1 = _h2 = _h3 = _heading

    def _ol(self, element: Element) -> str:
        items = ", ".join(f"[{self.of(item)}]" for item in element.findall("li"))
        return f"\n#list({items})\n" if items else ""

    _ul = _ol

    def _a(self, element: Element) -> str:
        target = element.get("href", "")
        inside = self._inside(element)
        if target.startswith("#"):
            if target[1:] not in self.ids:
                return inside
            return f"#link(label({json.dumps(target[1:])}))[{inside}]"
        return f"#link({json.dumps(target)})[{inside}]"

    def _br(self, _element: Element) -> str:
        return "#linebreak()"

    def _table(self, element: Element) -> str:
        caption = element.find("caption")
        before = self._p(caption) if caption is not None else ""
        head = element.findall("thead/tr")
        body = element.findall("tbody/tr")
        columns = max(sum(int(c.get("colspan", 1)) for c in row) for row in head + body)
        cells = [f"table.header({', '.join(self._cells(row))})" for row in head]
        cells += [cell for row in body for cell in self._cells(row)]
        return f"{before}\n#table(columns: {columns}, stroke: none, {', '.join(cells)})\n"

    def _cells(self, row: Element) -> list[str]:
        return [
            f"table.cell(colspan: {cell.get('colspan', 1)})[{self._inside(cell)}]" for cell in row
        ]


def _text(text: str | None) -> str:
    """Return words as a string of Typst's, in which nothing is read as markup."""
    words = " ".join((text or "").split(" ")).replace("\n", " ")
    return f"#{json.dumps(words, ensure_ascii=False)};" if words.strip() else words
