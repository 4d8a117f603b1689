"""What was published stays: a version is not printed over, and an earlier one is kept aside.

A dossier that states a version publishes with each final build. Without one it is work in progress,
and each build replaces the one before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report.commands.manifest import FINAL
from report.commands.publishing import publish
from report.model.place import Place
from report.model.problem import Stop, problem


@dataclass(frozen=True)
class Published:
    """A build that stands in its folder: its version, empty where none, and its files."""

    version: str
    sha256: Mapping[str, str]


def published(folder: Path) -> Published:
    """Return what the manifest of a folder says was published there."""
    try:
        manifest: dict[str, Any] = json.loads((folder / FINAL.manifest).read_text(encoding="utf-8"))
        files = [*manifest["outputs"], *manifest["data"]]
        found = {str(one["path"]): str(one["sha256"]) for one in files}
        return Published(str(manifest.get("version", "")), found)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Published("", {})


def guard_published(
    build: Path, name: str, version: str, files: Iterable[tuple[str, str]], *, replace: bool
) -> None:
    """Keep what was published: Stop(1) with would-replace, or the earlier version kept aside.

    `files` are (path, SHA-256) of what is to be written. An earlier version goes, with its
    manifest, into the folder `NAME-VERSION` beside.
    """
    before = published(build / name)
    if not before.version or replace:
        return
    if before.version != version:
        _keep_aside(build, name, before)
        return
    for path, digest in files:
        if path in before.sha256 and before.sha256[path] != digest:
            place = Place("dossier.yaml")
            raise Stop(1, problem("would-replace", place, version=version, path=path))


def _keep_aside(build: Path, name: str, before: Published) -> None:
    folder = build / name
    names = [*before.sha256, FINAL.manifest]
    kept = {one: (folder / one).read_bytes() for one in names if (folder / one).is_file()}
    safe = "".join(c if c.isalnum() or c in ".-" else "-" for c in before.version).strip(".")
    publish(build, f"{name}-{safe or 'earlier'}", kept, keep_others=False)
