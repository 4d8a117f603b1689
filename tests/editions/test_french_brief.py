"""French end to end: a whole brief of the small dossier, and the summary of the bundled one."""

from __future__ import annotations

import re
import shutil
import unicodedata
from pathlib import Path

import docx
import polib
import pypdfium2
import pytest

from report.__main__ import main
from report.dossier.folder import DiskFolder
from report.dossier.reader import read_dossier
from report.translation.bounds import format_figure
from report.translation.locales import load_language
from report.translation.units import units_of

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "problems" / "base"
BUNDLED = ROOT / "seeds" / "kazakhstan-january-2022"
NOTICE = "Ceci est une traduction non officielle. Elle n’a pas encore été relue"

ENGLISH = (
    r"\b(?:the|of|and|at|by|was|said|more than|about|January|March|April|June|[Ff]inding|"
    r"[Cc]ontents|[Pp]aragraphs?|note \d above|[Aa]s of|[Ss]ummary|not)\b"
)
# What a French page leaves in English: titles, quotations, names, and the English summary.
KEPT = (
    "Summary (English)",
    "Summary",
    "The march in Olmar Police detained more than 40 people at a march in Olmar on "
    "3 March 2021, the mayor’s office said. The people held could not call a lawyer.",
    "Ombudsman of Olmar, Report on the march of 3 March 2021 in Olmar",
    "Report on the march of 3 March 2021 in Olmar",
    "Police detained more than 40 people at a march for clean water in Olmar on 3 March 2021, the "
    "mayor’s office said.",
    "Police detained more than 40 people at a march",
    "The Ombudsman found that 43 people were detained on 3 March 2021.",
    "We were held for nine hours and could not call a lawyer",
)
SESSION = """
submission:
  profile: upr-individual
  keywords: [assembly]
  introduction: |
    Police detained people at a march in Olmar.
statement:
  profile: hrc-oral
  text: |
    Thank you.

    The mayor’s office spoke of {held-gazette} people detained.[@olmar-gazette]
"""
FRENCH = {
    "assembly": "réunion pacifique",
    "Police detained people at a march in Olmar.": (
        "La police a détenu des personnes lors d’une marche à Olmar."
    ),
    "Thank you.": "Je vous remercie.",
    "The mayor’s office spoke of more than 40 people detained.[@olmar-gazette]": (
        "La mairie a parlé de plus de 40 personnes détenues[@olmar-gazette]."
    ),
    "The march in Olmar": "La marche d’Olmar",
    "Clean Water Watch": "Observatoire de l’eau propre",
    "People detained": "Personnes détenues",
    "The march": "La marche",
    "Police of Olmar": "Police d’Olmar",
    "Keep a record of each call to a lawyer.": "Consigner chaque appel à un avocat.",
    "People detained at a march": "Personnes détenues lors d’une marche",
    "No call to a lawyer": "Aucun appel à un avocat",
    "Olmar": "Olmar",
    "people detained": "personnes détenues",
    "Mayor’s office of Olmar": "mairie d’Olmar",
    "Ombudsman of Olmar": "Médiateur d’Olmar",
    "a teacher": "une enseignante",
    "Police detained more than 40 people at a march in Olmar on 3 March 2021, the mayor’s office "
    "said.[@olmar-gazette] The people held could not call a lawyer.[@lawyers]": (
        "La police a détenu plus de 40 personnes lors d’une marche à Olmar le 3 mars 2021, a dit "
        "la mairie[@olmar-gazette]. Les personnes détenues n’ont pas pu appeler "
        "d’avocat[@lawyers]."
    ),
    "The mayor’s office spoke of more than 40 people detained on 3 March 2021.[@olmar-gazette] The "
    "Ombudsman found that 43 people were detained.[@ombudsman-report]": (
        "La mairie a parlé de plus de 40 personnes détenues le 3 mars 2021[@olmar-gazette]. Le "
        "Médiateur a constaté que 43 personnes avaient été détenues[@ombudsman-report]."
    ),
    "A teacher said: “We were held for nine hours and could not call a lawyer”.": (
        "Une enseignante a dit : « Nous avons été retenus neuf heures et nous n’avons pas pu "
        "appeler d’avocat »."
    ),
}


