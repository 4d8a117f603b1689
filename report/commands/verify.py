"""`report verify`: anybody checks a printed brief, offline, with nothing but the file.

Says of each step whether it was done and what it found, and of what it could not do, why.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from report.commands.given_file import read_given_file
from report.commands.opening import open_folders
from report.commands.telling import Answer, Progress, counted, say, tell_problems
from report.commands.verifying import (
    EVIDENCE,
    Carried,
    carried_of,
    check_attachments,
    check_document,
    check_manifest,
    check_pages,
    check_quotations,
    check_signature,
    check_texts,
    revisions,
)
from report.documents.store import find_texts
from report.dossier.folder import MEBIBYTE, DiskFolder
from report.dossier.folder import Unreadable as FolderUnreadable
from report.evidence.carried import Unreadable, read_evidence
from report.evidence.rechecking import (
    CarriedText,
    recheck_evidence,
    recheck_texts,
    rests_on_held,
    without_names,
)
from report.model.dossier import Dossier
from report.model.place import Place
from report.model.problem import Problem, Problems, Stop, problem
from report.press.brief_reader import Brief, read_brief

MAX_BRIEF = 128 * MEBIBYTE


_NAME = re.compile(r"\.([a-z]{2,3})((?:\.(?:trusted|draft)){0,2})(?:\.signed)?\.\w+$")


class State(StrEnum):
    """What became of a step."""

    HOLDS = "holds"
    FAILS = "fails"
    NOT_DONE = "not-done"


_SIGNS = {State.HOLDS: "holds   ", State.FAILS: "FAILS   ", State.NOT_DONE: "not done"}


@dataclass
class _Run:
    """One verification: its steps in order and all problems."""

    steps: list[tuple[str, State, str]] = field(default_factory=list)
    problems: Problems = field(default_factory=Problems)

    def step(self, name: str, said: str, found: Iterable[Problem] = ()) -> None:
        """Add a step that was done."""
        listed = list(found)
        self.problems.extend(listed)
        self.steps.append((name, State.FAILS if listed else State.HOLDS, said))

    def not_done(self, name: str, why: str) -> None:
        """Add a step that could not be done."""
        self.steps.append((name, State.NOT_DONE, why))


def run(options: argparse.Namespace) -> int:
    """Verify one file; 0 where every step that could be done holds."""
    open_folders(*options.documents)
    progress = Progress(quiet=options.json)
    progress.step("verifying")
    data = read_given_file(options.file, MAX_BRIEF)
    trusted = _trusted(options)
    brief = read_brief(data, str(options.file), trusted)
    verification = _Run()
    if brief.paragraphs:
        about = _verify_word(verification, brief, data, options)
    else:
        carried = carried_of(brief, str(options.file))
        _verify(verification, carried, data, options)
        langs = ", ".join(one.lang for one in carried.printed)
        about = f"{carried.printed[0].edition} of {carried.dossier.id}, {langs}"
    progress.done()
    return _tell(verification, about, options)


def _trusted(options: argparse.Namespace) -> bytes:
    """Return the certificates that signers may lead to; Stop(2) with trust-unreadable."""
    if not options.trust:
        return b""
    from report.press.signing import KeyUnreadable, check_certificates  # late: few name any

    data = read_given_file(options.trust, MEBIBYTE)
    try:
        check_certificates(data)
    except KeyUnreadable as why:
        place = Place(str(options.trust))
        raise Stop(2, problem("trust-unreadable", place, path=options.trust, why=why)) from None
    return data


def _verify_word(run: _Run, brief: Brief, data: bytes, options: argparse.Namespace) -> str:
    """Verify a Word file by the evidence.json of its build; return what it is."""
    path = options.evidence or _beside(options.file, EVIDENCE)
    place = Place(str(options.file))
    if not path.is_file():
        raise Stop(1, problem("evidence-not-beside", place, path=path))
    try:
        dossier = read_evidence(read_given_file(path, MAX_BRIEF))
    except Unreadable as why:
        raise Stop(1, problem("carried-unreadable", place, name=path.name, why=why)) from None
    named = _NAME.search(options.file.name)
    lang = named.group(1) if named else str(dossier.language)
    texts = [
        CarriedText(f"paragraph {n}", without_names(one, dossier))
        for n, one in enumerate(brief.paragraphs, 1)
    ]
    counts, found = recheck_evidence(dossier, {}, place)
    said = f"{path}: {counts.quotations} quotations by their passages, {counts.figures} figures"
    run.step("evidence", said, found)
    counts, found = recheck_texts(dossier, texts, lang, place)
    checked = f"{counted(counts.quotations, 'quotation')} and {counted(counts.numbers, 'number')}"
    said = f"{checked} of the text found in it"
    run.step("text against evidence", said, found)
    _documents(run, dossier, place, options.documents)
    _kept_back(run, dossier)
    _manifest(run, data, options)
    run.not_done("notes", f"the references of {counted(brief.notes, 'note')} are not compared")
    run.not_done("signature", "a Word file carries none: the manifest vouches for it, if signed")
    return f"Word file of {dossier.id}, {lang}"


def _beside(file: Path, name: str) -> Path:
    """Return where a file of the same build lies: one for trusted hands has its own."""
    named = _NAME.search(file.name)
    stem, _, ending = name.rpartition(".")
    return file.parent / f"{stem}{named.group(2) if named else ''}.{ending}"


def _verify(run: _Run, carried: Carried, data: bytes, options: argparse.Namespace) -> None:
    pages = len(carried.brief.pages)
    run.step("pages", f"{counted(pages, 'page')} against their digests", check_pages(carried))
    if carried.brief.document:
        said = "bookmarks, text alternatives, actions and the like against their digests"
        run.step("beside the pages", said, check_document(carried))
    names = ", ".join(sorted(carried.brief.attachments))
    run.step("attachments", f"{names} against their checksums", check_attachments(carried))
    run.step(
        "printed words",
        f"{counted(len(carried.texts), 'text')} of the dossier and "
        f"{counted(len(carried.quotations), 'quotation')} of its evidence found on the pages",
        check_texts(carried),
    )
    counts, found = recheck_evidence(carried.dossier, {}, carried.place)
    said = f"{counts.quotations} quotations by their passages, {counts.figures} figures"
    run.step("evidence", said, found)
    _texts(run, carried)
    _documents(run, carried.dossier, carried.place, options.documents)
    _kept_back(run, carried.dossier)
    _manifest(run, data, options)
    _signature(run, carried)
    if not all(one.original for one in carried.printed):
        run.not_done("translated quotations", "their words are a translation: compare the original")
    run.not_done("pictures", "what a picture or a photograph shows is not read")


def _texts(run: _Run, carried: Carried) -> None:
    quotations = numbers = 0
    told = list(check_quotations(carried))
    for one in carried.printed:
        counts, found = recheck_texts(carried.dossier, one.texts, one.lang, carried.place)
        told += found
        numbers += counts.numbers
        quotations += counts.quotations
    printed = f"{counted(quotations, 'quotation')} and {counted(numbers, 'number')}"
    said = f"{printed} of the printed texts found in evidence"
    run.step("texts against evidence", said, told)


def _kept_back(run: _Run, dossier: Dossier) -> None:
    """Say what a brief does not carry, so that nobody but its organisation can check it."""
    held = rests_on_held(dossier)
    if held:
        why = f"{counted(held, 'piece')} of evidence and the numbers in them are not carried"
        run.not_done("confidential documents", why)
    left_out = sum(one.omitted for one in dossier.all_evidence)
    if left_out:
        why = f"{counted(left_out, 'quotation')} leave out names of protected persons"
        run.not_done("names left out", why)


def _documents(run: _Run, dossier: Dossier, place: Place, folders: Sequence[Path]) -> None:
    total = len(dossier.documents)
    if not folders:
        why = f"not at hand: {counted(total, 'document')} (give their folder: --documents)"
        run.not_done("documents", why)
        return
    told = Problems()
    texts = find_texts(dossier.documents, _Nothing(), [*map(DiskFolder, folders)], told)
    held = [name for name, text in texts.items() if text.full is not None]
    if not held:
        run.not_done("documents", "none of them lies there with the checksum that is carried")
        return
    _, found = recheck_evidence(dossier, texts, place)
    said = f"{len(held)} of {total} found by checksum, each passage looked up in them"
    run.step("documents", said, found)


class _Nothing:
    """The dossier's folder, which a stranger does not have."""

    def names(self, path: str = "") -> list[str]:  # noqa: ARG002
        """Return no name."""
        return []

    def read(self, path: str, limit: int) -> bytes:  # noqa: ARG002
        """Find no file."""
        raise FolderUnreadable(problem("file-missing", Place(path), path=path))


