"""The committed files → dist/: a wheel built twice, its bill of materials, and their checksums.

The bill of materials is CycloneDX 1.6: the wheel and every package it runs on, each with version,
licence, and the hashes that script/setup accepts; and pandoc, a program that one of them carries.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from packaging.utils import canonicalize_name
from packaging.version import Version

from report import __version__
from report.commands.about import Package, packages

ROOT = Path(__file__).resolve().parent.parent


def build_wheel(into: Path) -> Path:
    """Build the wheel of the committed files in a new folder; return its path."""
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(
            ["git", "-C", str(ROOT), "archive", "HEAD"], check=True, capture_output=True
        ).stdout
        subprocess.run(["tar", "-x", "-C", folder], input=archive, check=True)
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(into)]
        day = {"SOURCE_DATE_EPOCH": "1767225600"}  # no file of the wheel bears the day of building
        subprocess.run(command, cwd=folder, check=True, capture_output=True, env=os.environ | day)
    return next(into.glob("*.whl"))


def pinned_hashes() -> dict[str, list[str]]:
    """Return the SHA-256 hashes that script/requirements.txt allows, by `name==version`."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in (ROOT / "script" / "requirements.txt").read_text(encoding="utf-8").splitlines():
        pinned = re.match(r"([A-Za-z0-9._-]+)==([^ ;\\]+)", line)
        if pinned:
            name = f"{canonicalize_name(pinned.group(1))}=={Version(pinned.group(2))}"
        hashed = re.search(r"--hash=sha256:([0-9a-f]{64})", line)
        if hashed:
            found.setdefault(name, []).append(hashed.group(1))
    return found


def bill_of_materials(wheel: Path) -> str:
    """Return the CycloneDX document of a wheel, the same for the same wheel and packages."""
    hashes = pinned_hashes()
    parts = [_component(one, hashes) for one in packages()]
    programs = [_pandoc()]
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    content = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "report",
                "name": "report",
                "version": __version__,
                "licenses": [{"license": {"id": "MIT"}}],
                "hashes": [{"alg": "SHA-256", "content": digest}],
            }
        },
        "components": [*parts, *programs],
        "dependencies": [
            {"ref": "report", "dependsOn": [part["bom-ref"] for part in parts]},
            *({"ref": part["bom-ref"], "dependsOn": _carried(part)} for part in parts),
            *({"ref": one["bom-ref"]} for one in programs),
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _component(one: Package, hashes: dict[str, list[str]]) -> dict[str, object]:
    name, version = canonicalize_name(one.name), str(Version(one.version))
    purl = f"pkg:pypi/{name}@{version}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
        "licenses": [{"license": {"name": one.licence}}],
        # One package has a file a platform: any of them may be the one installed.
        "externalReferences": [
            {
                "type": "distribution",
                "url": f"https://pypi.org/project/{name}/{version}/",
                "hashes": [
                    {"alg": "SHA-256", "content": digest}
                    for digest in sorted(hashes[f"{name}=={version}"])
                ],
            }
        ],
    }


def _pandoc() -> dict[str, object]:
    """Return the entry of the program that pypandoc-binary carries, as it lies here.

    Its hash is that of this platform's file: the package of another platform carries another.
    """
    import pypandoc

    version = str(pypandoc.get_pandoc_version())
    purl = f"pkg:github/jgm/pandoc@{version}"
    digest = hashlib.sha256(Path(pypandoc.get_pandoc_path()).read_bytes()).hexdigest()
    return {
        "type": "application",
        "bom-ref": purl,
        "name": "pandoc",
        "version": version,
        "purl": purl,
        "licenses": [{"license": {"id": "GPL-2.0-or-later"}}],
        "hashes": [{"alg": "SHA-256", "content": digest}],
        "externalReferences": [{"type": "vcs", "url": "https://github.com/jgm/pandoc"}],
        "properties": [
            {"name": "report:carried-by", "value": "pypandoc-binary"},
            {"name": "report:platform", "value": f"{sys.platform}-{platform.machine()}"},
        ],
    }


def _carried(part: dict[str, object]) -> list[str]:
    return [str(_pandoc()["bom-ref"])] if part["name"] == "pypandoc-binary" else []


def main() -> int:
    """Make the release; 1 where two builds of the wheel differ."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("-o", "--output", type=Path, default=ROOT / "dist")
    into = options.parse_args().output.resolve()
    with tempfile.TemporaryDirectory() as folder:
        wheels = [build_wheel(Path(folder) / name) for name in ("first", "second")]
        data, again = (wheel.read_bytes() for wheel in wheels)
        if data != again:
            print("release: two builds of the wheel differ: nothing was written", file=sys.stderr)
            return 1
        files = {
            wheels[0].name: data,
            f"report-{__version__}.cdx.json": bill_of_materials(wheels[0]).encode(),
        }
    sums = [f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)]
    files["SHA256SUMS"] = "".join(sums).encode()
    into.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (into / name).write_bytes(content)
        print(into / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
