from __future__ import annotations

import pytest

from claims.matching.contrasts import contrast


@pytest.mark.parametrize(
    ("left", "right", "wordings"),
    [
        ("The first phase costs 2 million.", "二期耗资200万。", ("first phase", "二期")),
        ("A rival, Sagara, spends 2 million.", "Nilam spends 2 million.", ("a rival", "")),
        ("尼拉姆投资200万。", "另一家企业也投资200万。", ("", "另一家")),
        ("上半年营收43亿。", "The second half brought 44.", ("上半年", "second half")),
        ("Perusahaan lain menanam 2 juta.", "Nilam invests it.", ("perusahaan lain", "")),
        ("Nilam adds an additional 2 million.", "投资总额达500万。", ("additional", "总额")),
    ],
)
def test_it_tells_what_excludes_each_other(
    left: str, right: str, wordings: tuple[str, str]
) -> None:
    assert contrast(left, right) == wordings


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nilam spends less than its rivals.", "Nilam spends 2 million."),
        ("另一家厂商AMD下跌7%。", "AMD fell by 7 per cent."),
        ("Another maker fell 6 per cent.", "另一家厂商下跌6%。"),
        ("Another $4.5 billion goes to farms.", "Nilam pays farms $4.5 billion."),
        ("The first phase costs 2 million.", "一期耗资200万。"),
    ],
)
def test_it_sees_no_contrast_where_both_speak_of_one_thing(left: str, right: str) -> None:
    assert contrast(left, right) is None
