"""Writes docs/problems.md, the list of problems, out of the table of codes.

`python script/problems.py` writes it; with --check it says whether it is current.
"""

from __future__ import annotations

import sys
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "problems.md"
sys.path.insert(0, str(ROOT))

from report.model.codes import CODES  # noqa: E402

_HEAD = """\
# List of problems

Each problem that the program tells has a code: it stands behind `error` or `warning`. An error
stops the printing; a warning asks you to look. Here are all of them in the order of the alphabet.
What stands in ‹angle marks› is different each time: a file, a word, a number.

This page is made from the program itself by `script/problems.py`.

| code | what it says | how to mend it |
|---|---|---|
"""


def page() -> str:
    """Return the page, a row a code."""
    return _HEAD + "".join(_row(code) for code in sorted(CODES))


def _row(name: str) -> str:
    code = CODES[name]
    said = f"{code.severity}: {_shown(code.message)}"
    return f'| <a id="{name}"></a>`{name}` | {said} | {_shown(code.hint)} |\n'


def _shown(template: str) -> str:
    """Return a message with its placeholders named, plain in Markdown."""
    parts = []
    for text, field, _, _ in Formatter().parse(template):
        parts.append("".join(f"\\{sign}" if sign in "|*_<>[]`\\" else sign for sign in text))
        parts.append(f"‹{field.replace('_', ' ')}›" if field else "")
    return "".join(parts)


def main() -> int:
    """Write the page, or with --check say whether it is current."""
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    print("docs/problems.md is not current; write it anew: script/check --fix")
    return 1


if __name__ == "__main__":
    sys.exit(main())