def text_of(pdf: Path) -> str:
    """Return the words of a PDF, divided words whole and spaces plain."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    text = unicodedata.normalize("NFC", "\n".join(pages)).replace("\ufffe", "")
    return " ".join(text.split())


def with_french(source: Path, target: Path) -> Path:
    """Copy a dossier and add French to the languages of its summary."""
    copy = Path(shutil.copytree(source, target))
    dossier = copy / "dossier.yaml"
    text = dossier.read_text("utf-8")
    changed = re.sub(r"summary_languages: \[(.*?)\]", r"summary_languages: [\1, fr]", text)
    assert changed != text
    dossier.write_text(changed, "utf-8")
    return copy


def translate(dossier: Path) -> None:
    """Write the French catalogue of the small dossier."""
    read = read_dossier(DiskFolder(dossier)).dossier
    assert read is not None
    english = load_language("en")
    catalogue = polib.POFile()
    catalogue.metadata = {"Language": "fr", "Content-Type": "text/plain; charset=UTF-8"}
    for unit in units_of(read, lambda f: format_figure(f.value, f.bound, english)):
        source = " ".join(unit.source.replace("\u00a0", " ").split())
        catalogue.append(polib.POEntry(msgctxt=unit.key, msgid=unit.source, msgstr=FRENCH[source]))
    catalogue.save(str(dossier / "translations" / "fr.po"))


def test_a_whole_brief_prints_in_french(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every heading, label, date, note and name of a French brief is French."""
    dossier = with_french(SMALL, tmp_path / "olmar")
    translate(dossier)
    assert main(["build", str(dossier), "-l", "fr", "-o", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().err.count("warning") == 0
    (pdf,) = (tmp_path / "out").rglob("*.fr.pdf")
    text = text_of(pdf)
    for words in (
        "Table des matières",
        "Note d’information",
        "Constatation 1",
        "Rapporté",
        "plus de 40",
        "3 mars 2021",
        "1er juin 2021",
        "liberté et sécurité de la personne",
        "PIDCP, art. 9",
        "« Police hold marchers in Olmar », Olmar Gazette, 4 mars 2021",
        "adresse Internet non indiquée",
        NOTICE,
    ):
        assert words in text, words
    for kept in KEPT:
        assert kept in text, kept
        text = text.replace(kept, "")
    assert re.findall(ENGLISH, text) == []


def test_what_a_session_takes_is_made_in_french(tmp_path: Path) -> None:
    """A submission and a statement in French, numbers in French words where they are spoken."""
    dossier = with_french(SMALL, tmp_path / "olmar")
    path = dossier / "dossier.yaml"
    path.write_text(path.read_text("utf-8") + SESSION, "utf-8")
    translate(dossier)
    asked = ["build", str(dossier), "-l", "fr", "-e", "submission", "-e", "statement"]
    assert main([*asked, "-o", str(tmp_path / "out")]) == 0
    (word,) = (tmp_path / "out").rglob("*.fr.docx")
    said = "\n".join(one.text for one in docx.Document(str(word)).paragraphs)
    submitted = "Soumis par : Observatoire de l’eau propre"
    for words in (submitted, "Mots clefs : réunion pacifique", NOTICE):
        assert words in " ".join(said.split()), words
    assert re.findall(ENGLISH, said) == []
    (pdf,) = (tmp_path / "out").rglob("*.fr.pdf")
    (text,) = (tmp_path / "out").rglob("*.fr.txt")
    assert "plus de quarante personnes détenues" in text_of(pdf)
    heard = text.read_text("utf-8")
    assert "plus de 40 personnes détenues" in heard
    assert "Le rythme est une hypothèse" in heard
    for kept in KEPT:
        heard = heard.replace(kept, "")
    assert re.findall(ENGLISH, heard) == []


def test_the_bundled_summary_prints_in_french(tmp_path: Path) -> None:
    """The summary stands in French under its own notice, its numbers with their bounds."""
    dossier = with_french(BUNDLED, tmp_path / "kazakhstan")
    assert main(["build", str(dossier), "-o", str(tmp_path / "out")]) == 0
    (pdf,) = (tmp_path / "out").rglob("*.en.pdf")
    text = text_of(pdf)
    summary = text[
        text.index("Résumé Kazakhstan, janvier") : text.index("membres du Conseil de l’appuyer.")
    ]
    for words in (
        NOTICE,
        "plus de 2 000 arrestations",
        "environ 9 900",
        "jusqu’à 20 jours",
        "2 600 le nombre de blessés",
        "Le 11 janvier 2022",
        "« tirer pour tuer »",
    ):
        assert words in summary, words
    running = "Kazakhstan, January 2022"
    assert re.findall(ENGLISH, summary.replace(running, "")) == []
