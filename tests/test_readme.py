"""What the README and the change log say is so."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from report import __version__
from report.commands.arguments import parser

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    (report [^#\n]*)", README, re.MULTILINE)
SCRIPTS = re.findall(r"script/\w+", README)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_one(command: str) -> None:
    """Every command of the README is understood by the program."""
    options = parser().parse_args(shlex.split(command)[1:])
    assert (ROOT / "report" / "commands" / f"{options.command}.py").is_file()


def test_there_are_commands_and_scripts() -> None:
    """The README shows the main job, and each script that it names can be run."""
    assert len(COMMANDS) >= 4
    assert {"script/build", "script/test"} <= set(SCRIPTS)
    for script in SCRIPTS:
        assert (ROOT / script).stat().st_mode & 0o111, script


def test_links_lead_somewhere() -> None:
    """Every file that the README links to or shows is there."""
    for target in re.findall(r"\]\(([^)]+)\)", README):
        assert target.startswith("https://") or (ROOT / target).exists(), target


def test_the_change_log_names_this_version() -> None:
    """CHANGELOG.md speaks of the version that the package has."""
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_script_bench_offers_every_table() -> None:
    """Each measuring script can be asked for by its name, and is told in the head of the file."""
    text = (ROOT / "script" / "bench").read_text(encoding="utf-8")
    (offered,) = re.findall(r"^  (\w+(?: \| \w+)*)\)$", text, re.MULTILINE)
    names = {path.stem.removeprefix("bench-") for path in (ROOT / "script").glob("bench-*.py")}
    assert names
    assert set(offered.split(" | ")) == names
    assert set(re.findall(r"^#   script/bench (\w+)", text, re.MULTILINE)) == names
