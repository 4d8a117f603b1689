"""The pages of a PDF -> pictures for a screen, each named by what it shows."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_POINTS = 72
_QUICK = 1  # of zlib: a picture is shown once, on the machine that it is made on


@dataclass(frozen=True)
class Picture:
    """A page as PNG, with its size in pixels. Pictures that look the same have one name."""

    name: str
    width: int
    height: int
    png: bytes = b""


def pictures_of(pdf: bytes, known: Collection[str] = (), dpi: int = 110) -> Iterator[Picture]:
    """Yield the pages of a PDF as pictures; of those whose names are known without the PNG."""
    import pypdfium2  # late: those who show pictures make none

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            picture = page.render(scale=dpi / _POINTS).to_pil()
            page.close()
            name = hashlib.blake2b(picture.tobytes(), digest_size=16).hexdigest()
            written = io.BytesIO()
            if name not in known:
                picture.save(written, "PNG", compress_level=_QUICK)
            yield Picture(name, picture.width, picture.height, written.getvalue())
    finally:
        document.close()
