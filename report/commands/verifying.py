"""A brief as read from its file → whether its pages, attachments and words are those printed.

Everything that the file carries may have been altered: whatever is not as the program writes it is
a problem, never an exception.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report.evidence import carried as evidence_file
from report.evidence.carried import Unreadable, read_evidence, tag_of
from report.evidence.rechecking import CarriedText
from report.model.dossier import Dossier
from report.model.place import Place
from report.model.problem import Problem, Stop, problem
from report.press.brief_reader import Brief
from report.press.signing import Signed

PRINTED, SEAL, EVIDENCE = "printed.json", "seal.json", evidence_file.NAME
_FURTHER = re.compile(r"printed\.[a-z]{2,3}\.json")  # the words of the page's other languages


@dataclass(frozen=True)
class PrintedWords:
    """What a file says in one language; `original` where that is the dossier's own."""

    edition: str
    lang: str
    original: bool
    texts: tuple[CarriedText, ...]
    quotations: tuple[str, ...]


@dataclass(frozen=True)
class Carried:
    """A brief with what it carries, read: the evidence as a dossier, its words, its seal.

    `printed` has one entry a language, the file's own first; `page_digests` are (words, drawing)
    of each page as printed, `document` those of what is no page, `checksums` those of what was
    attached.
    """

    brief: Brief
    place: Place
    dossier: Dossier
    printed: tuple[PrintedWords, ...]
    page_digests: tuple[tuple[str, str], ...]
    document: dict[str, str]
    checksums: dict[str, str]

    @property
    def texts(self) -> tuple[CarriedText, ...]:
        """The texts of all languages."""
        return tuple(text for one in self.printed for text in one.texts)

    @property
    def quotations(self) -> tuple[str, ...]:
        """The quotations that are printed word for word, of all languages."""
        return tuple(quotation for one in self.printed for quotation in one.quotations)


def carried_of(brief: Brief, path: str) -> Carried:
    """Return a brief with what it carries; Stop(1) with every part that is missing or unreadable.

    Codes: brief-carries-nothing, carried-unreadable.
    """
    place, found = Place(path), list[Problem]()
    further = sorted(name for name in brief.attachments if _FURTHER.fullmatch(name))
    readers = {EVIDENCE: read_evidence, SEAL: _seal, PRINTED: _printed}
    readers |= dict.fromkeys(further, _printed)
    parts = {name: _part(brief, name, read, place, found) for name, read in readers.items()}
    if found:
        raise Stop(1, *found)
    printed = tuple(parts[name] for name in (PRINTED, *further))
    return Carried(brief, place, parts[EVIDENCE], printed, *parts[SEAL])


def _part(
    brief: Brief, name: str, read: Callable[[bytes], Any], place: Place, found: list[Problem]
) -> Any:
    data = brief.attachments.get(name)
    if data is None:
        found.append(problem("brief-carries-nothing", place, name=name))
        return None
    try:
        return read(data)
    except Unreadable as unreadable:
        why = str(unreadable)
    except (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError):
        why = "it is not written as the program writes it"
    found.append(problem("carried-unreadable", place, name=name, why=why))
    return None


def _printed(data: bytes) -> PrintedWords:
    content = json.loads(data)
    return PrintedWords(
        str(content["edition"]),
        tag_of(content["lang"]),
        content["original"] is True,
        tuple(CarriedText(str(one["key"]), str(one["text"])) for one in content["texts"]),
        tuple(str(one) for one in content["quotations"]),
    )


def _seal(data: bytes) -> tuple[tuple[tuple[str, str], ...], dict[str, str], dict[str, str]]:
    content = json.loads(data)
    digests = tuple((str(one["words"]), str(one["drawing"])) for one in content["pages"])
    document = {str(name): str(digest) for name, digest in content["document"].items()}
    return (
        digests,
        document,
        {str(one["path"]): str(one["sha256"]) for one in content["attachments"]},
    )


def check_pages(carried: Carried) -> Iterator[Problem]:
    """Yield page-count-changed, page-missing, and page-changed for each that is not as printed.

    Another version of the reader may find other words in a page: drawings decide.
    """
    pages, printed = carried.brief.pages, carried.page_digests
    place, known = carried.place, {drawing for _, drawing in printed}
    if len(pages) != len(printed):
        yield problem("page-count-changed", place, found=len(pages), printed=len(printed))
    shown = {page.drawing for page in pages}
    for number, (_, drawing) in enumerate(printed, 1):
        if drawing not in shown and len(pages) < len(printed):
            yield problem("page-missing", place, page=number)
    for number, page in enumerate(pages, 1):
        words, drawing = printed[number - 1] if number <= len(printed) else ("", "")
        if page.drawing == drawing or (len(pages) != len(printed) and page.drawing in known):
            continue
        if page.drawing in known:
            what = "it stands in the place of another"
        else:
            what = "its words are others" if page.words != words else "it is drawn otherwise"
        yield problem("page-changed", place, page=number, what=what)


