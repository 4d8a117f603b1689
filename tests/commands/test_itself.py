"""What the program says of itself, and how a shell completes it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from small_builds import Run

PERMISSIVE = ("MIT", "BSD", "Apache", "MPL", "Mozilla", "PSF", "OFL", "ISC", "Python", "Public")


def test_about_lists_licences_that_fit(run: Run) -> None:
    """Every package that the program runs on states a licence under which MIT may use it."""
    listed = json.loads(run("about", "--json").stdout)["packages"]
    assert {"weasyprint", "jinja2", "pyyaml", "brotli"} <= {one["name"] for one in listed}
    for one in listed:
        assert any(word in one["licence"] for word in PERMISSIVE), one


def test_about_reads_as_a_table(run: Run) -> None:
    """Each package has a line with its version."""
    said = run("about").stdout
    assert said.startswith("report ")
    assert "weasyprint" in said
    assert "70.0" in said


def _completed(script: Path, *words: str) -> list[str]:
    """Return what bash offers at the end of a line."""
    line = " ".join(words)
    code = (
        f'source "{script}"; COMP_WORDS=({line} ""); COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 )); '
        f'COMP_LINE="{line} "; COMP_POINT=${{#COMP_LINE}}; _shtab_report; '
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["report"], {"build", "check", "suggest"}),
        (["report", "build", "-e"], {"brief", "handout", "all"}),
        (["report", "translate"], {"export", "import", "status"}),
    ],
)
def test_bash_completes(run: Run, tmp_path: Path, words: list[str], offered: set[str]) -> None:
    """Commands, actions and choices are offered where they can stand."""
    script = tmp_path / "report.bash"
    script.write_text(run("completion", "bash").stdout, encoding="utf-8")
    assert offered <= set(_completed(script, *words))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script(run: Run, shell: str) -> None:
    """The script names every command."""
    said = run("completion", shell).stdout
    for verb in ("build", "check", "translate"):
        assert verb in said
