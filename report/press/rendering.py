"""HTML and style sheets -> boxes -> laid-out pages: the way of WeasyPrint 70.0, step by step.

Whole documents go all the way; a preview takes the first steps, and then the pages that it wants.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint import DEFAULT_OPTIONS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Document, Page
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.html import get_html_metadata
from weasyprint.layout import layout_document
from weasyprint.pdf.metadata import DocumentMetadata

from report.press.engine import Engine

_OUTPUT_INTENT = "srgb"


@dataclass
class Formed:
    """A document before its layout: the tree of its boxes, and what the layout will know."""

    html: Any
    css: tuple[str, ...]
    root: Any
    context: Any
    font_config: Any
    profiles: dict[str, Any]

    def document(self, pages: Sequence[Any]) -> Any:
        """Return the document of laid-out page boxes."""
        metadata = DocumentMetadata(**get_html_metadata(self.html))
        document: Any = Document(
            [Page(page) for page in pages],
            metadata,
            self.html.url_fetcher,
            self.font_config,
            self.profiles,
            _OUTPUT_INTENT,
        )
        document._html = self.html
        return document


def parse(text: str, fetcher: Any) -> Any:
    """Return HTML as WeasyPrint holds it."""
    return HTML(string=text, url_fetcher=fetcher)


def form(html: Any, css: Sequence[str], engine: Engine) -> Formed:
    """Return the boxes of a page under its style sheets."""
    sheets, counters, profiles = [], CounterStyle(), {}
    for text in css:
        sheet, sheet_counters, sheet_profiles = engine.sheet(text, html.url_fetcher)
        sheets.append(sheet)
        counters.update(sheet_counters)
        profiles.update(sheet_profiles)
    options = DEFAULT_OPTIONS | {"stylesheets": sheets, "output_intent": _OUTPUT_INTENT}
    context = Document._build_layout_context(html, engine.font_config, counters, profiles, options)
    root = build_formatting_structure(
        html.etree_element,
        context.style_for,
        context.get_image_from_uri,
        html.base_url,
        context.target_collector,
        counters,
        context.footnotes,
    )
    return Formed(html, tuple(css), root, context, engine.font_config, profiles)


def paginate(formed: Formed) -> Any:
    """Return the laid-out document."""
    return formed.document(list(layout_document(formed.html, formed.root, formed.context)))
