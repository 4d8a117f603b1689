"""The brief as one page for the web: every language in it, nothing from elsewhere, no script.

The first language is that of the edition; the others are those that the dossier has whole. What
the file carries, evidence and all, are links that a reader can save.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from report.editions.compose import compose
from report.editions.context import Brief
from report.editions.interface import load_interface
from report.editions.look import Look
from report.editions.material import Material
from report.editions.printed_words import printed_words
from report.editions.product import Finished, FinishedFile, Making
from report.editions.rendering import render
from report.editions.web_markup import Context, WebMarkup, WebWords
from report.press.job import Attachment
from report.translation.language_data import read_language_data

LOOK = Look(sheets=("tokens", "web"))
NO_SEAL = "0" * 64


@dataclass(frozen=True)
class Part:
    """The brief in one language: its tag, the language's own name, its HTML."""

    lang: str
    name: str
    html: Markup


@dataclass(frozen=True)
class WebEdition:
    """The edition of one HTML page."""

    name: str = "web"

    def make(self, material: Material, making: Making) -> Finished:
        """Make the page."""
        look = LOOK.with_theme(material.dossier.theme)
        others = [one for one in making.others if one.texts.lang != material.texts.lang]
        briefs = {one.texts.lang: compose(one).brief for one in (material, *others)}
        sources = {
            lang: self._source(brief, list(briefs), material, look)
            for lang, brief in briefs.items()
        }
        printed = [
            _printed(sources[one.texts.lang], one, making, material.texts.lang)
            for one in (material, *others)
        ]
        carried = [*making.attachments, *printed]
        parts = _parts(sources, material, own=str(material.dossier.language))
        page = self._page(parts, briefs[material.texts.lang], look, carried)
        name = f"{material.dossier.id}-web.{material.texts.lang}.html"
        return Finished((FinishedFile(name, sealed(page)),))

    def _source(self, brief: Brief, langs: Sequence[str], material: Material, look: Look) -> str:
        """Return the HTML of one language before it is turned; summaries stand in other pages."""
        shown = tuple(
            one for one in brief.summaries if one.lang == brief.lang or one.lang not in langs
        )
        return render(
            "web/brief.html.j2",
            brief.lang,
            look,
            brief=replace(brief, summaries=shown),
            logo=_data("image/png", material.logo.png) if material.logo else "",
        )

    def _page(
        self, parts: Sequence[Part], brief: Brief, look: Look, carried: Sequence[Attachment]
    ) -> str:
        from report.press.fonts import prepare_fonts
        from report.press.web_fonts import web_font_sheet

        css = web_font_sheet(prepare_fonts()) + "".join(look.css(draft=False))
        css += _shown(parts)
        digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
        page = render(
            "web/page.html.j2",
            brief.lang,
            look,
            parts=parts,
            title=brief.title,
            css=Markup(css),  # noqa: S704  our own sheets and checked colours
            css_hash=f"sha256-{digest}",
            seal=NO_SEAL,
            carried=carried,
        )
        for number, one in enumerate(carried, 1):
            link = _data(one.media_type, one.content)
            page = page.replace(f'href="#carried-{number}"', f'href="{link}"')
        return page


def _printed(source: str, material: Material, making: Making, first: str) -> Attachment:
    made = printed_words(source, "web", material, making.made_on)
    lang = material.texts.lang
    return made if lang == first else replace(made, name=f"printed.{lang}.json")


def _parts(sources: Mapping[str, str], material: Material, *, own: str) -> list[Part]:
    """Turn each language; the dossier's own first, which says where quotations lead."""
    contexts = _contexts(material)
    done: dict[str, Part] = {}
    links: Mapping[str, Sequence[str]] | None = None
    for lang in sorted(sources, key=lambda lang: lang != own):
        interface = load_interface(lang)
        words = WebWords(
            note=interface.gettext("Note").unescape() + " ",
            table=interface.gettext("Table").unescape(),
            drawing=interface.gettext("Drawing").unescape(),
        )
        markup = WebMarkup(lang, words, contexts, links)
        html = markup.turn(sources[lang])
        links = markup.links if lang == own else links
        done[lang] = Part(lang, read_language_data(lang).name, Markup(html))  # noqa: S704
    return [done[lang] for lang in sources]


def _contexts(material: Material) -> dict[str, Context]:
    found = {}
    for evidence, place in material.located.items():
        if place.before or place.after:
            found[str(evidence.quote)] = Context(place.before, place.after)
    return found


def _data(media_type: str, content: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"


def _shown(parts: Sequence[Part]) -> str:
    """Return the rules that show the language whose address is open, else the first."""
    marked = ", ".join(
        f'body:has(#{p.lang}:target, #{p.lang} :target) .languages a[href="#{p.lang}"]'
        for p in parts
    )
    first = f'body:not(:has(main:target, main :target)) .languages a[href="#{parts[0].lang}"]'
    return f"{marked}, {first} {{ font-weight: 600; text-decoration: none }}\n"


def sealed(page: str) -> bytes:
    """Return the page with the SHA-256 of itself, taken with noughts in the digest's place."""
    data = page.encode()
    empty = f'name="seal" content="{NO_SEAL}"'.encode()
    if data.count(empty) != 1:
        raise AssertionError("the page has no place for its seal")
    digest = hashlib.sha256(data).hexdigest()
    return data.replace(empty, f'name="seal" content="{digest}"'.encode())
