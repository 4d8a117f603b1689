"""A release can be made again by anyone, and says what it is made of."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = (ROOT / "script" / "requirements.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "script/release.py", "-o", str(folder)]
    # Two builds that differ are refused by the script itself.
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


def _bill(release: Path) -> dict[str, object]:
    return dict(json.loads(next(release.glob("*.cdx.json")).read_text(encoding="utf-8")))


def test_the_bill_of_materials_is_cyclonedx(release: Path) -> None:
    """The schema of CycloneDX 1.6 accepts it, nothing more in it than the schema knows."""
    text = json.dumps(_bill(release))
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_the_bill_names_all_that_the_package_requires(release: Path) -> None:
    """Each requirement of pyproject.toml is listed, with at least one hash that is pinned."""
    required = re.findall(
        r'^  "([a-z0-9.-]+)[>=]=', (ROOT / "pyproject.toml").read_text("utf-8"), re.M
    )
    listed = {one["name"]: one for one in _bill(release)["components"]}  # type: ignore[attr-defined]
    assert len(required) > 15
    for name in required:
        one = listed[name.replace(".", "-")]
        for hashed in one["externalReferences"][0]["hashes"]:
            assert f"sha256:{hashed['content']}" in REQUIREMENTS


def test_the_bill_names_the_program_that_a_package_carries(release: Path) -> None:
    """Pandoc lies within a package: it is listed with its version, licence and checksum."""
    import pypandoc

    bill = _bill(release)
    (pandoc,) = [one for one in bill["components"] if one["name"] == "pandoc"]  # type: ignore[attr-defined]
    assert pandoc["version"] == pypandoc.get_pandoc_version()
    assert pandoc["licenses"] == [{"license": {"id": "GPL-2.0-or-later"}}]
    program = Path(pypandoc.get_pandoc_path()).read_bytes()
    assert pandoc["hashes"][0]["content"] == hashlib.sha256(program).hexdigest()
    needed = {one["ref"]: one.get("dependsOn", []) for one in bill["dependencies"]}  # type: ignore[attr-defined]
    (carrier,) = [ref for ref in needed if "pypandoc-binary" in ref]
    assert needed[carrier] == [pandoc["bom-ref"]]


def test_checksums_are_of_the_files(release: Path) -> None:
    """SHA256SUMS names every other file with its checksum."""
    lines = (release / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    stated = {name: digest for digest, name in (line.split("  ") for line in lines)}
    for path in release.iterdir():
        if path.name != "SHA256SUMS":
            assert stated.pop(path.name) == hashlib.sha256(path.read_bytes()).hexdigest()
    assert not stated


def test_the_wheel_carries_no_day_and_no_path(release: Path) -> None:
    """Nothing of the machine that builds is in the wheel."""
    data = next(release.glob("*.whl")).read_bytes()
    assert str(ROOT).encode() not in data
    assert b"templates/brief" in data


def test_every_pinned_package_has_a_hash() -> None:
    """No package can be installed that is not the one that was looked at."""
    entries = re.split(r"^(?=[A-Za-z0-9])", REQUIREMENTS, flags=re.M)[1:]
    assert len(entries) > 50
    for entry in entries:
        assert "--hash=sha256:" in entry, entry.split()[0]
    setup = (ROOT / "script" / "setup").read_text(encoding="utf-8")
    assert "--require-hashes" in setup
