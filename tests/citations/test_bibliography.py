"""The list of documents, and the bundled records."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from report.citations.bibliography import bibliography
from report.citations.notes import Cite, Notes
from report.citations.reference import Reference
from report.citations.style import Style

SEEDS = Path(__file__).parents[2] / "seeds" / "kazakhstan-january-2022" / "documents"
OWN = ("described_title", "unknown", "issued_basis", "tier", "note", "custody", "passages")

ENTRIES = {
    "en": [
        "Patrick Goodenough, “UN Human Rights Council Mum on Deadly Violence in Kazakhstan”, "
        "CNSNews.com, 6 January 2022. [Publisher not stated, web address not stated]",
        "“Who Guards the Rights?”, [January 2022]. [Author not stated, publisher not stated, web "
        "address not stated, date not stated; inferred: January 2022]",
        "UN Watch, “Kazakhstan Confronted At UN Over Human Rights Abuses” (Oral statement), "
        "Mirage.News, 2025. [Web address not stated]",
        "Mission to Kazakhstan (A/HRC/29/25/Add.2), United Nations, 16 June 2015. Available at "
        "https://undocs.org/A/HRC/29/25/Add.2 (accessed 20 November 2026). [Author not stated]",
        "[Article on a statement], [2022]. [Author not stated, publisher not stated, web address "
        "not stated, date not stated; inferred: 2022]",
    ],
    "ru": [
        "Patrick Goodenough, «UN Human Rights Council Mum on Deadly Violence in Kazakhstan», "
        "CNSNews.com, 6 января 2022 г. [Издатель не указан, адрес в Интернете не указан]",
        "«Who Guards the Rights?», [январь 2022 г.]. [Автор не указан, издатель не указан, адрес "
        "в Интернете не указан, дата не указана; предположительно: январь 2022 г.]",
        "UN Watch, «Kazakhstan Confronted At UN Over Human Rights Abuses» (Oral statement), "
        "Mirage.News, 2025 г. [Адрес в Интернете не указан]",
        "Mission to Kazakhstan (A/HRC/29/25/Add.2), United Nations, 16 июня 2015 г. Размещено по "
        "адресу: https://undocs.org/A/HRC/29/25/Add.2 (дата обращения: 20 ноября 2026 г.). "
        "[Автор не указан]",
        "[Article on a statement], [2022 г.]. [Автор не указан, издатель не указан, адрес в "
        "Интернете не указан, дата не указана; предположительно: 2022 г.]",
    ],
    "kk": [
        "Patrick Goodenough, «UN Human Rights Council Mum on Deadly Violence in Kazakhstan», "
        "CNSNews.com, 2022 жылғы 6 қаңтар. [Баспагері көрсетілмеген, интернеттегі мекенжайы "
        "көрсетілмеген]",
        "«Who Guards the Rights?», [2022 жылғы қаңтар]. [Авторы көрсетілмеген, баспагері "
        "көрсетілмеген, интернеттегі мекенжайы көрсетілмеген, күні көрсетілмеген; мәтіннен қорытып "
        "шығарылған күні: 2022 жылғы қаңтар]",
        "UN Watch, «Kazakhstan Confronted At UN Over Human Rights Abuses» (Oral statement), "
        "Mirage.News, 2025 жыл. [Интернеттегі мекенжайы көрсетілмеген]",
        "Mission to Kazakhstan (A/HRC/29/25/Add.2), United Nations, 2015 жылғы 16 маусым. "
        "Мекенжайы: https://undocs.org/A/HRC/29/25/Add.2 (жүгінген күні: 2026 жылғы 20 қараша). "
        "[Авторы көрсетілмеген]",
        "[Article on a statement], [2022 жыл]. [Авторы көрсетілмеген, баспагері көрсетілмеген, "
        "интернеттегі мекенжайы көрсетілмеген, күні көрсетілмеген; мәтіннен қорытып "
        "шығарылған күні: 2022 жыл]",
    ],
}


@pytest.mark.parametrize("lang", ENTRIES)
def test_list_of_documents(lang: str, house: Style, documents: tuple[Reference, ...]) -> None:
    """Each entry prints what the document states, and says what it does not state."""
    entries = bibliography(house, lang, documents)
    assert [entry.plain.replace("\u00a0", " ") for entry in entries] == ENTRIES[lang]
    assert [entry.document_id for entry in entries] == [item.id for item in documents]


def test_a_date_that_is_not_stated(house: Style) -> None:
    """A document without any date is said to have none; no date is made up."""
    item = Reference("a", {"title": "T"}, unknown=frozenset({"issued"}), lang="en")
    (entry,) = bibliography(house, "en", [item])
    assert (entry.plain, entry.remarks) == ("“T”. [Date not stated]", ("date not stated",))


def test_order_is_kept(house: Style, documents: tuple[Reference, ...]) -> None:
    """The list stands in the order given."""
    turned = documents[::-1]
    ids = [entry.document_id for entry in bibliography(house, "ru", turned)]
    assert ids == [item.id for item in turned]


def _bundled() -> list[Reference]:
    items = []
    for path in sorted(SEEDS.glob("*.yaml")):
        record = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        fields = {name: value for name, value in record.items() if name not in OWN}
        described, basis = record.get("described_title", ""), record.get("issued_basis", "")
        unknown = frozenset(record.get("unknown", ()))
        items.append(
            Reference(path.stem, fields, described, unknown, basis, record["language"], "en")
        )
    return items


@pytest.mark.parametrize("lang", ENTRIES)
def test_bundled_records_print(lang: str, house: Style) -> None:
    """Every bundled record prints in full and short, its title letter for letter."""
    items = _bundled()
    if not items:
        pytest.skip(f"no records in {SEEDS}")
    refs = [[Cite(item.id, ("3",))] for item in items]
    notes = Notes(house, lang, items).cite([*refs, *refs])
    entries = bibliography(house, lang, items)
    for item, note, entry in zip(items, notes, entries, strict=False):
        assert item.title in note.plain
        assert item.title in entry.plain
        assert len(entry.remarks) == len(item.unknown - {"issued"}) + item.inferred
    assert all(len(note.plain) < 100 for note in notes[len(items) :])
