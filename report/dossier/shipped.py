"""Where the data that travels with the program lies: `templates/`, in the wheel too."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def templates_path() -> Path:
    """Return the folder of templates: inside an installed package, else beside `report/`."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"
