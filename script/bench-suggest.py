"""Measures what `report suggest` proposes against lists made by reading: precision and recall.

The invented articles were written after the rules, in two sets. When first read, before the rules
were mended on what they showed, they gave (precision/recall): figures 0.84/0.72, then 0.71/0.67;
quotations 0.86/0.52, then 1.00/0.71; calls 1.00/0.60, then 1.00/0.33; events 0.43/0.60, then
1.00/0.67. New articles are to be expected between that and what the tables show now.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "suggest"))

from gold_texts import by_set, five_documents, unseen_documents  # noqa: E402
from measure import Score, compare, table  # noqa: E402

from report.suggest.drawing import draw  # noqa: E402


def main() -> None:
    """Print the tables of the five documents and of the invented articles."""
    parser = argparse.ArgumentParser(description="Measures what `report suggest` proposes.")
    parser.add_argument("--faults", action="store_true", help="list what was wrong and missed")
    options = parser.parse_args()
    for title, texts in (
        ("the five documents", five_documents()),
        *(
            (f"invented articles, set {number}", texts)
            for number, texts in sorted(by_set(unseen_documents()).items())
        ),
    ):
        scores: dict[str, Score] = {}
        started = time.perf_counter()
        refused = 0
        for gold, document, extracted in texts:
            drawn = draw(document, extracted)
            refused += drawn.refused
            compare(gold, extracted.text, drawn.suggestions, scores)
        seconds = time.perf_counter() - started
        print(f"{title}: {len(texts)} in {seconds:.2f} s, {refused} refused by the verifier")
        print(table(scores))
        if options.faults:
            for name, score in scores.items():
                for fault in score.wrong:
                    print(f"  wrong {name}: {fault}")
                for fault in score.missed:
                    print(f"  missed {name}: {fault}")
        print()


if __name__ == "__main__":
    main()
