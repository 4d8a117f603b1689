"""Streams of content → the text that they show, run joined to run, through each font's own code.

Reads pages, forms, patterns, glyphs that are drawn and the looks of annotations alike. A font that
does not say what its codes mean is told as unread where words are set in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from report.press.font_codes import FontCode, code_of
from report.press.pdf_objects import unpacks_to_much
from report.protection.pieces import Part, Piece, Unread

_SHOWING = frozenset(("Tj", "TJ", "'", '"'))
_GAP = -180  # thousandths of the letter size: what is wider than that parts words
_MOST_OPERATORS = 3_000_000


class Shown:
    """What the content of a PDF shows."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._codes: dict[tuple[int, int], FontCode] = {}

    def parts(self) -> Iterator[Part]:
        """Yield the text of each stream of content, joined in two ways, and what is unread."""
        unread = False
        for kind, stream, resources in self._streams():
            if any(map(unpacks_to_much, _streams_of(stream))):
                continue  # told where each object is read
            run = self._run(stream, resources)
            if run is None:
                yield Unread(f"{kind} that cannot be read")
                continue
            unread = unread or run.unread
            yield Piece(kind, "".join(run.joined))
            yield Piece(kind, "".join(run.spaced))
            yield Piece("text alternative", " ".join(run.said))
        if unread:
            yield Unread("text in a font without a table of its letters")

    def pages(self) -> Iterator[str]:
        """Yield the text of each page in the order in which it was drawn, run joined to run.

        Readers that put text in order by its place on the page mix the columns of a register.
        """
        for page, resources in self._pages():
            costly = any(map(unpacks_to_much, _streams_of(page)))
            run = None if costly else self._run(page, resources)
            yield "".join(run.joined) if run else ""

    def _run(self, content: Any, resources: Any) -> _Run | None:
        """Follow one stream of content to its end; None where it cannot be read."""
        import pikepdf

        run = _Run(self._fonts(resources))
        try:
            instructions = pikepdf.parse_content_stream(content)
        except (pikepdf.PdfError, ValueError, TypeError, RuntimeError):
            return None
        for instruction in instructions[:_MOST_OPERATORS]:
            run.take(instruction)
        return run

    def _pages(self) -> Iterator[tuple[Any, Any]]:
        for page in self._pdf.pages:
            try:
                resources = page.obj.get("/Resources") or _inherited(page.obj)
            except (ValueError, TypeError, RuntimeError):
                continue
            yield page, resources

    def _streams(self) -> Iterator[tuple[str, Any, Any]]:
        """Yield kind, stream and resources of all content."""
        import pikepdf

        for page, resources in self._pages():
            yield "runs of a page", page, resources
        for item in self._pdf.objects:
            if isinstance(item, pikepdf.Stream) and str(item.get("/Subtype", "")) == "/Form":
                yield "form or look of an annotation", item, item.get("/Resources")
            elif isinstance(item, pikepdf.Stream) and "/PatternType" in item:
                yield "pattern", item, item.get("/Resources")
            elif isinstance(item, pikepdf.Dictionary) and "/CharProcs" in item:
                for glyph in item.CharProcs.values():
                    yield "drawn letter", glyph, item.get("/Resources")

    def _fonts(self, resources: Any) -> dict[str, FontCode]:
        fonts = resources.get("/Font") if resources is not None else None
        if fonts is None:
            return {}
        found = {}
        for name in fonts.keys():  # noqa: SIM118  a dictionary of PDF
            font = fonts.get(name)
            key = font.objgen if getattr(font, "is_indirect", False) else (0, id(font))
            if key not in self._codes or key[0] == 0:
                self._codes[key] = code_of(font)
            found[str(name)] = self._codes[key]
        return found


def _word(item: Any) -> str:
    """Return a name or operator; one that is no UTF-8 is none that anything here knows."""
    try:
        return str(item)
    except UnicodeDecodeError:
        return ""


def _streams_of(content: Any) -> Iterator[Any]:
    """Yield the streams that content is parsed from: those of a page, or the one itself."""
    import pikepdf

    found = content.obj.get("/Contents") if isinstance(content, pikepdf.Page) else content
    parts = found if isinstance(found, pikepdf.Array) else [found]
    yield from (part for part in parts if isinstance(part, pikepdf.Stream))


def _inherited(page: Any) -> Any:
    """Return the resources that a page has from the tree above it."""
    for _ in range(50):
        page = page.get("/Parent")
        if page is None:
            return None
        if "/Resources" in page:
            return page.get("/Resources")
    return None


class _Run:
    """Follows one stream of content and gathers what it shows."""

    def __init__(self, fonts: dict[str, FontCode]) -> None:
        self._fonts = fonts
        self._font: FontCode | None = None
        self.joined: list[str] = []
        self.spaced: list[str] = []
        self.said: list[str] = []
        self.unread = False

    def take(self, instruction: Any) -> None:
        """Take one instruction."""
        operator = _word(instruction.operator)
        operands = list(instruction.operands)
        if operator == "Tf" and operands:
            self._font = self._fonts.get(_word(operands[0]))
        elif operator in _SHOWING and operands:
            self._show(operands[-1])
            self.spaced.append(" ")
        elif operator in ("BDC", "DP") and len(operands) > 1:
            self._say(operands[1])
        elif operator == "ET":
            self.spaced.append("\n")

    def _show(self, operand: Any) -> None:
        import pikepdf

        for one in operand if isinstance(operand, pikepdf.Array) else (operand,):
            if isinstance(one, pikepdf.String):
                text = self._text(bytes(one))
                self.joined.append(text)
                self.spaced.append(text)
            elif float(one) < _GAP:
                self.spaced.append(" ")

    def _text(self, codes: bytes) -> str:
        if self._font is None:
            return codes.decode("latin-1")
        text, known = self._font.decode(codes)
        self.unread = self.unread or not known
        return text

    def _say(self, operand: Any) -> None:
        import pikepdf

        if not isinstance(operand, pikepdf.Dictionary):
            return
        for key in operand.keys():  # noqa: SIM118  a dictionary of PDF
            value = operand.get(key)
            if isinstance(value, pikepdf.String):
                self.said.append(str(value))
