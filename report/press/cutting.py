"""A variable font's bytes -> the bytes of one static face, and what a face covers.

Loads fontTools, so it is imported only where faces have to be made. Knows nothing of folders.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from fontTools.misc.roundTools import otRound
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont, normalize
from fontTools.varLib.varStore import VarStoreInstancer

from report.press.faces import Face

_VARIATION_INDEX = 0x8000
_POSITION_DEVICES = (
    ("XPlaDevice", "XPlacement"),
    ("YPlaDevice", "YPlacement"),
    ("XAdvDevice", "XAdvance"),
    ("YAdvDevice", "YAdvance"),
    ("XDeviceTable", "XCoordinate"),
    ("YDeviceTable", "YCoordinate"),
)


def make_face(face: Face, variable_font: bytes) -> bytes:
    """Return the TrueType file of `face`, cut from `variable_font`; always the same bytes."""
    font = TTFont(io.BytesIO(variable_font), recalcTimestamp=False)
    for unused in ("DSIG", "STAT"):
        if unused in font:
            del font[unused]
    _settle_positions(font, face.location)
    instantiateVariableFont(font, face.location, inplace=True)
    _rename(font, face)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def covered_characters(font_file: bytes) -> frozenset[int]:
    """Return the code points for which a font file has glyphs."""
    return frozenset(TTFont(io.BytesIO(font_file), lazy=True).getBestCmap() or {})


def _settle_positions(font: Any, location: Mapping[str, float]) -> None:
    """Fix kerning and marks at `location`, which fontTools' instancer does ten times slower."""
    gdef = font["GDEF"].table
    if gdef.Version < 0x00010003 or not gdef.VarStore:
        return
    deltas = VarStoreInstancer(gdef.VarStore, font["fvar"].axes, _normalized(font, location))
    for tag in ("GPOS", "GDEF"):
        for record in _records(font[tag].table):
            _settle_record(record, deltas)
    gdef.VarStore = None
    gdef.Version = 0x00010002


def _normalized(font: Any, location: Mapping[str, float]) -> dict[str, float]:
    segments = font["avar"].segments if "avar" in font else {}
    return {
        axis.axisTag: normalize(
            location[axis.axisTag],
            (axis.minValue, axis.defaultValue, axis.maxValue),
            segments.get(axis.axisTag),
        )
        for axis in font["fvar"].axes
    }


def _records(root: object) -> Iterator[Any]:
    """Yield every object beneath `root` which may hold device tables."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        item = waiting.pop()
        if isinstance(item, (list, tuple)):
            waiting.extend(item)
        elif isinstance(item, dict):
            waiting.extend(item.values())
        elif hasattr(item, "__dict__") and id(item) not in seen:
            seen.add(id(item))
            if hasattr(item, "ensureDecompiled"):
                item.ensureDecompiled()
            yield item
            waiting.extend(value for value in vars(item).values() if not isinstance(value, str))


def _settle_record(record: Any, deltas: Any) -> None:
    for name in ("ValueFormat", "ValueFormat1", "ValueFormat2"):
        if form := record.__dict__.get(name):
            # The high half says which device tables follow, the low half which values.
            setattr(record, name, (form | form >> 4) & 0x0F)
    for device_name, value_name in _POSITION_DEVICES:
        device = record.__dict__.get(device_name)
        if device is None or device.DeltaFormat != _VARIATION_INDEX:
            continue
        delta = otRound(deltas[(device.StartSize << 16) + device.EndSize])
        setattr(record, value_name, getattr(record, value_name, 0) + delta)
        delattr(record, device_name)
        if device_name.endswith("DeviceTable"):
            record.Format = 1


def _rename(font: Any, face: Face) -> None:
    names = font["name"]
    # 0, 5, 13 and 14 are copyright, version and licence; from 256 on features have their names.
    kept = {
        record.nameID: str(record)
        for record in names.names
        if record.nameID in (0, 5, 13, 14) or record.nameID >= 256
    }
    style = f"{face.weight}{' Italic' if face.italic else ''}"
    plain = f"{face.family} {style}"
    kept |= {1: face.family, 2: style, 3: plain, 4: plain, 6: plain.replace(" ", "-")}
    names.names = []
    for name_id, text in sorted(kept.items()):
        names.setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = face.weight
