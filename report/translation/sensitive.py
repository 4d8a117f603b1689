"""`translations/sensitive.yaml` → which units never leave this machine for a translation service.

The file is a list of keys of units; `*` stands for anything: `findings/mass-arrests/*`.
"""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

from report.dossier.field_types import LINE
from report.dossier.folder import MEBIBYTE, Folder, read_optional
from report.dossier.kinds import ListKind
from report.dossier.nodes import read_nodes
from report.model.place import Place, Text
from report.model.problem import Problems

SENSITIVE_FILE = "translations/sensitive.yaml"
_PATTERNS = ListKind(LINE)


def sensitive_keys(folder: Folder, keys: Iterable[str], problems: Problems) -> frozenset[str]:
    """Return the keys among `keys` that no service may see.

    Code: sensitive-unknown for a pattern that names no unit, which may be one mistyped.
    """
    keys = tuple(keys)
    found: set[str] = set()
    for pattern in _patterns(folder, problems):
        named = {key for key in keys if fnmatchcase(key, str(pattern))}
        if not named:
            place = pattern.place if isinstance(pattern, Text) else Place(SENSITIVE_FILE)
            problems.add("sensitive-unknown", place, pattern=pattern)
        found |= named
    return frozenset(found)


def _patterns(folder: Folder, problems: Problems) -> tuple[str, ...]:
    data = read_optional(folder, SENSITIVE_FILE, MEBIBYTE, problems)
    node = read_nodes(data, SENSITIVE_FILE, problems) if data is not None else None
    return tuple(_PATTERNS.read(node, problems) or ()) if node is not None else ()
