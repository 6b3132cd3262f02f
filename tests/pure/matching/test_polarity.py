from __future__ import annotations

import pytest

from claims.matching.polarity import opposed


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("她喜欢猫不喜欢狗", "她喜欢狗不喜欢猫"),
        ("The vaccine causes infertility.", "The ministry denied that the vaccine causes it."),
        ("Vaksin itu menyebabkan kemandulan.", "卫生部否认疫苗会导致不孕。"),
        ("Bendungan itu runtuh.", "Bendungan itu tidak runtuh."),
        ("並非中國超越美國。", "China telah melampaui Amerika Serikat."),
        ("Exports rose last month.", "Ekspor turun bulan lalu."),
    ],
)
def test_a_statement_and_its_denial_are_opposed(left: str, right: str) -> None:
    assert opposed(left, right)
    assert opposed(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The bridge collapsed.", "Jembatan itu runtuh."),
        ("Bukan hanya jembatan yang runtuh.", "Jembatan itu runtuh."),
        ("不仅大桥垮塌", "大桥垮塌"),
        ("The dam did not break.", "Bendungan itu tidak jebol."),
        ("未来大桥将通车", "大桥将通车"),
    ],
)
def test_agreement_is_not_opposed(left: str, right: str) -> None:
    assert opposed(left, right) is None
