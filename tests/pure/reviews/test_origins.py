"""Evidence is counted by independent origin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.evidence.near_duplicates import sketch
from reviews.domain.origins import Origin, independent, site, ties

ORIGINS = st.builds(
    Origin,
    url=st.sampled_from(["https://a.example/1", "https://b.example/", "https://www.a.example/2"]),
    publisher=st.sampled_from(["", "Bureau", "bureau ", "Harbour Gazette"]),
    copy=st.sampled_from(["", "1f", "2e"]),
)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.bps.go.id/tabel/12", "bps.go.id"),
        ("https://data.bps.go.id:8443/", "bps.go.id"),
        ("https://one.github.io/post", "one.github.io"),
        ("https://NEWS.Example.co.uk/", "example.co.uk"),
        ("https://统计局.公司.cn/", "统计局.公司.cn"),
        ("https://192.0.2.7/table", "192.0.2.7"),
        ("https://www.office.intranet/a", "office.intranet"),
        ("https://[::1/", "https://[::1/"),
        ("no address", "no address"),
    ],
)
def test_a_site_is_the_registrable_domain(url: str, expected: str) -> None:
    assert site(url) == expected


@pytest.mark.parametrize(
    ("origins", "expected"),
    [
        ([], 0),
        ([Origin("https://a.example/", "A")], 1),
        ([Origin("https://a.example/", "A"), Origin("https://b.example/", "B")], 2),
        ([Origin("https://x.a.example/", "A"), Origin("https://y.a.example/", "B")], 1),
        (
            [
                Origin("https://a.example/", "Wire  Agency"),
                Origin("https://b.example/", "wire agency"),
            ],
            1,
        ),
        ([Origin("https://a.example/", "A", "1f"), Origin("https://b.example/", "B", "1f")], 1),
        ([Origin("https://a.example/", ""), Origin("https://b.example/", "")], 2),
    ],
)
def test_one_site_publisher_or_text_is_one_origin(origins: list[Origin], expected: int) -> None:
    assert independent(origins) == expected


def test_copies_of_one_text_are_one_origin_and_say_how_alike() -> None:
    report = "\n".join(
        f"Kapal ke-{each} membawa {each * 37 % 101} peti kemas." for each in range(40)
    )
    other = "\n".join(f"Panen di desa {each} turun {each * 13 % 7} persen." for each in range(40))
    rows = [
        Origin("https://a.example/", "A", "1f", sketch(report)),
        Origin("https://b.example/", "B", "2e", sketch(other)),
        Origin("https://c.example/", "C", "3d", sketch(f"Lain.\n{report[: len(report) * 3 // 4]}")),
        Origin("https://d.example/", "D", "4c", sketch("Short.")),
    ]
    (tie,) = ties(rows)
    assert (tie.earlier, tie.later, tie.why) == (0, 2, "text")
    assert 0.9 < tie.alike <= 1
    assert independent(rows) == 3


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        (Origin("https://a.example/", "A", "1f"), Origin("https://a.example/", "A", "1f"), "copy"),
        (Origin("https://a.example/", "A"), Origin("https://a.example/", "a "), "publisher"),
        (Origin("https://x.a.example/", "A"), Origin("https://a.example/", "B"), "site"),
    ],
)
def test_a_tie_names_the_strongest_reason(left: Origin, right: Origin, why: str) -> None:
    assert [tie.why for tie in ties([left, right])] == [why]


def test_two_groups_are_one_when_a_row_belongs_to_both() -> None:
    apart = [Origin("https://a.example/", "A"), Origin("https://b.example/", "B")]
    between = Origin("https://a.example/2", "B")
    assert independent(apart) == 2
    assert independent([*apart, between]) == 1


@given(st.lists(ORIGINS, max_size=8))
def test_the_order_does_not_matter_and_there_are_no_more_origins_than_rows(
    origins: list[Origin],
) -> None:
    assert independent(origins) == independent(origins[::-1]) <= len(origins)
    assert (independent(origins) == 0) == (not origins)


@given(st.lists(ORIGINS, min_size=1, max_size=6), st.data())
def test_the_same_row_again_adds_no_origin(origins: list[Origin], data: st.DataObject) -> None:
    again = data.draw(st.sampled_from(origins))
    assert independent([*origins, again]) == independent(origins)
