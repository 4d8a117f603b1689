"""`report about`: the version, and each package that the program runs on, with its licence."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

from report import __version__
from report.commands.telling import say

_TROVE = "License :: OSI Approved :: "
# What a package carries beside its own code, under other terms than its own metadata says.
_CARRIED = {
    "pypandoc-binary": "carries pandoc, a program of its own under GPL-2.0-or-later",
    "pypdfium2": "carries PDFium under BSD-3-Clause and Apache-2.0",
    "pymorphy3-dicts-ru": "data of OpenCorpora under CC-BY-SA-3.0",
}


@dataclass(frozen=True)
class Package:
    """An installed package: its name as PyPI has it, version, and licence as it states it."""

    name: str
    version: str
    licence: str
    note: str = ""


def run(options: argparse.Namespace) -> int:
    """Print the table."""
    listed = packages()
    if options.json:
        content = {"report": __version__, "packages": [asdict(one) for one in listed]}
        say(json.dumps(content, ensure_ascii=False, indent=2))
        return 0
    say(f"report {__version__}, MIT. It runs on these packages, each under its own licence:")
    widest = max(len(one.name) for one in listed)
    for one in listed:
        note = f" ({one.note})" if one.note else ""
        say(f"  {one.name:<{widest}}  {one.version:<16} {one.licence}{note}")
    return 0


def packages() -> list[Package]:
    """Return what the program runs on, directly or not, sorted by name; not what tests need."""
    found: dict[str, Package] = {}
    waiting, seen = [("report", "")], set[tuple[str, str]]()
    while waiting:
        name, extra = waiting.pop()
        known = _distribution(name)
        if known is None or (known.name, extra) in seen:
            continue
        seen.add((known.name, extra))
        name = known.name.lower().replace("_", "-")
        found[name] = Package(name, known.version, _licence(known), _CARRIED.get(name, ""))
        waiting += _required(known, extra)
    del found["report"]
    return [found[name] for name in sorted(found)]


def _distribution(name: str) -> Distribution | None:
    """Return an installed package; None for one that this system does not need."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _required(known: Distribution, extra: str) -> Iterator[tuple[str, str]]:
    """Yield what a package, or an extra of it, requires here, each with the extras asked of it."""
    for line in known.requires or ():
        wanted = Requirement(line)
        held = wanted.marker is None or wanted.marker.evaluate({"extra": extra})
        own = wanted.marker is not None and "extra" in str(wanted.marker)
        if held and own == bool(extra):
            yield wanted.name, ""
            yield from ((wanted.name, asked) for asked in sorted(wanted.extras))


def _licence(known: Distribution) -> str:
    """Return the licence as a package states it: PEP 639, else its classifiers, else its field."""
    every = known.metadata.get_all
    expression = every("License-Expression")
    if expression:
        return str(expression[0])
    trove = [c.removeprefix(_TROVE) for c in every("Classifier") or () if _TROVE in c]
    if trove:
        return " or ".join(trove)
    stated = (every("License") or [""])[0].strip().split("\n")[0]
    return stated[:80] or "not stated"
