"""What a specification is refused for is said in words, with the bounds it passed."""

from __future__ import annotations

import pytest

from factcheck.errors import InvalidInput
from reviews.domain.report_spec import Flaw
from reviews.services.report_specs import BOUNDS, REMEDIES, spec_read


def test_every_flaw_has_a_remedy_in_words() -> None:
    assert set(REMEDIES) == set(Flaw)
    assert all(str(words) % BOUNDS for words in REMEDIES.values())


def test_a_refusal_names_the_field_and_the_bound() -> None:
    with pytest.raises(InvalidInput, match="at most 200 characters") as refusal:
        spec_read({"speakers": ["x" * 201]})
    assert refusal.value.field == "speakers"