_PARTS = {
    "bookmarks": "its bookmarks are",
    "structure": "its structure, with the text alternatives that are read aloud, is",
    "rest": "what it does or holds beside its pages (actions, layers, names) is",
}


def check_document(carried: Carried) -> Iterator[Problem]:
    """Yield document-altered for each part beside the pages that is not as printed."""
    for name, what in _PARTS.items():
        if carried.brief.document.get(name, "") != carried.document.get(name, ""):
            yield problem("document-altered", carried.place, what=what)


def check_attachments(carried: Carried) -> Iterator[Problem]:
    """Yield attachment-changed and attachment-added."""
    for name, data in sorted(carried.brief.attachments.items()):
        if name == SEAL:
            continue
        if name not in carried.checksums:
            yield problem("attachment-added", carried.place, name=name)
        elif hashlib.sha256(data).hexdigest() != carried.checksums[name]:
            yield problem("attachment-changed", carried.place, name=name)
    for name in sorted(carried.checksums.keys() - carried.brief.attachments.keys()):
        yield problem("brief-carries-nothing", carried.place, name=name)


def check_texts(carried: Carried) -> Iterator[Problem]:
    """Yield text-not-printed for each carried text or quotation that is not on the pages."""
    placed = [_letters(page.letters) for page in carried.brief.pages]
    drawn = [_letters(text) for text in carried.brief.drawn]
    quoted = [CarriedText("evidence", quotation) for quotation in carried.quotations]
    for one in (*carried.texts, *quoted):
        wanted = _letters(one.words)  # a reader of PDFs finds the numbers of notes elsewhere
        if not _stands(wanted, placed) and not _stands(wanted, drawn):
            words = " ".join(one.text.split())
            shown = words if len(words) <= 120 else f"{words[:119]}…"
            yield problem("text-not-printed", carried.place, one.key, key=one.key, words=shown)


def check_quotations(carried: Carried) -> Iterator[Problem]:
    """Yield text-unproved for each quotation of a register that is not in the evidence."""
    known = {evidence.quote for evidence in carried.dossier.all_evidence}
    for quotation in carried.quotations:
        if quotation not in known:
            shown = quotation if len(quotation) <= 120 else f"{quotation[:119]}…"
            message = f"“{shown}” is not among the evidence"
            place, key = carried.place, "evidence"
            yield problem("text-unproved", place, key, key=key, message=message)


def _letters(text: str) -> str:
    """Fold case too: style sheets may print capitals."""
    return "".join(character for character in text if character.isalnum()).casefold()


def _stands(wanted: str, pages: Sequence[str]) -> bool:
    return any(wanted in page for page in pages) or _across(wanted, pages)


def _across(wanted: str, pages: Sequence[str]) -> bool:
    """Whether a text begins on one page and ends on the next; notes and heads stand between."""
    for first, second in itertools.pairwise(pages):
        low, high = 0, len(wanted)
        while low < high:  # the longest beginning that stands on the first page
            middle = (low + high + 1) // 2
            low, high = (middle, high) if wanted[:middle] in first else (low, middle - 1)
        # What chance repeats may make the beginning too long by a few letters, never too short.
        if any(wanted[cut:] in second for cut in range(low, max(low - 40, 0), -1)):
            return True
    return False


def check_signature(one: Signed, carried: Carried) -> Iterator[Problem]:
    """Yield signature-broken, or signature-partly where something was added behind it."""
    if not one.whole:
        yield problem("signature-broken", carried.place, signer=one.subject)
    elif not one.covers_all:
        yield problem("signature-partly", carried.place, signer=one.subject)


def revisions(pdf: bytes) -> Iterator[bytes]:
    """Yield the file, and what it was before each revision that was added behind it."""
    yield pdf
    for end in re.finditer(rb"%%EOF\r?\n?", pdf):
        yield pdf[: end.end()]


def check_manifest(
    data: bytes, path: Path, file: Path, digests: Collection[str]
) -> tuple[bool, list[Problem]]:
    """Return whether a manifest names the file, and manifest-differs or carried-unreadable.

    A signature is a revision of its own: what was published is what stands before it.
    """
    try:
        outputs = json.loads(data)["outputs"]
        listed = {str(one["path"]): str(one["sha256"]) for one in outputs}
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        why = "it is not written as the program writes it"
        return True, [problem("carried-unreadable", Place(str(path)), name=path.name, why=why)]
    if not set(listed.values()).isdisjoint(digests):
        return True, []
    if file.name not in listed:
        return False, []
    return True, [problem("manifest-differs", Place(str(file)), manifest=path)]
