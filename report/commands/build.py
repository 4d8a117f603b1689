"""`report build`: checks, prints the editions, and puts them in place whole."""

from __future__ import annotations

import argparse
import datetime
import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report.commands.asking import check_askable, editions_asked, joined, offer, products
from report.commands.chain import Checked, World, check, world_of
from report.commands.check import summary_line
from report.commands.content_key import content_key
from report.commands.given_file import read_given_file
from report.commands.guarding import opened
from report.commands.length_told import further, told
from report.commands.manifest import (
    Entry,
    Product,
    Variant,
    find_build,
    manifest_json,
    read_manifest,
)
from report.commands.publishing import one_writer, publish
from report.commands.telling import (
    NOTHING_CHECKED,
    Answer,
    Progress,
    counted,
    counted_problems,
    say,
    tell_problems,
)
from report.commands.versions import guard_published
from report.dossier.folder import MEBIBYTE
from report.model.dossier import Dossier
from report.model.place import Place
from report.model.problem import Problems, Stop, problem
from report.press.job import Conformance
from report.protection.confidential import discreet

if TYPE_CHECKING:
    from report.commands.building import Output
    from report.commands.many import Task
    from report.press.job import Attachment

MAX_PROFILE = 8 * MEBIBYTE  # of an ICC profile: those of print shops have two


@dataclass
class Build:
    """One run of `report build`."""

    options: argparse.Namespace
    world: World
    key: str
    progress: Progress
    profile: bytes | None
    problems: Problems = field(default_factory=Problems)

    @property
    def profile_name(self) -> str:
        """Return the file name of the print shop's ICC profile, empty where none is given."""
        return self.options.icc.name if self.options.icc else ""

    def before(self) -> tuple[Path, dict[str, Any]]:
        """Return folder and manifest of an earlier build that has all that is asked for."""
        options = self.options
        if not opened().covered:
            return options.output, {}
        wanted = partial(products, options)
        return find_build(options.output, self.key, wanted, Variant.asked(options))


def run(options: argparse.Namespace) -> int:
    """Build what was asked for; 0 done, 1 the dossier has problems."""
    world = world_of(options)
    _epoch_day()  # refused before any work is done
    profile = _profile(options)
    key = _key(options, profile)
    build = Build(options, world, key, Progress(quiet=options.json), profile)
    folder, manifest = build.before()
    if manifest and not options.draft:
        return _tell_unchanged(build, folder, manifest)
    build.progress.step("checking")
    checked = checked_as_asked(build)
    build.progress.done()
    draft = options.draft and checked is not None and checked.whole
    if checked is None or (build.problems.errors and not draft):
        return _refused(build, checked)
    if manifest:  # a draft: its problems are told each time
        return _tell_unchanged(build, folder, manifest)
    return _tell(build, checked, print_checked(build, checked))


def _profile(options: argparse.Namespace) -> bytes | None:
    """Return the printing condition that is named; Stop(3) with profile-refused before any work."""
    if not options.icc:
        return None
    from report.press.output_intent import checked_profile  # late: loads the library of PDFs

    profile = read_given_file(options.icc, MAX_PROFILE)
    checked_profile(profile, Place(str(options.icc)))
    return profile


def _key(options: argparse.Namespace, profile: bytes | None) -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    folders = options.dossier, options.documents
    icc = hashlib.sha256(profile or b"").hexdigest()
    words = [f"epoch={epoch}", f"icc={icc}", f"conformance={options.conformance}"]
    words += [f"joint={options.joint}", f"audience={options.audience}"]
    words.append(f"protected={opened().digest}")
    return content_key(*folders, *words, without=options.output)


def checked_as_asked(build: Build) -> Checked | None:
    """Run all checks, also those of what is asked for; None where nothing can be read."""
    options = build.options
    editions = editions_asked(options)
    checked = check(build.world, options.lang or (), build.problems, editions=editions)
    return _asked(build, checked) if checked else None


def _asked(build: Build, checked: Checked) -> Checked:
    """Return the dossier as it is asked for, and add what the dossier or a body does not allow."""
    if build.options.joint:
        checked = replace(checked, dossier=joined(checked.dossier, build.problems))
    asked = _products(build, checked.dossier)
    whole = check_askable(asked, checked.dossier, build.problems)
    return replace(checked, whole=checked.whole and whole)


def _products(build: Build, dossier: Dossier) -> list[Product]:
    own = str(dossier.language)
    offered = offer(dossier, map(str, build.options.lang or (own,)))
    return products(build.options, own, offered)


def _refused(build: Build, checked: Checked | None) -> int:
    problems = build.problems
    if build.options.json:
        counts = checked.counts() if checked else NOTHING_CHECKED
        say(Answer(problems, counts, ok=False).as_json())
    else:
        tell_problems(problems)
        say(f"{counted_problems(problems)}: nothing was built")
        if build.options.draft:
            say(
                "a draft needs files that can be read, and every id that is named: mend these first"
            )
    return 1


