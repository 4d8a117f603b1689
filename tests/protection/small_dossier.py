"""The small dossier of tests/problems with protected persons in its evidence."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

from planted import LIST

EXAMPLES = Path(__file__).parent.parent / "problems"
SAID = "Jonathan Smithson and Айгерім Тоқсабаева saw that Zhuldyz Yermukhanova was beaten"
EVIDENCE = f"""
    - document: olmar-gazette
      quote: "{SAID} by officers in the yard"
      attributed_to: a teacher
"""


def lay_out(target: Path, *, names: str = LIST) -> Path:
    """Make the dossier: one more sentence in a document, quoted with the names of three persons."""
    shutil.copytree(EXAMPLES / "base", target)
    text = target / "documents" / "olmar-gazette.txt"
    text.write_text(f"{text.read_text().rstrip()}\n\n{SAID} by officers in the yard.\n")
    record = target / "documents" / "olmar-gazette.yaml"
    data = text.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    changed = re.sub(r"sha256: \w+", f"sha256: {digest}", record.read_text())
    changed = re.sub(r"bytes: \d+", f"bytes: {len(data)}", changed)
    record.write_text(changed)
    findings = target / "findings.yaml"
    findings.write_text(findings.read_text().rstrip() + EVIDENCE)
    protected = target / "protected.yaml"
    protected.write_text(names)
    protected.chmod(0o600)
    return target


def replaced(path: Path, old: str, new: str) -> None:
    """Replace words of a file that must be in it."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name} has no {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
