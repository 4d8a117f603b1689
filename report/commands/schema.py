"""`report schema`: the JSON Schema of the dossier's files, for editors that complete YAML."""

from __future__ import annotations

import argparse
import json
from typing import Any

from report.commands.telling import say


def run(options: argparse.Namespace) -> int:
    """Print one schema."""
    say(json.dumps(schema(options.file), ensure_ascii=False, indent=2))
    return 0


def schema(file: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of `dossier`, `findings`, `document`, `glossary`."""
    from report.dossier.document_record import DOCUMENT
    from report.dossier.glossary import GLOSSARY
    from report.dossier.kinds import Kind
    from report.dossier.records import DOSSIER, FINDINGS

    kinds: dict[str, Kind[Any]] = {
        "dossier": DOSSIER,
        "findings": FINDINGS,
        "document": DOCUMENT,
        "glossary": GLOSSARY,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Report: {file}",
        **kinds[file].schema,
    }
