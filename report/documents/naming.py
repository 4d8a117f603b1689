"""The reference of a document → an id for it: who published or wrote it, and the year."""

from __future__ import annotations

import re
import unicodedata

from report.documents.reference import Reference

_WORDS = 3  # of a title
_LONGEST = 40
# Plain Latin letters for ids alone: no spelling that is printed.
_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"
_IN_LATIN = (
    "a,b,v,g,d,e,e,zh,z,i,i,k,l,m,n,o,p,r,s,t,u,f,kh,ts,ch,sh,shch,,y,,e,yu,ya,a,g,q,n,o,u,u,h,i"
)
_LATIN = dict(zip(_CYRILLIC, _IN_LATIN.split(","), strict=True))
_SMALL = frozenset(("a", "an", "the", "of", "on", "in", "at", "and", "to", "www", "com", "org"))


def id_for(reference: Reference) -> str:
    """Return an id such as `cnsnews-2022`; the year only where the document states it."""
    author = reference.author[0] if reference.author else None
    stated = (
        reference.container_title,
        reference.publisher,
        (author.literal or author.family) if author else "",
        reference.title,
        reference.described_title.partition("“")[2],
    )
    name = next(filter(None, map(slug, stated)), "document")
    return f"{name}-{reference.issued.year}" if reference.issued else name


def slug(text: str) -> str:
    """Return the first words of a text in small Latin letters with hyphens; it may be empty."""
    plain = "".join(_LATIN.get(letter, letter) for letter in text.casefold())
    plain = unicodedata.normalize("NFKD", plain)
    plain = re.sub(r"['’]|[\u0300-\u036f]", "", plain)
    words = [word for word in re.findall("[a-z0-9]+", plain) if word not in _SMALL]
    name = "-".join(words[:_WORDS])[:_LONGEST].strip("-")
    return name if re.match("[a-z]", name) else f"d-{name}" if name else ""
