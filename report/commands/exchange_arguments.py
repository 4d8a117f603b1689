"""The verbs that hand texts and references to other programs and take them back."""

from __future__ import annotations

from pathlib import Path

from report.commands.argument_parts import (
    Verbs,
    add_verb,
    audience_option,
    dossier_folder,
    dossier_option,
    endpoint_option,
)


def references_verb(verbs: Verbs) -> None:
    """Add `report references`."""
    top = add_verb(verbs, "references", "exchange reference data with reference managers")
    actions = top.add_subparsers(dest="action", metavar="ACTION", required=True)
    export = add_verb(actions, "export", "write the references of all documents")
    dossier_folder(export)
    export.add_argument(
        "--to", default="csl", choices=("csl", "bibtex", "ris"), help="format (default: csl)"
    )
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help="file to write")
    taken = add_verb(actions, "import", "fill what records lack from a file of references")
    taken.add_argument("file", type=Path, metavar="FILE", help="a .json, .bib or .ris file")
    dossier_option(taken)
    taken.add_argument(
        "--replace", action="store_true", help="also replace fields that a record states otherwise"
    )
    taken.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def translate_verb(verbs: Verbs) -> None:
    """Add `report translate`."""
    about = "hand translations out, take them back, see how far they are"
    top = add_verb(verbs, "translate", about)
    actions = top.add_subparsers(dest="action", metavar="ACTION", required=True)
    export = add_verb(actions, "export", "write files for translators")
    dossier_folder(export)
    export.add_argument(
        "--to", default="po", choices=("po", "xliff", "docx", "csv"), help="format (default: po)"
    )
    export.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("build") / "translations",
        help="folder for the files (build/translations)",
    )
    audience_option(export)
    taken = add_verb(actions, "import", "take a returned file into the catalogue")
    taken.add_argument("file", type=Path, help="the file: .po, .xlf, .docx or .csv")
    status = add_verb(actions, "status", "count the units of each language by state")
    dossier_folder(status)
    check = add_verb(actions, "check", "check the translations alone, every unit of them")
    dossier_folder(check)
    approve = add_verb(actions, "approve", "say that units are right as they are")
    approve.add_argument("key", nargs="+", help="keys of units; “summary/” names all beneath")
    approve.add_argument("--by", required=True, help="a role or initials, never a name")
    approve.add_argument("--reviewed", action="store_true", help="read over, not yet approved")
    draft = add_verb(actions, "draft", "ask your own translation service for drafts")
    dossier_folder(draft)
    endpoint_option(draft)
    for verb in (taken, approve):
        dossier_option(verb)
    for verb in (export, status, check, approve, draft):
        needed = verb in (approve, draft)
        verb.add_argument(
            "-l", "--lang", action="append", required=needed, help="language; repeatable"
        )
    for verb in (export, taken, status, check, approve, draft):
        verb.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def glossary_verb(verbs: Verbs) -> None:
    """Add `report glossary`."""
    top = add_verb(verbs, "glossary", "hand out the terms that translations must use")
    actions = top.add_subparsers(dest="action", metavar="ACTION", required=True)
    export = add_verb(actions, "export", "write the terms for other tools")
    dossier_folder(export)
    export.add_argument("--to", default="csv", choices=("csv", "tbx"), help="format (default: csv)")
    export.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="file (default: the terminal)"
    )
    export.add_argument("--bom", action="store_true", help="mark a CSV file for older spreadsheets")
