"""The verbs that begin a dossier, take documents in and decide about suggestions."""

from __future__ import annotations

import argparse
from pathlib import Path

from report.commands.argument_parts import (
    Verbs,
    add_verb,
    allow_host_option,
    documents_option,
    dossier_folder,
    dossier_option,
)


def new_verb(verbs: Verbs) -> None:
    """Add `report new`."""
    new = add_verb(verbs, "new", "make a dossier that builds at once, its fields explained in it")
    new.add_argument("path", type=Path, metavar="DIR", help="folder of the new dossier")
    new.add_argument("--title", metavar="TEXT", help="title of the brief (the folder's name)")
    new.add_argument("--organisation", metavar="NAME", help="who publishes it")
    new.add_argument("--language", metavar="LANG", help="language that you write in (en)")
    new.add_argument("--session", metavar="BODY", help="the body or session that it is for")
    new.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def add_documents_verb(verbs: Verbs) -> None:
    """Add `report add`."""
    add = add_verb(verbs, "add", "take documents in: a record of each, the file untouched")
    add.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help=".txt, .html, .pdf or .docx; or a folder of them",
    )
    dossier_option(add)
    add.add_argument(
        "--copy",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="keep a copy in the dossier; without it the file must be found with --documents",
    )
    add.add_argument(
        "--confidential",
        action="store_true",
        help="nothing of them is printed but that they are held; their ids tell nothing",
    )
    add.add_argument(
        "--by", default="not stated", metavar="ROLE", help="who collected it: a role, never a name"
    )
    add.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def describe_verb(verbs: Verbs) -> None:
    """Add `report describe`."""
    about = "write what is known of a document into its record"
    describe = add_verb(verbs, "describe", about)
    describe.add_argument("name", metavar="DOCUMENT", help="id of the document")
    dossier_option(describe)
    for name, what in (
        ("title", "title as the document has it"),
        ("issued", "day of issue: 2022, 2022-01 or 2022-01-06"),
        ("basis", "where the day is stated; begins with “inferred:” where it follows"),
        ("publisher", "publisher"),
        ("container-title", "newspaper, site or report that it stands in"),
        ("url", "web address"),
        ("tier", "kind of source: primary, press, ngo or state"),
        ("language", "language of the document, as en"),
        ("note", "what a reader must know of it"),
    ):
        describe.add_argument(f"--{name}", metavar="TEXT", help=what)
    describe.add_argument(
        "--author", action="append", metavar="NAME", help="“Family, Given”; may be given again"
    )
    describe.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def suggestion_verbs(verbs: Verbs) -> None:
    """Add `report suggest`, `review`, `accept` and `reject`."""
    suggest = add_verb(verbs, "suggest", "propose what the documents hold, with exact passages")
    suggest.add_argument("names", nargs="*", metavar="DOCUMENT", help="ids (default: all)")
    suggest.add_argument(
        "--again", action="store_true", help="read all again, also what was read before"
    )
    suggest.add_argument(
        "--assistant",
        default="",
        metavar="URL",
        help="also ask a language model there (OpenAI-compatible; only what the documents prove is "
        "kept; a key is taken from REPORT_ASSISTANT_KEY)",
    )
    suggest.add_argument("--model", default="", metavar="NAME", help="the model to ask for")
    allow_host_option(suggest)
    review = add_verb(verbs, "review", "go through the suggestions one by one")
    accept = add_verb(verbs, "accept", "take suggestions over into the findings")
    accept.add_argument("names", nargs="+", metavar="ID", help="ids of suggestions")
    accept.add_argument(
        "--as", dest="into", default="", metavar="FINDING", help="add to this finding, make none"
    )
    accept.add_argument(
        "--apart", action="store_true", help="make a finding of its own, join none made before"
    )
    reject = add_verb(verbs, "reject", "refuse suggestions; they are not proposed again")
    reject.add_argument("names", nargs="+", metavar="ID", help="ids of suggestions")
    reject.add_argument("--why", required=True, metavar="TEXT", help="why, for those who ask later")
    for verb in (suggest, review, accept, reject):
        dossier_option(verb)
        documents_option(verb)
    for verb in (suggest, accept, reject):
        verb.add_argument("--json", action="store_true", help="print one JSON object for scripts")


def annotations_verb(verbs: Verbs) -> None:
    """Add `report annotations`."""
    top = add_verb(verbs, "annotations", "exchange passages as W3C web annotations (JSON-LD)")
    actions = top.add_subparsers(dest="action", metavar="ACTION", required=True)
    export = add_verb(actions, "export", "write what the dossier quotes as annotations")
    dossier_folder(export)
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help="file to write")
    documents_option(export)
    taken = add_verb(actions, "import", "take highlights made elsewhere in as suggestions")
    taken.add_argument(
        "file", type=Path, metavar="FILE", help="web annotations, or an export of Hypothesis"
    )
    taken.add_argument(
        "--document", default="", metavar="ID", help="the document that all of them stand in"
    )
    dossier_option(taken)
    documents_option(taken)
    taken.add_argument("--json", action="store_true", help="print one JSON object for scripts")
