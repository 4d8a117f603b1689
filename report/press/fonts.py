"""Font packages -> a folder of static faces that is all fontconfig ever sees, and what they cover.

The faces are cut once and kept in a cache whose name is a hash of the packages' files and of the
recipe, so that another version of either never meets old faces. Knows nothing of the renderer.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.sax.saxutils import escape

from report.model.place import Place
from report.model.problem import Stop, problem
from report.press.faces import FACES, RECIPE, Face

_INDEX_NAME = "faces.json"
_CONFIG_NAME = "fonts.conf"
_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{folder}</dir>
  <cachedir>{folder}/fontconfig</cachedir>
</fontconfig>
"""

# Characters which need no glyph: they are never drawn.
_INVISIBLE = frozenset("\t\n\r\f\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True)
class FontFolder:
    """A folder with our faces, the fontconfig file that names only it, and what they cover."""

    folder: Path
    coverage: Mapping[str, frozenset[int]]

    @property
    def config_path(self) -> Path:
        """The file for `FONTCONFIG_FILE`."""
        return self.folder / _CONFIG_NAME

    @property
    def families(self) -> tuple[str, ...]:
        """The names that style sheets may use."""
        return tuple(sorted(self.coverage))

    def missing_characters(self, text: str, family: str = "") -> set[str]:
        """Return the characters of `text` that `family` lacks; without it, that any family lacks.

        The serif has no U+2011 (non-breaking hyphen): write U+2010 or "-" within `white-space:
        nowrap` instead.
        """
        families = [family] if family else self.families
        return set().union(*(self._lacking(text, self.coverage[name]) for name in families))

    def missing_everywhere(self, text: str) -> set[str]:
        """Return the characters of `text` that no family has."""
        return self._lacking(text, self._everything)

    @cached_property
    def _everything(self) -> frozenset[int]:
        return frozenset().union(*self.coverage.values())

    @staticmethod
    def _lacking(text: str, covered: frozenset[int]) -> set[str]:
        return {c for c in set(text) if ord(c) not in covered and c not in _INVISIBLE}


def prepare_fonts(cache: Path | None = None) -> FontFolder:
    """Return the folder of faces beneath `cache`, made now if it is not there or damaged.

    Errors: Stop(3) with `missing-font` where a font package is not installed. A cache that cannot
    be written is replaced by a temporary folder which lives as long as the process.
    """
    sources = {source: _package_file(*source) for source in dict.fromkeys(map(_source, FACES))}
    key = _key(sources.values())
    home = (cache or cache_folder(os.environ)).absolute()
    found = _load(home / f"fonts-{key}")
    if found:
        return found
    try:
        return _make(home, key, sources)
    except OSError:
        temporary = Path(tempfile.mkdtemp(prefix="report-fonts-"))
        atexit.register(shutil.rmtree, temporary, ignore_errors=True)
        return _make(temporary, key, sources)


def cache_folder(environment: Mapping[str, str]) -> Path:
    """Return the folder for things that can be made again (XDG Base Directory Specification)."""
    named = environment.get("XDG_CACHE_HOME", "")
    base = Path(named) if named.startswith("/") else Path(environment.get("HOME", "/")) / ".cache"
    return base / "report"


def _source(face: Face) -> tuple[str, str]:
    return face.package, face.file


def _package_file(package: str, file: str) -> bytes:
    spec = importlib.util.find_spec(package)
    if spec is not None and spec.origin is not None:
        with contextlib.suppress(OSError):
            return (Path(spec.origin).parent / "files" / file).read_bytes()
    name = package.replace("_", "-")
    raise Stop(3, problem("missing-font", Place(f"{name}/{file}"), package=name))


def _key(files: Iterable[bytes]) -> str:
    from importlib.metadata import version

    digest = hashlib.sha256(f"{RECIPE} {FACES!r} {version('fonttools')} {_CONFIG}".encode())
    for content in files:
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:16]


def _load(folder: Path) -> FontFolder | None:
    """Return the folder if every file in it is as it was written."""
    try:
        if (folder / _CONFIG_NAME).read_text(encoding="utf-8") != _config(folder):
            return None
        index = json.loads((folder / _INDEX_NAME).read_bytes())
        for name, digest in index["sha256"].items():
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
                return None
        coverage = {family: _expand(ranges) for family, ranges in index["coverage"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return FontFolder(folder, coverage)


def _make(home: Path, key: str, sources: Mapping[tuple[str, str], bytes]) -> FontFolder:
    """Make the folder aside and move it into place; another process may do the same meanwhile."""
    home.mkdir(parents=True, exist_ok=True)
    target = home / f"fonts-{key}"
    aside = Path(tempfile.mkdtemp(prefix=f".fonts-{key}-", dir=home))
    try:
        _write_faces(aside, sources)
        (aside / _CONFIG_NAME).write_text(_config(target), encoding="utf-8")
        aside.chmod(0o755)
        if not (ready := _load(target)):
            _replace(aside, target)
            ready = _load(target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    if not ready:
        raise OSError(f"{target} cannot be written")
    return ready


def _replace(aside: Path, target: Path) -> None:
    # A damaged folder is moved away first; losing the race to another process is no harm, for
    # the other's folder has the same bytes.
    with contextlib.suppress(OSError):
        aside.rename(target)
        return
    damaged = Path(tempfile.mkdtemp(prefix=".damaged-", dir=target.parent))
    with contextlib.suppress(OSError):
        target.rename(damaged / target.name)
    shutil.rmtree(damaged, ignore_errors=True)
    with contextlib.suppress(OSError):
        aside.rename(target)


def _write_faces(folder: Path, sources: Mapping[tuple[str, str], bytes]) -> None:
    from report.press.cutting import covered_characters, make_face

    digests: dict[str, str] = {}
    coverage: dict[str, frozenset[int]] = {}
    for face in FACES:
        content = make_face(face, sources[_source(face)])
        (folder / face.file_name).write_bytes(content)
        digests[face.file_name] = hashlib.sha256(content).hexdigest()
        covered = covered_characters(content)
        coverage[face.family] = coverage.get(face.family, covered) & covered
    index = {"sha256": digests, "coverage": {k: _ranges(v) for k, v in coverage.items()}}
    (folder / _INDEX_NAME).write_text(json.dumps(index, sort_keys=True), encoding="utf-8")


def _config(folder: Path) -> str:
    return _CONFIG.format(folder=escape(str(folder)))


def _ranges(points: Iterable[int]) -> list[list[int]]:
    ranges: list[list[int]] = []
    for point in sorted(points):
        if ranges and point == ranges[-1][1] + 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return ranges


def _expand(ranges: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(point for first, last in ranges for point in range(first, last + 1))
