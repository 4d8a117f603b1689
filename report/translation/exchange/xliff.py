"""A sheet as XLIFF 1.2, which every translation tool reads; and back.

Citation marks stand in `<ph>`, so that a tool keeps them whole. What stands in the place of a mark
in a returned file is read as its text, or as the mark that had its id. An untranslated unit goes
out with its source for a target: OmegaT shows no unit whose target is empty.
"""

from __future__ import annotations

from lxml import etree

from report.model.place import Place
from report.model.problem import Problems
from report.model.prose import CITE_MARK
from report.translation.catalogue import State
from report.translation.exchange.reading import parsed_xml
from report.translation.exchange.sheet import (
    MAX_UNITS,
    Returned,
    ReturnedUnit,
    Sheet,
    SheetUnit,
    same_source,
)

_Element = etree._Element

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_NSMAP: dict[str, str] = {None: NAMESPACE}  # type: ignore[dict-item]  # None: no prefix
_STATES = {
    State.UNTRANSLATED: "needs-translation",
    State.STALE: "needs-adaptation",
    State.DRAFT: "needs-review-translation",
    State.TRANSLATED: "translated",
    State.REVIEWED: "signed-off",
    State.APPROVED: "final",
}
_FINAL = frozenset({"translated", "signed-off", "final"})
# Inline elements that hold text of the unit, and those that stand for text by an id.
_HOLDERS = frozenset({"g", "mrk", "sub"})
_PLACEHOLDERS = frozenset({"ph", "x", "it", "bpt", "ept", "bx", "ex"})


def write_xliff(sheet: Sheet) -> bytes:
    """Return the XLIFF file."""
    root = etree.Element(f"{{{NAMESPACE}}}xliff", nsmap=_NSMAP, version="1.2")
    file = etree.SubElement(
        root,
        f"{{{NAMESPACE}}}file",
        {
            "original": sheet.project,
            "source-language": sheet.source_lang,
            "target-language": sheet.lang,
            "datatype": "plaintext",
        },
    )
    body = etree.SubElement(file, f"{{{NAMESPACE}}}body")
    for unit in sheet.units:
        _write_unit(body, unit)
    written: bytes = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", pretty_print=False
    )
    return written


def _write_unit(body: _Element, unit: SheetUnit) -> None:
    trans_unit = etree.SubElement(body, f"{{{NAMESPACE}}}trans-unit", id=unit.key, resname=unit.key)
    trans_unit.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    trans_unit.set("approved", "yes" if unit.state is State.APPROVED else "no")
    ids = _write_text(etree.SubElement(trans_unit, f"{{{NAMESPACE}}}source"), unit.source, {})
    target = etree.SubElement(trans_unit, f"{{{NAMESPACE}}}target", state=_STATES[unit.state])
    untranslated = unit.state is State.UNTRANSLATED
    _write_text(target, unit.source if untranslated else unit.target, ids)
    if unit.note:
        etree.SubElement(trans_unit, f"{{{NAMESPACE}}}note").text = unit.note
    if unit.previous:
        older = etree.SubElement(
            trans_unit, f"{{{NAMESPACE}}}alt-trans", alttranstype="previous-version"
        )
        etree.SubElement(older, f"{{{NAMESPACE}}}source").text = unit.previous
        etree.SubElement(older, f"{{{NAMESPACE}}}target").text = unit.target
    trans_unit.tail = "\n"


def _write_text(parent: _Element, text: str, ids: dict[str, str]) -> dict[str, str]:
    """Write text with its marks as `<ph>`; a mark has the same id in source and target."""
    last, before = 0, None
    for match in CITE_MARK.finditer(text):
        _append(parent, before, text[last : match.start()])
        mark = match.group()
        number = ids.setdefault(mark, str(len(ids) + 1))
        before = etree.SubElement(parent, f"{{{NAMESPACE}}}ph", {"id": number, "equiv-text": mark})
        before.text = mark
        last = match.end()
    _append(parent, before, text[last:])
    return ids


def _append(parent: _Element, before: _Element | None, text: str) -> None:
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text


def read_xliff(data: bytes, path: str, problems: Problems) -> Returned | None:
    """Read a returned XLIFF 1.2 file."""
    root = parsed_xml(data, path, problems)
    if root is None:
        return None
    file = root.find(f"{{{NAMESPACE}}}file")
    if root.tag != f"{{{NAMESPACE}}}xliff" or file is None:
        why = "it is not XLIFF 1.2"
        problems.add("exchange-format", Place(path, _line(root)), path=path, why=why)
        return None
    found = list(file.iter(f"{{{NAMESPACE}}}trans-unit"))[:MAX_UNITS]
    units = tuple(_read_unit(one, path, problems) for one in found)
    return Returned(file.get("target-language", ""), units, Place(path, _line(file)))


def _read_unit(element: _Element, path: str, problems: Problems) -> ReturnedUnit:
    key = element.get("resname") or element.get("id") or ""
    place = Place(path, _line(element))
    source, target = (element.find(f"{{{NAMESPACE}}}{name}") for name in ("source", "target"))
    marks: dict[str, str] = {}
    if source is not None:
        marks = {ph.get("id", ""): _own_text(ph) for ph in source.iter(f"{{{NAMESPACE}}}ph")}
    texts = [
        _read_text(one, marks, key, place, problems) if one is not None else ""
        for one in (source, target)
    ]
    state = target.get("state", "translated") if target is not None else "new"
    final = state in _FINAL or element.get("approved") == "yes"
    if state == _STATES[State.UNTRANSLATED]:  # some tools leave the states as they are
        texts[1] = "" if same_source(texts[0], texts[1]) else texts[1]
        final = bool(texts[1])
    return ReturnedUnit(key, texts[0], texts[1], final, place)


def _read_text(
    element: _Element, marks: dict[str, str], key: str, place: Place, problems: Problems
) -> str:
    parts = [element.text or ""]
    for child in element:
        name = str(child.tag).rpartition("}")[2]
        if name in _HOLDERS:
            parts.append(_read_text(child, marks, key, place, problems))
        elif name in _PLACEHOLDERS:
            parts.append(_own_text(child) or marks.get(child.get("id", ""), ""))
        else:
            problems.add("exchange-markup", place, key[:200], key=key[:200], element=name[:40])
        parts.append(child.tail or "")
    return "".join(parts)


def _own_text(placeholder: _Element) -> str:
    return (placeholder.text or placeholder.get("equiv-text") or "").strip()


def _line(element: _Element) -> int:
    line: object = element.sourceline
    return line if isinstance(line, int) else 1
