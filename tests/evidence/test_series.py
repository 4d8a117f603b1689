"""Figures of one measure make a series in which contradictions are named and nothing is settled."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from report.evidence.series import build_series, conflicting_ids
from report.model.dates import parse_when
from report.model.finding import Bound, Figure
from report.model.place import Place


def point(
    name: str, value: int, as_of: str | None, *, measure: str = "arrests", where: str = ""
) -> Figure:
    """Return a figure with the least that a series needs."""
    return Figure(
        id=name,
        place=Place("findings.yaml"),
        measure=measure,
        value=Decimal(value),
        value_place=Place("findings.yaml"),
        bound=Bound.EXACT,
        counts="people",
        attributed_to="Officials",
        evidence=(),
        as_of=parse_when(as_of) if as_of else None,
        where=where,
    )


def test_a_series_runs_by_date_with_unknown_dates_last() -> None:
    """Points stand in order of their as-of dates."""
    points = [point("c", 3, None), point("b", 2, "2022-01-11"), point("a", 1, "2022-01-06")]
    (series,) = build_series(points)
    assert [figure.id for figure in series.points] == ["a", "b", "c"]
    assert series.conflicts == ()


def test_two_values_for_one_date_are_a_conflict() -> None:
    """Both figures stay in the series and are named in the conflict."""
    points = [point("a", 160, "2022-01-09"), point("b", 164, "2022-01-09")]
    (series,) = build_series(points)
    (conflict,) = series.conflicts
    assert [figure.id for figure in conflict.figures] == ["a", "b"]
    assert conflicting_ids([series]) == {"a", "b"}
    assert [figure.value for figure in series.points] == [160, 164]


def test_what_is_no_conflict() -> None:
    """Another day, place or measure, an unknown day and the same value do not conflict."""
    first = point("a", 160, "2022-01-09", where="Almaty")
    for other in (
        point("b", 164, "2022-01-10", where="Almaty"),
        point("b", 164, "2022-01-09", where="Kazakhstan"),
        point("b", 164, "2022-01-09", where="Almaty", measure="deaths"),
        point("b", 160, "2022-01-09", where="Almaty"),
        point("b", 164, "2022-01", where="Almaty"),
    ):
        assert conflicting_ids(build_series([first, other])) == frozenset()
    assert conflicting_ids(build_series([point("a", 1, None), point("b", 2, None)])) == frozenset()


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 4)), max_size=12))
def test_nothing_is_lost_added_or_changed(values: list[tuple[int, int]]) -> None:
    """Every figure is in exactly one series, with its own value."""
    points = [point(f"f-{i}", v, f"2022-01-0{day}") for i, (v, day) in enumerate(values)]
    kept = [figure for series in build_series(points) for figure in series.points]
    assert sorted(kept, key=lambda f: f.id) == sorted(points, key=lambda f: f.id)