def _manifest(run: _Run, data: bytes, options: argparse.Namespace) -> None:
    beside = _beside(options.file, "manifest.json")
    path = options.manifest or (beside if beside.is_file() else None)
    if path is None:
        run.not_done("manifest", f"no {beside.name} lies beside the file")
        return
    digests = {hashlib.sha256(part).hexdigest() for part in revisions(data)}
    listed, found = check_manifest(read_given_file(path, MEBIBYTE), path, options.file, digests)
    if listed:
        run.step("manifest", f"{path} has this file's checksum", found)
    else:
        run.not_done("manifest", f"{path} does not name this file")


def _signature(run: _Run, carried: Carried) -> None:
    signatures = carried.brief.signatures
    if not signatures:
        run.not_done("signature", "the file is not signed: nobody vouches for where it comes from")
    for one in signatures:
        when = one.time + (" by a timestamp server" if one.stamped else " by the signer's clock")
        said = f"by {one.subject}, {when}, certificate SHA-256 {one.fingerprint}"
        run.step("signature", said, check_signature(one, carried))
        if one.whole and not one.trusted:
            why = "the certificate leads to none that you named (--trust): compare its SHA-256"
            run.not_done("signer", why)


def _tell(run: _Run, about: str, options: argparse.Namespace) -> int:
    whole = not run.problems.errors
    if options.json:
        steps = [dict(zip(("step", "state", "said"), one, strict=True)) for one in run.steps]
        say(Answer(run.problems, ok=whole, further={"steps": steps}).as_json())
        return 0 if whole else 1
    tell_problems(run.problems)
    say(f"{options.file}: {about}")
    for name, state, said in run.steps:
        say(f"  {_SIGNS[state]}  {name}: {said}")
    say("whole, as far as it could be checked" if whole else "NOT as it was printed")
    return 0 if whole else 1
