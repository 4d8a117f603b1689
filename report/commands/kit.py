"""`report session kit`: all that a session takes, in one folder and one zip, with a contents page.

Everything is built as `report build -e all` does, in each language that the dossier has whole;
what is put into the kit is what was built, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from report.commands import build
from report.commands.asking import offer
from report.commands.chain import check, world_of
from report.commands.publishing import hand_out, publish
from report.commands.telling import Progress, counted, counted_problems, say, tell_problems
from report.model.audience import Audience
from report.model.dossier import Dossier
from report.model.problem import Problems

INDEX, SUMS, MANIFEST = "index.html", "SHA256SUMS", "manifest.json"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day that a zip can say: no file bears another


def make_kit(options: argparse.Namespace) -> int:
    """Build everything and pack it; the exit codes are those of `report build`."""
    options.audience = Audience.PUBLIC  # a kit is handed to anybody
    progress, problems = Progress(quiet=False), Problems()
    progress.step("checking")
    checked = check(world_of(options), (), problems)
    progress.done()
    if checked is None or problems.errors:
        tell_problems(problems)
        say(f"{counted_problems(problems)}: nothing was built")
        return 1
    dossier = checked.dossier
    langs = [str(dossier.language), *checked.translations.whole]
    asked = {"edition": ["all"], "lang": langs, "draft": False, "json": False, "replace": False}
    code = build.run(argparse.Namespace(**{**vars(options), **asked}))
    if code:
        return code
    name = f"{dossier.id}-kit"
    offered = offer(dossier, langs)
    files = _files(options.output / str(dossier.id), offered, dossier)
    publish(options.output, name, files, keep_others=False)
    packed = options.output / f"{name}.zip"
    hand_out(packed, _packed(name, files))
    say(f"{options.output / name / INDEX}: {counted(len(files), 'file')}")
    say(str(packed))
    return 0


def _files(folder: Path, offered: Mapping[str, list[str]], dossier: Dossier) -> dict[str, bytes]:
    """Return the files of the kit by name: what was built, its contents page, the checksums."""
    from report.editions.kit import Item, contents_page

    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    made = [
        one
        for one in manifest["outputs"]
        if not one.get("draft") and one["edition"] in offered.get(one["lang"], ())
    ]
    named = [str(one["path"]) for one in (*made, *manifest["data"])]
    files = {name: (folder / name).read_bytes() for name in (*named, MANIFEST)}
    items = [
        Item(one["path"], one["edition"], one["lang"], one.get("pages"), len(files[one["path"]]))
        for one in made
    ]
    data = [(str(one["path"]), len(files[one["path"]])) for one in manifest["data"]]
    page = contents_page(str(dossier.language), str(dossier.title), items, data)
    files[INDEX] = page.encode()
    sums = [f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)]
    files[SUMS] = "".join(sums).encode()
    return files


def _packed(name: str, files: Mapping[str, bytes]) -> bytes:
    """Return a zip of the files in one folder: the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{name}/{path}", _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            packed.writestr(entry, files[path])
    return out.getvalue()
