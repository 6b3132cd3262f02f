"""Ids that a browser sends: what cannot be one is no reason to break."""

from __future__ import annotations

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from factcheck.accounts.models import User
from reviews.models import QueueItem
from reviews.web.review_form import ReviewForm
from reviews.web.row_ids import row_id, row_ids
from tests.web.desk.conftest import LogIn

# Python reads no number of more than 4,300 digits from text.
ENDLESS = "9" * 5000


@given(st.integers(min_value=0, max_value=10**18 - 1))
def test_an_id_is_read_as_it_was_written(number: int) -> None:
    assert row_id(str(number)) == number


@given(st.text())
def test_no_text_breaks_the_reading(sent: str) -> None:
    assert row_ids([sent]) == ({row_id(sent)} - {None})


@pytest.mark.parametrize("sent", ["", "x", "-1", "1.5", "²", ENDLESS])
def test_what_cannot_be_an_id_is_none(sent: str) -> None:
    assert row_id(sent) is None


@pytest.mark.parametrize("sent", ["x", ENDLESS])
def test_a_review_that_cites_what_cannot_be_an_id_is_refused_at_its_field(sent: str) -> None:
    assert ReviewForm({"evidence": [sent]}).errors["evidence"] == ["Choose evidence from the list."]


def test_a_page_opens_whatever_is_asked_of_it(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    client, page = log_in(fact_checker), reverse("workspace", args=[item.pk])
    assert client.get(page, {"appearance": ENDLESS}).status_code == 200
    added = client.post(
        reverse("evidence-add", args=[item.pk]), {"evidence": ENDLESS}, headers={"HX-Request": "1"}
    )
    assert added.status_code == 400
