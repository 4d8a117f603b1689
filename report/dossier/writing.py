"""Changes to a user's own files: remarks, order and quotation marks stay as they were.

A file is written anew beside the old one, synced and renamed, so that nothing is ever torn.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from report.model.document import Passage


def with_passages(record: str, passages: Mapping[str, Passage]) -> str:
    """Return the text of a document's record with its passages replaced."""
    from ruamel.yaml import YAML  # late: only commands that write need it
    from ruamel.yaml.comments import CommentedMap
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10_000
    data = yaml.load(record)
    table = CommentedMap()
    for passage_id, passage in passages.items():
        row = CommentedMap()
        row["paragraph"] = passage.paragraph
        row["start"] = passage.start
        row["end"] = passage.end
        row["text"] = DoubleQuotedScalarString(passage.text)
        table[passage_id] = row
    data.pop("passages", None)
    if table:
        data["passages"] = table
    written = io.StringIO()
    yaml.dump(data, written)
    return written.getvalue()


def replace_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; OSError where it cannot be written."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".new")
    aside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
