"""A correction that a page owns up to, in the languages of the desk."""

from __future__ import annotations

import pytest

from claims.evidence.correction_notes import says_corrected

PAGE = "The port handled 2.4 million boxes.\nCorrection: in April the name was wrong.\n"


@pytest.mark.parametrize(
    "note",
    [
        "Correction: the port handled 2.1 million boxes.",
        "CORRECTION (3 May): the figure was wrong.",
        "An earlier version of this story gave another figure.",
        "Ralat: jumlahnya 2,1 juta.",
        "Artikel ini telah diperbaiki pada Selasa malam.",
        "【更正】五月處理了二百一十萬個貨櫃。",
        "更正：五月处理了二百一十万个货柜。",
        "此前版本有误，特此说明。",
        "訂正：数字に誤りがありました。",
    ],
)
def test_a_note_is_known_where_it_is_new(note: str) -> None:
    assert says_corrected(PAGE, f"{PAGE}{note}\n")
    assert not says_corrected(f"{PAGE}{note}\n", f"{PAGE}{note}\n")


@pytest.mark.parametrize(
    "line",
    [
        "Shares fell in a correction: the third this year.",
        "Harga saham mengalami koreksi tajam pekan ini.",
        "他們要求法院更正登記資料。",
        "",
    ],
)
def test_an_ordinary_sentence_is_no_note(line: str) -> None:
    assert not says_corrected(PAGE, f"{PAGE}{line}\n")
