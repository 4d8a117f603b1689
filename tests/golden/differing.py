"""Pages that differ from their golden pictures -> one HTML page that shows them side by side."""

from __future__ import annotations

import base64
import html
import io
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Pages that differ</title>
<style>body {{ font: 14px sans-serif; background: #ddd }} td {{ vertical-align: top }}
img {{ border: 1px solid #888 }}</style>
<h1>Pages that differ from their golden pictures</h1>
<p>If all of them are meant, write them anew: <code>pytest tests/golden --update-golden</code></p>
{rows}</html>
"""
_ROW = """<h2>{name}</h2><p>{reason}</p>
<table><tr><th>golden<th>now<th>where<tr>{cells}</table>
"""


@dataclass(frozen=True)
class Differing:
    """One page that differs: the golden picture, the page as it is now, and the marked places."""

    name: str
    reason: str
    golden: Image.Image | None
    now: Image.Image
    marked: Image.Image | None


def write_page(differing: Iterable[Differing]) -> Path:
    """Write the HTML page into a new temporary folder; return its path."""
    rows = "".join(_row(one) for one in differing)
    path = Path(tempfile.mkdtemp(prefix="golden-")) / "differences.html"
    path.write_text(_PAGE.format(rows=rows), encoding="utf-8")
    return path


def _row(one: Differing) -> str:
    cells = "".join(f"<td>{_image(each)}" for each in (one.golden, one.now, one.marked))
    return _ROW.format(name=html.escape(one.name), reason=html.escape(one.reason), cells=cells)


def _image(picture: Image.Image | None) -> str:
    if picture is None:
        return "none"
    written = io.BytesIO()
    picture.save(written, "PNG")
    return (
        f'<img alt="" src="data:image/png;base64,{base64.b64encode(written.getvalue()).decode()}">'
    )
