from __future__ import annotations

import numpy as np
import pytest

from claims.extraction import embedding
from claims.extraction.embedding import DIMENSIONS, embed
from claims.matching.centring import language_means
from claims.matching.embeddings import embed_statements
from claims.matching.means import computed_means
from tests.kept_vectors import ENGINE


@pytest.fixture(autouse=True)
def the_engine_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask the engine, not what an earlier run kept of it."""
    monkeypatch.setattr(embedding, "_batch", ENGINE)
    embedding.forget()


def test_it_gives_unit_vectors_of_one_shape() -> None:
    vectors = embed_statements(["Harga beras naik.", "大米涨价了。"], ["id", "zh-Hans"])
    assert vectors.shape == (2, DIMENSIONS)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)


def test_no_texts_give_no_vectors() -> None:
    assert embed([]).shape == (0, DIMENSIONS)
    assert embed_statements([], []).shape == (0, DIMENSIONS)


def test_a_text_in_two_scripts_is_one_vector() -> None:
    one, other = embed_statements(["臺灣發布數據", "台湾发布数据"], ["zh-Hant", "zh-Hans"])
    assert float(one @ other) > 0.95


# The engine takes its time by the token: one text is longer than is read of any, and one has more
# tokens than the model takes.
@pytest.mark.parametrize("text", ["", "\0", "\ud800", "long " * 4_000, "長" * 600, "👩‍👩‍👧𠮷"])
def test_no_text_breaks_it(text: str) -> None:
    assert np.isfinite(embed([text])).all()


def test_a_language_it_does_not_know_is_centred_on_all() -> None:
    assert embed_statements(["Die Brücke ist eingestürzt."], ["de"]).shape == (1, DIMENSIONS)


def test_the_shipped_means_are_those_of_the_shipped_sentences() -> None:
    shipped = language_means()
    computed = computed_means()
    assert shipped.keys() == computed.keys()
    for language, mean in computed.items():
        assert np.allclose(shipped[language], mean, atol=1e-3)


def test_a_translation_is_nearer_than_another_sentence() -> None:
    vectors = embed_statements(
        ["Jembatan itu runtuh.", "The bridge collapsed.", "Tim itu menang.", "大桥垮塌了。"],
        ["id", "en", "id", "zh-Hans"],
    )
    cosines = vectors @ vectors.T
    assert min(cosines[0, 1], cosines[0, 3], cosines[1, 3]) > cosines[0, 2]
