"""The hash a sign-off is bound to."""

from __future__ import annotations

import dataclasses
import string

from hypothesis import given
from hypothesis import strategies as st

from reviews.domain.content import (
    EvidenceContent,
    ReplyContent,
    VerdictContent,
    content_hash,
)

# Lone surrogates cannot be stored, so no content has them.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
EVIDENCE = st.builds(EvidenceContent, *[TEXT] * 7)
REPLY = st.builds(ReplyContent, *[TEXT] * 6)
CONTENT = st.builds(
    VerdictContent,
    *[TEXT] * 7,
    st.lists(EVIDENCE, max_size=3).map(tuple),
    st.lists(REPLY, max_size=2).map(tuple),
    TEXT,
)
ROWS = {"evidence", "replies"}
FIELDS = [field.name for field in dataclasses.fields(VerdictContent) if field.name not in ROWS]


@given(CONTENT)
def test_the_same_content_has_the_same_hash(content: VerdictContent) -> None:
    again = dataclasses.replace(content, evidence=list(content.evidence))
    assert content_hash(again) == content_hash(content)


@given(CONTENT)
def test_the_hash_is_64_hex_digits(content: VerdictContent) -> None:
    assert len(content_hash(content)) == 64
    assert set(content_hash(content)) <= set(string.hexdigits.lower())


@given(CONTENT, CONTENT)
def test_different_contents_have_different_hashes(one: VerdictContent, two: VerdictContent) -> None:
    assert (content_hash(one) == content_hash(two)) == (one == two)


@given(CONTENT, st.sampled_from(FIELDS), TEXT.filter(bool))
def test_a_change_of_any_field_changes_the_hash(
    content: VerdictContent, field: str, more: str
) -> None:
    changed = dataclasses.replace(content, **{field: getattr(content, field) + more})
    assert content_hash(changed) != content_hash(content)


@given(CONTENT, EVIDENCE)
def test_evidence_added_or_taken_away_changes_the_hash(
    content: VerdictContent, row: EvidenceContent
) -> None:
    more = dataclasses.replace(content, evidence=(*content.evidence, row))
    assert content_hash(more) != content_hash(content)


@given(CONTENT, TEXT, TEXT.filter(bool))
def test_text_moved_from_one_field_to_the_next_changes_the_hash(
    content: VerdictContent, left: str, right: str
) -> None:
    one = dataclasses.replace(content, summary=left + right, explanation="")
    two = dataclasses.replace(content, summary=left, explanation=right)
    assert content_hash(one) != content_hash(two)


@given(CONTENT, REPLY)
def test_a_reply_that_came_in_changes_the_hash(content: VerdictContent, row: ReplyContent) -> None:
    more = dataclasses.replace(content, replies=(*content.replies, row))
    assert content_hash(more) != content_hash(content)
