"""No word of the page is lost between its source and the paper."""

from __future__ import annotations

import pytest
from made_up import job

from report.model.problem import Stop
from report.press.fonts import FontFolder
from report.press.printing import print_pdf

LOST = {
    "a note in a box out of the flow": (
        '<div style="position: absolute">word<span class="fn" id="fn-1">a lost note</span></div>',
        "a lost note",
    ),
    "words that are not displayed": (
        '<p>shown</p><p style="display: none">hidden words</p>',
        "hidden words",
    ),
}
WHOLE = [
    "<p>Capitals <b style='text-transform: uppercase'>of a sheet</b> and di­vided words</p>",
    "<p lang='ru' style='width: 20mm; hyphens: auto'>незамедлительное расследование</p>",
    "<table><thead><tr><th>Head</th></tr></thead><tbody>"
    + "<tr><td>row</td></tr>" * 120
    + "</tbody></table>",
    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><title>A picture</title></svg>",
]


@pytest.mark.parametrize("name", LOST)
def test_lost_words_stop_the_press(name: str, faces: FontFolder) -> None:
    """Words of the source that stand on no page are an error that names them."""
    html, words = LOST[name]
    with pytest.raises(Stop) as stop:
        print_pdf(job(html), faces)
    assert [p.code for p in stop.value.problems].count("text-lost") == 1
    assert words in stop.value.problems[0].message


@pytest.mark.parametrize("html", WHOLE)
def test_whole_pages_pass(html: str, faces: FontFolder) -> None:
    """Capitals, hyphens, repeated heads and pictures lose nothing."""
    codes = [p.code for p in print_pdf(job(html), faces).problems]
    assert "text-lost" not in codes
