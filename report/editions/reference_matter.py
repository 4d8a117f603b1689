"""The reference matter of a brief, as templates see it: documents, evidence, imprint, faults.

The rules for `str` and `Markup` are those of `report.editions.context`, which takes these in.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from report.model.finding import Wording


@dataclass(frozen=True)
class Link:
    """A place in the brief: `label` is printed (a paragraph or document number), `anchor` its id.

    The label of a paragraph is its number alone ("12"), that of a document its number ("D3").
    """

    label: str
    anchor: str

    @property
    def kind(self) -> str:
        """Return what it leads to: `paragraph`, `document`, `finding` or `recommendation`."""
        return self.anchor.partition("-")[0] if "-" in self.anchor else "paragraph"


@dataclass(frozen=True)
class Evidence:
    """One quotation of the register.

    `number` counts through the register ("E12"); `quote` is the text as the document prints it,
    `lang` its language; `paragraph` and `offsets` ("1,092–1,166") its place in the document's
    text; `verdict` one of exact, typographic, edited, or in a draft the code that refused it;
    `wording` whose words they are, None where the dossier does not say; `used_in` the paragraphs.
    """

    number: str
    quote: str
    lang: str
    paragraph: str
    offsets: str
    verdict: str
    source: str = ""
    wording: Wording | None = None
    note: str = ""
    used_in: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Document:
    """A document that the brief rests on, in the list and as a heading of the register.

    `number` is "D1"; `lang` is the language it is in; `title` heads its part of the register (its
    own title or ours, plain, in `title_lang`), where it is empty the reference does;
    `reference_html` its full reference (inline Markup) with what is not stated; `note` what must
    be known about it (plain); `sha256` 64 hex digits; `size` in bytes, formatted; `in_full` whether
    the full text was checked or only recorded passages.
    A confidential document has an empty `sha256` and `evidence`.
    """

    number: str
    anchor: str
    reference_html: Markup
    sha256: str
    size: str
    in_full: bool
    lang: str = ""
    title: str = ""
    title_lang: str = ""
    kind: str = ""
    collected: str = ""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Image:
    """A picture that the press serves: `url` an address of its resources, `alt` what it shows."""

    url: str
    alt: str
    width_mm: float


@dataclass(frozen=True)
class Organisation:
    """Who publishes the brief; empty where not given."""

    name: str
    address: str = ""
    email: str = ""
    url: str = ""
    note: str = ""
    logo: Image | None = None


@dataclass(frozen=True)
class Checked:
    """What was checked before printing, each a formatted number."""

    quotations: str
    figures: str
    numbers: str
    citations: str
    translations: str
    documents_full: str
    documents_passages: str


@dataclass(frozen=True)
class Imprint:
    """What the last page says about the making; `licence` of the text, empty where not given.

    `web` is the address of the brief, or empty; `attached_to` is the file that carries the
    evidence, empty where it is this one; `command` is what a reader types to check the file, empty
    where there is no such command; `versions` is one line of program versions.
    """

    checked: Checked
    command: str = ""
    versions: str = ""
    licence: str = ""
    attached_to: str = ""
    web: str = ""


@dataclass(frozen=True)
class Fault:
    """A problem that a draft was printed in spite of, as the program words it (English)."""

    severity: str
    code: str
    place: str
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Draft:
    """A brief printed in spite of its problems: marked on every page, the problems at its end."""

    faults: tuple[Fault, ...]
