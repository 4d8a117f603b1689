"""Elements of CSL that citeproc-py does not run as CSL 1.0.2 has them, run so.

Positions come from the citation, dates have the layout of their precision, what a substitute has
printed is not printed again, labels that follow their number are never set before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from citeproc import model as citeproc_model
from citeproc.source import DateRange, LiteralDate
from citeproc.string import String

from report.citations.locales import Words, precision_of, span_text
from report.citations.marked import stands_in
from report.citations.style import CSL

if TYPE_CHECKING:
    from report.citations.engine import Item

model: Any = citeproc_model  # has no types


class _Cased:
    """Lets a style change the case of what is a number or plain text to citeproc."""

    def case(self, text: Any, language: str | None = None) -> Any:
        changed = text is not None and str(text) and self.get("text-case")  # type: ignore[attr-defined]
        return super().case(String(text), language) if changed else text  # type: ignore[misc]

    def strip_periods(self, text: Any) -> Any:
        text = String(text) if isinstance(text, int) else text
        return super().strip_periods(text)  # type: ignore[misc]


class _DatePart(_Cased, model.Date_Part):  # type: ignore[misc]
    pass


class _Number(_Cased, model.Number):  # type: ignore[misc]
    pass


class _Text(_Cased, model.Text):  # type: ignore[misc]
    def calls_variable(self) -> bool:
        name = self.get("macro")
        if name is None:
            return bool(super().calls_variable())
        known: dict[str, bool] = self.get_root().macro_calls
        if name not in known:
            known[name] = bool(super().calls_variable())
        return known[name]


class _Substitute(model.Substitute):  # type: ignore[misc]
    def render(self, item: Item, context: Any, **kwargs: Any) -> Any:
        text = super().render(item, context=context, **kwargs)
        repressed = context.get_layout().repressed.setdefault(f"{CSL}text", [])
        for name, value in item.reference.items():
            if isinstance(value, str) and stands_in(value) and value in str(text or ""):
                repressed += [name.replace("_", "-"), name.removesuffix("_short")]
        return text


class _If(model.If):  # type: ignore[misc]
    def _position(self, item: Item, context: object) -> list[bool]:
        del context
        return [position in item.positions for position in self.get("position", "").split()]


class _ElseIf(_If):
    pass


class _Label(_Cased, model.Label):  # type: ignore[misc]
    def process(self, item: Item, variable: str | None = None, *args: Any, **kwargs: Any) -> Any:
        locator = (variable or self.get("variable")) == "locator"
        if locator and item.has_locator and not item.locator.label:
            return None
        text = super().process(item, variable, *args, **kwargs)
        return String(text.lstrip("-")) if isinstance(text, str) else text


class _NamePart(_Cased, model.Name_Part):  # type: ignore[misc]
    def format_part(self, given: str | None, family: str) -> tuple[str | None, str]:
        if given is None and self.get("name") == "given":
            return given, family
        given, family = super().format_part(given, family)
        return (None if given is None else str(given)), str(family)


class _Date(model.Date):  # type: ignore[misc]
    def process(
        self,
        item: Item,
        variable: str | None = None,
        show_parts: list[str] | None = None,
        context: Any = None,
        **kwargs: Any,
    ) -> Any:
        if self.get("form") is None or self.is_locale_date():
            return super().process(item, variable, show_parts, context, **kwargs)
        date = item.reference[(variable or self.get("variable", "")).replace("-", "_")]
        shown = tuple(self.get("date-parts", "year-month-day").split("-"))
        text = self._text(date, shown)
        return self.wrap(text) if text else None

    def _text(self, date: Any, shown: tuple[str, ...]) -> str:
        if isinstance(date, LiteralDate):
            return str(date.text)
        if isinstance(date, DateRange):
            return span_text(self._text(date.begin, shown), self._text(date.end, shown))
        words: Words = self.get_root().locales[0]
        precision = precision_of(date, shown)
        layout = words.get_date(self.get("form", "text"), precision)
        # citeproc writes a style's wishes for one date into the locale, where they would stay
        before = [dict(part.attrib) for part in layout]
        words.month_alone = precision == "month"
        try:
            text = layout.render_single_date(date, list(shown), self)
        finally:
            words.month_alone = False
            for part, attributes in zip(layout, before, strict=True):
                part.attrib.clear()
                part.attrib.update(attributes)
        return str(text or "").strip(" \u00a0")


def element_classes() -> Mapping[str, type]:
    """Return the class of each CSL element by its name."""
    known = {
        element.__name__.replace("_", "-").lower(): element
        for element in model.CitationStylesElement.__subclasses__()
        if element.__module__ == citeproc_model.__name__
    }
    return known | {
        "if": _If,
        "else-if": _ElseIf,
        "label": _Label,
        "date": _Date,
        "date-part": _DatePart,
        "name-part": _NamePart,
        "number": _Number,
        "substitute": _Substitute,
        "text": _Text,
    }
