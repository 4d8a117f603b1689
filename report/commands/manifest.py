"""manifest.json: what a build was made of, what came out, and whether it still stands.

The key is the same exactly when all that outputs depend on is the same; outputs of an earlier
build with the same key are kept in the manifest, others are not vouched for any more.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report import __version__
from report.commands.content_key import versions
from report.model.audience import Audience

_MANIFEST = "manifest.json"
Entry = Mapping[str, Any]


@dataclass(frozen=True)
class Variant:
    """What a build is beside a final one for everybody: for trusted hands, a draft, or both."""

    draft: bool = False
    trusted: bool = False

    @classmethod
    def asked(cls, options: argparse.Namespace) -> Variant:
        """Return the variant that the command line asks for."""
        return cls(bool(options.draft), options.audience == Audience.TRUSTED)

    @property
    def marks(self) -> dict[str, bool]:
        """What an entry of the manifest says of it."""
        marks = {"draft": self.draft, "trusted": self.trusted}
        return {name: True for name, marked in marks.items() if marked}

    @property
    def manifest(self) -> str:
        """The name of the manifest: each variant has its own and leaves the others' alone."""
        return self.file_name(_MANIFEST)

    def file_name(self, name: str) -> str:
        """Return the name of a file that is written: never that of a file of another variant."""
        stem, _, ending = name.rpartition(".")
        return ".".join([stem, *sorted(self.marks, reverse=True), ending])


FINAL = Variant()


@dataclass(frozen=True)
class Product:
    """One thing to make: an edition in a language, in a variant; one or several files."""

    edition: str
    lang: str
    variant: Variant = FINAL

    @classmethod
    def of(cls, entry: Entry) -> Product:
        """Return the product that an entry of a manifest is a file of."""
        variant = Variant(bool(entry.get("draft")), bool(entry.get("trusted")))
        return cls(entry["edition"], entry["lang"], variant)


def read_manifest(folder: Path, key: str, variant: Variant) -> dict[str, Any]:
    """Return the manifest in `folder` where its key is `key`, with the entries that are whole."""
    try:
        manifest = json.loads((folder / variant.manifest).read_text(encoding="utf-8"))
        if manifest["key"] != key or not all(_whole(folder, one) for one in manifest["data"]):
            return {}
        manifest["outputs"] = _whole_products(folder, manifest["outputs"])
        return dict(manifest)
    except (OSError, ValueError, KeyError, TypeError):
        return {}  # no manifest of ours: build anew


def find_build(
    output: Path, key: str, wanted: Callable[[str, Any], Sequence[Product]], variant: Variant
) -> tuple[Path, dict[str, Any]]:
    """Return the folder and manifest of a build that has all that is wanted.

    `wanted` is told the dossier's language, and the editions that it has in each language.
    """
    for path in sorted(output.glob(f"*/{variant.manifest}")):
        manifest = read_manifest(path.parent, key, variant)
        if manifest and all(
            product in map(Product.of, manifest["outputs"])
            for product in wanted(manifest["language"], manifest["editions"])
        ):
            return path.parent, manifest
    return output, {}


def _whole_products(folder: Path, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries of the products of which every file is whole."""
    broken = {Product.of(one) for one in entries if not _whole(folder, one)}
    return [one for one in entries if Product.of(one) not in broken]


def _whole(folder: Path, entry: Entry) -> bool:
    try:
        digest = hashlib.sha256((folder / entry["path"]).read_bytes()).hexdigest()
    except FileNotFoundError:
        return False
    return bool(digest == entry["sha256"])


def manifest_json(
    key: str,
    outputs: Iterable[Entry],
    data: Mapping[str, bytes],
    dossier: Mapping[str, Any],
) -> bytes:
    """Return the manifest as bytes; `dossier` says its id, its documents and what was checked."""
    content = {
        "program": f"report {__version__}",
        **dossier,
        "key": key,
        "outputs": sorted(outputs, key=lambda entry: str(entry["path"])),
        "data": [
            {"path": name, "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in sorted(data.items())
        ],
        "versions": versions(),
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
