"""Judged sentences for tests: written out, or any at all."""

from __future__ import annotations

from hypothesis import strategies as st

from claims.scorecard.judged import Judged, Label

LABELS: tuple[Label, ...] = ("must", "may", "no")
ANY = st.lists(
    st.builds(
        Judged,
        language=st.sampled_from(["en", "id", "zh-Hans"]),
        label=st.sampled_from(LABELS),
        score=st.floats(0, 1) | st.sampled_from([0.0, 0.25, 0.5, 1.0]),
        selected=st.booleans(),
    ),
    max_size=40,
)


def judged(*rows: tuple[Label, float], threshold: float = 0.5) -> list[Judged]:
    """Return sentences of these labels and scores; what reaches the threshold is selected."""
    return [Judged("en", label, score, score >= threshold) for label, score in rows]
