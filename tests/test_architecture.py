"""The shape of the code: which folder may import which, and how large a module may grow."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = [
    "model",
    "dossier",
    "documents",
    "evidence",
    "suggest",
    "citations",
    "translation",
    "protection",
    "press",
    "editions",
    "commands",
]
MODULES = sorted((ROOT / "report").rglob("*.py"))
HEAVY = ["weasyprint", "pikepdf", "citeproc", "pypdfium2", "fontTools", "lxml", "jinja2", "PIL"]


def _imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            names.add(node.module)
    return names


def test_no_two_test_files_share_a_name() -> None:
    """Test folders are no packages: of two files of one name pytest could load only the first."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_run_upwards_only(path: Path) -> None:
    """A folder imports only from the folders above it in the list."""
    parts = path.relative_to(ROOT / "report").parts
    floor = FLOORS.index(parts[0]) if len(parts) > 1 else len(FLOORS)
    for name in _imports(path):
        match = re.match(r"report\.(\w+)", name)
        if match and match.group(1) in FLOORS:
            assert FLOORS.index(match.group(1)) <= floor, f"{path} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_stays_of_one_purpose(path: Path) -> None:
    """No module but a pure table grows over 300 lines, no function over 40."""
    text = path.read_text(encoding="utf-8")
    tables = {"report/model/codes.py"}
    if str(path.relative_to(ROOT)) not in tables:
        assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


def test_only_the_press_knows_the_layout_engine() -> None:
    """WeasyPrint and pikepdf are imported in press/ alone."""
    for path in MODULES:
        if "press" not in path.parts:
            roots = {name.split(".")[0] for name in _imports(path)}
            assert not roots & {"weasyprint", "pikepdf", "pydyf"}, path


def test_every_folder_is_described() -> None:
    """ARCHITECTURE.md names each folder of the code, and only folders that exist."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    described = re.findall(r"^\| `(\w+)/` \|", text, re.MULTILINE)
    assert described == [name for name in FLOORS if (ROOT / "report" / name).is_dir()]
    for path in re.findall(r"`((?:report|templates|tests|[a-z]+)/[\w./]+)`", text):
        found = (ROOT / path).exists() or (ROOT / "report" / path).exists()
        assert found, f"{path} is not there"


def test_help_and_check_start_at_once() -> None:
    """`report --help` and the modules of `report check` load no layout, PDF or CSL library."""
    code = (
        "import sys; import report.__main__, report.commands.arguments, report.commands.check; "
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"
