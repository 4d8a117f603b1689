"""The small dossier of tests/problems with one of its documents confidential."""

from __future__ import annotations

from pathlib import Path

from small_dossier import replaced

QUOTED = "A teacher said: “We were held for nine hours and could not call a lawyer”."


def hold(dossier: Path) -> None:
    """Make the gazette a confidential document under a name that tells nothing."""
    documents = dossier / "documents"
    (documents / "olmar-gazette.yaml").rename(documents / "held-1.yaml")
    (documents / "olmar-gazette.txt").rename(documents / "held-1.txt")
    record = documents / "held-1.yaml"
    record.write_text(f"confidential: true\n{record.read_text()}")
    for path in (dossier / "dossier.yaml", dossier / "findings.yaml"):
        path.write_text(path.read_text().replace("olmar-gazette", "held-1"))
    for lang in ("ru", "kk"):
        catalogue = dossier / "translations" / f"{lang}.po"
        catalogue.write_text(catalogue.read_text().replace("olmar-gazette", "held-1"))


def paraphrase(dossier: Path) -> None:
    """Say in other words what the finding on lawyers quotes of it."""
    said = "A teacher could not call a lawyer while she was held for nine hours."
    replaced(dossier / "findings.yaml", QUOTED, said)
