"""Resources: what is named is served, all else is refused and remembered."""

import pytest

from report.press.resources import RefusedError, Resources, shortened


@pytest.fixture
def resources() -> Resources:
    return Resources({"chart.svg": b"<svg/>", "a b%.png": b"png"})


@pytest.mark.parametrize(
    ("url", "content", "media_type"),
    [
        ("resource:chart.svg", b"<svg/>", "image/svg+xml"),
        ("resource:a%20b%25.png", b"png", "image/png"),
    ],
)
def test_what_is_given_is_served(
    resources: Resources, url: str, content: bytes, media_type: str
) -> None:
    """A named resource comes back byte by byte with its type."""
    resource = resources.read(url)
    assert (resource.content, resource.media_type) == (content, media_type)
    assert resources.refusals == []


@pytest.mark.parametrize(
    "url",
    [
        "",
        "chart.svg",
        "resource:",
        "resource:other.svg",
        "resource:../chart.svg",
        "resource:/etc/passwd",
        "resource:chart.svg%00.png",
        "resource:chart.svg?x",
        "RESOURCE:chart.svg",
        "/etc/passwd",
        "file:///etc/passwd",
        "file:/etc/passwd",
        "http://127.0.0.1/",
        "https://example.org/x.png",
        "ftp://example.org/x",
        "data:image/png;base64,AAAA",
        "data:,x",
        "javascript:alert(1)",
    ],
)
def test_everything_else_is_refused(resources: Resources, url: str) -> None:
    """No address leads out of what is given, and each attempt is kept with its reason."""
    with pytest.raises(RefusedError):
        resources.read(url)
    assert [refusal.url for refusal in resources.refusals] == [shortened(url)]


def test_a_message_shows_no_more_than_a_line_of_an_address() -> None:
    """An address of any length or with control characters is fit for a terminal."""
    assert shortened("data:" + "A" * 10_000) == "data:" + "A" * 114 + "…"
    assert shortened("x\x1b[31m\n") == "x\ufffd[31m\ufffd"
