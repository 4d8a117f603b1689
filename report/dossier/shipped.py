"""The data that travels with the program, `templates/`: where it lies, and how it is read."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


@cache
def templates_path() -> Path:
    """Return the folder of templates: inside an installed package, else beside `report/`."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def read_shipped_yaml(path: Path) -> Any:
    """Return the values of one of our own YAML files; OSError or yaml.YAMLError if it is broken."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # several times faster
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506  a safe loader
