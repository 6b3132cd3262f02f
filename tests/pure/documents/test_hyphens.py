"""Long Indonesian words are broken between two consonants, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.exports.documents.hyphens import SOFT, with_soft_hyphens


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("pemberdayaan", "pem-ber-dayaan"),
        ("pertanggungjawaban", "per-tang-gung-jawaban"),
        ("mengungkapkan", "mengung-kap-kan"),  # ng is one consonant
        ("menyampaikan", "menyam-paikan"),  # and so is ny
        ("bersyukur", "ber-syukur"),
        ("sekretaris", "sekretaris"),  # a stop and a liquid begin a syllable together
        ("perusahaan", "perusahaan"),  # per-usaha-an: letters do not tell
        ("anggaran", "ang-garan"),
        ("bantu", "bantu"),  # too short to break
        ("Infrastruktur", "Infrastruk-tur"),
    ],
)
def test_a_word_is_broken_where_the_spelling_says(word: str, broken: str) -> None:
    assert with_soft_hyphens(word).replace(SOFT, "-") == broken


@given(st.text())
def test_no_letter_of_any_text_is_lost(text: str) -> None:
    assert with_soft_hyphens(text).replace(SOFT, "") == text.replace(SOFT, "")
