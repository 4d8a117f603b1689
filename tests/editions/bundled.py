"""The bundled dossier, checked once by its recorded passages, as material in any language."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cache
from pathlib import Path

from report.commands.building import attachments_of, material_of
from report.commands.chain import Checked, World, check
from report.dossier.folder import DiskFolder
from report.editions.material import Material
from report.editions.product import Finished, Making
from report.editions.products import EDITIONS
from report.model.place import Text
from report.model.problem import Problems
from report.press.job import Conformance

ROOT = Path(__file__).parents[2]
WORLD = World(DiskFolder(ROOT / "seeds" / "kazakhstan-january-2022"))
LANGS = ("en", "ru", "kk")
SCREEN = ("brief", "handout", "factsheet", "statement")  # what a reader may hold on a screen
DAY = datetime.date(2026, 11, 22)


@cache
def checked() -> Checked:
    """Return the checked dossier."""
    problems = Problems()
    found = check(WORLD, LANGS, problems)
    assert found is not None
    assert not problems.errors, list(problems)
    return found


def material(lang: str, *, draft: bool = False) -> Material:
    """Return the material in a language."""
    return material_of(checked(), WORLD, lang, () if draft else None)


def longer(found: Material, key: str, times: int) -> Material:
    """Return material in which a unit is said several times, in the language that is printed."""
    texts = found.texts
    unit = texts.units[key]
    longer_unit = replace(
        unit, written=" ".join([unit.written] * times), source=" ".join([unit.source] * times)
    )
    catalogue = texts.catalogue
    if catalogue is not None:
        held = catalogue.translations[key]
        target = Text(" ".join([held.target] * times), held.target.place)
        longer_target = replace(held, unit=longer_unit, target=target)
        kept = {**catalogue.translations, key: longer_target}
        catalogue = replace(catalogue, translations=kept)
    units = {**texts.units, key: longer_unit}
    return replace(found, texts=replace(texts, units=units, catalogue=catalogue))


def making(conformance: str = "a3a-ua1") -> Making:
    """Return what an edition is made with."""
    attachments = attachments_of(checked(), material("en"))
    return Making(attachments, DAY, conformance=Conformance(conformance))


def made(edition: str, found: Material, conformance: str = "a3a-ua1") -> Finished:
    """Make an edition."""
    return EDITIONS[edition].make(found, making(conformance))


def pdf_of(finished: Finished) -> bytes:
    """Return the one PDF of a finished edition."""
    (file,) = [one for one in finished.files if one.name.endswith(".pdf")]
    return file.data


def pages_of(finished: Finished) -> int | None:
    """Return the number of pages of its one PDF."""
    (file,) = [one for one in finished.files if one.name.endswith(".pdf")]
    return file.pages
