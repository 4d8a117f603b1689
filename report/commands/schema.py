"""`report schema`: the JSON Schema of the dossier's files, for editors that complete YAML.

A new dossier holds a copy, which its files name in their first line; `-o` renews it.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from report.commands.publishing import write_file
from report.commands.telling import say

SCHEMAS = ("dossier", "findings", "document", "glossary", "profile")


def run(options: argparse.Namespace) -> int:
    """Print one schema, or write all of them into a folder."""
    if options.output is None:
        say(schema_text(options.file).rstrip())
        return 0
    for name in SCHEMAS:
        path = options.output / f"{name}.json"
        write_file(path, schema_text(name).encode())
        say(str(path))
    return 0


def schema_text(file: str) -> str:
    """Return a schema as a file has it."""
    return json.dumps(schema(file), ensure_ascii=False, indent=2) + "\n"


def schema(file: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one of the files."""
    from report.dossier.document_record import DOCUMENT
    from report.dossier.glossary import GLOSSARY
    from report.dossier.kinds import Kind
    from report.dossier.profiles import PROFILE
    from report.dossier.records import DOSSIER, FINDINGS

    kinds: dict[str, Kind[Any]] = {
        "dossier": DOSSIER,
        "findings": FINDINGS,
        "document": DOCUMENT,
        "glossary": GLOSSARY,
        "profile": PROFILE,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Report: {file}",
        **kinds[file].schema,
    }
