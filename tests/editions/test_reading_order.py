"""Whole editions read aloud: the words in the order of the tags are those of the text, no others.

What is read is the finished file. Soft hyphens and ligatures are resolved by what the file says of
its glyphs; the notes are where they are called.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from bundled import EDITIONS, LANGS, making, material
from reading import Tag, even, read
from spoken import expected, first_difference

from report.editions.material import Material
from report.editions.product import PrintedEdition
from report.model.prose import Run, walk

SCREEN = ("brief", "handout", "factsheet")
ScreenEdition = Callable[..., Path]


@cache
def html(edition: str, lang: str) -> str:
    """Return the page that an edition is printed from."""
    printed = EDITIONS[edition]
    assert isinstance(printed, PrintedEdition)
    return printed.job(material(lang), making()).html


def departure(pdf: bytes, edition: str, lang: str) -> str:
    """Return where the words of the tags depart from those of the page; empty where they do not."""
    return first_difference(expected(html(edition, lang), places(pdf)), read(pdf).spoken())


def places(pdf: bytes) -> dict[str, int]:
    """Return the page, from 1, of each place of a PDF that has a name."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages, start=1)}
        names = pikepdf.NameTree(opened.Root.Names.Dests)
        return {
            str(name): numbers[(one.D if isinstance(one, pikepdf.Dictionary) else one)[0].objgen]
            for name, one in names.items()
        }


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("edition", SCREEN)
def test_the_words_of_the_tags_are_those_of_the_page(
    edition: str, lang: str, screen_edition: ScreenEdition
) -> None:
    """Every word of the edition once, in its order, each note at its call, and no word more."""
    assert departure(screen_edition(edition, lang).read_bytes(), edition, lang) == ""


def test_the_words_are_the_same_in_pdf_2(screen_edition: ScreenEdition) -> None:
    """The other structure, with types and namespaces of its own, says the same."""
    pdf = screen_edition("brief", "kk", "a4f-ua2").read_bytes()
    assert departure(pdf, "brief", "kk") == ""


@pytest.mark.parametrize("lang", LANGS)
def test_the_words_of_the_tags_are_those_of_the_dossier(
    lang: str, screen_edition: ScreenEdition
) -> None:
    """The dossier's texts, one after another as it has them, are met in this order in the brief."""
    said = read(screen_edition("brief", lang).read_bytes()).spoken(notes=False)
    at = 0
    for key, words in texts(material(lang)):
        found = said.find(words, at)
        assert found >= 0, f"{key}: “{words}” is not behind “{said[max(0, at - 60) : at]}”"
        at = found + len(words)


def texts(found: Material) -> Iterator[tuple[str, str]]:
    """Yield the words of the texts between their marks, in the order in which a brief has them."""
    for key in keys(found):
        for leaf in walk(found.texts.paragraph(key).inlines):
            if isinstance(leaf, Run) and (words := even(leaf.text)):
                yield key, words


def keys(found: Material) -> Iterator[str]:
    dossier, numbered = found.dossier, found.texts.numbered
    yield from ("title", "subtitle")
    yield from numbered("key_messages")
    for number, section in enumerate(dossier.sections, 1):
        yield f"sections/{number}/heading"
        yield from numbered(f"sections/{number}/text")
        for name in section.findings:
            yield f"findings/{name}/heading"
            yield from numbered(f"findings/{name}/statement")
    yield from numbered("timeline")
    for call in sorted(dossier.recommendations, key=lambda call: first_to(found, str(call.to))):
        yield f"recommendations/{call.id}/text"
    yield from numbered("method")


def first_to(found: Material, addressee: str) -> int:
    """Return the place of the first recommendation to an addressee: they stand together."""
    named = [str(call.to) for call in found.dossier.recommendations]
    return named.index(addressee)


# Names of three words and more, which are the same in every language.
NAMES = (
    *("SIL Open Font License", "GeoNames, CC BY", "The Report project"),
    *("CNSNews.com, Freedom House", "brief.ru.pdf", "brief.kk.pdf"),
)
LATIN = re.compile(r"[A-Za-z]+(?:[^\w«»“”()]+[A-Za-z]+){2,}")
CYRILLIC = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)
KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("edition", SCREEN)
def test_each_passage_is_in_its_language(
    edition: str, lang: str, screen_edition: ScreenEdition
) -> None:
    """No phrase of one language is read aloud by the rules of another."""
    spoken: dict[str, list[str]] = {"en": [], "ru": [], "kk": []}
    for language, words in by_language(read(screen_edition(edition, lang).read_bytes()), lang):
        spoken[language].append(words)
    assert not CYRILLIC.search(" ".join(spoken["en"]))
    assert not KAZAKH.search(" ".join(spoken["ru"]))
    strange = [m.group() for one in spoken["ru"] + spoken["kk"] for m in LATIN.finditer(one)]
    assert set(strange) <= set(NAMES)


def by_language(tag: Tag, lang: str) -> Iterator[tuple[str, str]]:
    """Yield the words of an element and those within it, each with its language."""
    lang = tag.entries.get("/Lang", lang)
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from by_language(kid, lang)
        else:
            yield lang, kid


def swap_paragraphs(pdf: pikepdf.Pdf) -> None:
    """Let the tags have the second message before the first."""
    kids = found(pdf, "LI")[0].P.K
    kids[0], kids[1] = kids[1], kids[0]


def put_note_last(pdf: pikepdf.Pdf) -> None:
    """Let a note stand where it is printed, at the foot, and not at its call."""
    note = found(pdf, "Note")[0]
    kids = note.P.K
    at = next(n for n, kid in enumerate(kids) if getattr(kid, "objgen", None) == note.objgen)
    note.P.K = [kid for n, kid in enumerate(kids) if n != at]
    root = pdf.Root.StructTreeRoot.K[0]
    root.K.append(note)


def lose_content(pdf: pikepdf.Pdf) -> None:
    """Let a paragraph be without its words."""
    found(pdf, "P")[3].K = []


def misname_letter(pdf: pikepdf.Pdf) -> None:
    """Let a font take each ә for an a."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
            told = item.ToUnicode.read_bytes()
            item.ToUnicode.write(told.replace(b"<04d9>", b"<0430>").replace(b"<04D9>", b"<0430>"))


def harden_hyphen(pdf: pikepdf.Pdf) -> None:
    """Let the hyphens at line ends belong to their words."""
    for page in pdf.pages:
        content = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(content.replace(b"<feff00ad>", b"<feff002d>"))


def found(pdf: pikepdf.Pdf, role: str) -> list[pikepdf.Object]:
    return [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == f"/{role}" and "/P" in item
    ]


@pytest.mark.parametrize(
    "plant", [swap_paragraphs, put_note_last, lose_content, misname_letter, harden_hyphen]
)
def test_a_planted_fault_is_heard(
    plant: Callable[[pikepdf.Pdf], None], screen_edition: ScreenEdition
) -> None:
    """The comparison notices each kind of fault that it is there for."""
    whole = screen_edition("handout", "kk").read_bytes()
    assert departure(whole, "handout", "kk") == ""
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        plant(pdf)
        pdf.save(spoilt := io.BytesIO())
    assert departure(spoilt.getvalue(), "handout", "kk") != ""