def print_checked(
    build: Build, checked: Checked, noted: Callable[[Any], None] | None = None
) -> list[dict[str, Any]]:
    """Print what was asked for and put it in place; return the entries of the manifest.

    `noted` is told of each layout. Stop(3) where a file cannot be made, Stop(4) where it cannot be
    written.
    """
    # The layout engine and all it needs are loaded only now.
    from report.commands.many import print_all

    tasks, attachments = _tasks(build, checked, noted)
    outputs, warnings = print_all(tasks, build.progress.step)
    build.problems.extend(warnings)
    build.progress.done()
    _put(build, checked, outputs, attachments)
    return [output.entry() for output in outputs]


def _tasks(
    build: Build, checked: Checked, noted: Callable[[Any], None] | None
) -> tuple[list[Task], tuple[Attachment, ...]]:
    """Return what is to be printed, and what the printed files carry."""
    from report.commands import building
    from report.commands.many import Task
    from report.editions.product import Making

    dossier, options = checked.dossier, build.options
    out = checked.out
    faults = discreet(build.problems, out.true, out.texts) if options.draft else None
    asked = _products(build, dossier)
    langs = dict.fromkeys(product.lang for product in asked)
    several = (str(dossier.language), *checked.translations.whole)
    materials = {
        lang: building.material_of(checked, build.world, lang, faults)
        for lang in dict.fromkeys((*langs, *several))
    }
    attachments = building.attachments_of(checked, next(iter(materials.values())))
    making = Making(
        attachments,
        made_on(dossier),
        build.profile,
        build.profile_name,
        Conformance(options.conformance),
        tuple(materials[lang] for lang in several),
        noted,
    )
    tasks = [Task(one.edition, materials[one.lang], making) for one in asked]
    return tasks, attachments


def _put(
    build: Build,
    checked: Checked,
    outputs: Sequence[Output],
    attachments: Sequence[Attachment],
) -> None:
    """Put the files and their manifest in place, all or none."""
    from report.commands import building

    options, name, variant = build.options, str(checked.dossier.id), Variant.asked(build.options)
    asked = _products(build, checked.dossier)
    data = {variant.file_name(one.name): one.content for one in attachments}
    files = {output.path: output.data for output in outputs} | data
    with one_writer(options.output, name):
        folder = options.output / name
        before = read_manifest(folder, build.key, variant) if opened().covered else {}
        kept = [e for e in before.get("outputs", ()) if Product.of(e) not in asked]
        entries = [*kept, *(output.entry() for output in outputs)]
        manifest = manifest_json(build.key, entries, data, building.inputs_of(checked))
        if not variant.draft:
            made = [(str(one["path"]), str(one["sha256"])) for one in entries]
            version = str(checked.dossier.version)
            guard_published(options.output, name, version, made, replace=options.replace)
        publish(options.output, name, files | {variant.manifest: manifest})


def _tell(build: Build, checked: Checked, entries: Sequence[dict[str, Any]]) -> int:
    if build.options.json:
        ok = not build.problems.errors  # a draft is printed in spite of them
        say(Answer(build.problems, checked.counts(), tuple(entries), ok).as_json())
        return 0
    tell_problems(build.problems)
    for entry in entries:
        say(_line(build.options.output / str(checked.dossier.id), entry))
        _tell_length(entry)
    say(summary_line(checked, build.problems))
    return 0


def _tell_unchanged(build: Build, folder: Path, manifest: dict[str, Any]) -> int:
    outputs, problems = tuple(manifest["outputs"]), build.problems
    if build.options.json:
        say(Answer(problems, manifest["checked"], outputs, not problems.errors).as_json())
        return 0
    tell_problems(problems)
    for entry in outputs:
        say(f"{_line(folder, entry)}, unchanged")
        _tell_length(entry)
    return 0


def _tell_length(entry: Entry) -> None:
    for line in further(entry["length"]) if "length" in entry else ():
        say(f"  {line}")


def _line(folder: Path, entry: Entry) -> str:
    """Return the line that tells of one output: its path, and how long it is."""
    length = length_of(entry)
    return f"{folder / entry['path']}" + (f": {length}" if length else "")


def length_of(entry: Entry) -> str:
    """Return the pages of an output and how much of its limit it takes; empty where it has none."""
    parts = [] if entry["pages"] is None else [counted(entry["pages"], "page")]
    parts += [told(entry["length"])] if "length" in entry else []
    return "; ".join(parts)


def made_on(dossier: Dossier) -> datetime.date:
    """Return the day that outputs bear: SOURCE_DATE_EPOCH where it is set, else the dossier's."""
    return _epoch_day() or dossier.date.first_day


def _epoch_day() -> datetime.date | None:
    """Return the day of SOURCE_DATE_EPOCH, if it is set; Stop(2) with wrong-epoch."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        place = Place("SOURCE_DATE_EPOCH")
        raise Stop(2, problem("wrong-epoch", place, value=epoch[:40])) from None
