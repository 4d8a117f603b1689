"""An ICC profile of a press that has black ink alone: lightness becomes black, nothing else."""

import itertools
import struct

IDENTITY = (65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
RAMP = bytes(range(256))


def _table(channels_in: int, channels_out: int, grid: int, nodes: bytes) -> bytes:
    head = struct.pack(">4sI4B9i", b"mft1", 0, channels_in, channels_out, grid, 0, *IDENTITY)
    return head + RAMP * channels_in + nodes + RAMP * channels_out


def _from_inks() -> bytes:
    nodes = bytearray()
    for corner in itertools.product((0, 1), repeat=4):
        nodes += bytes((0 if any(corner) else 255, 128, 128))
    return _table(4, 3, 2, bytes(nodes))


def _to_inks(grid: int = 9) -> bytes:
    nodes = bytearray()
    for light, _a, _b in itertools.product(range(grid), repeat=3):
        nodes += bytes((0, 0, 0, 255 - round(255 * light / (grid - 1))))
    return _table(3, 4, grid, bytes(nodes))


def _text(words: bytes) -> bytes:
    described = struct.pack(">4sII", b"desc", 0, len(words) + 1) + words + b"\0"
    return described + bytes(4 + 4 + 2 + 1 + 67)


def cmyk_profile(kind: bytes = b"prtr", space: bytes = b"CMYK") -> bytes:
    """Return the profile; `kind` and `space` spoil it."""
    white = struct.pack(">4sI3i", b"XYZ ", 0, 63190, 65536, 54061)
    tags = {
        b"desc": _text(b"A made-up press"),
        b"cprt": struct.pack(">4sI", b"text", 0) + b"none\0",
        b"wtpt": white,
        b"A2B0": _from_inks(),
        b"B2A0": _to_inks(),
    }
    entries, content = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        padded = data + bytes(-len(data) % 4)
        entries += struct.pack(">4sII", name, start + len(content), len(data))
        content += padded
    body = struct.pack(">I", len(tags)) + entries + content
    header = struct.pack(
        ">I4sI4s4s4s12s4s4sIIIQI3I4s",
        128 + len(body), b"none", 0x02400000, kind, space, b"Lab ", bytes(12), b"acsp", bytes(4),
        0, 0, 0, 0, 0, 63190, 65536, 54061, b"none",
    )  # fmt: skip
    return header.ljust(128, b"\0") + body
