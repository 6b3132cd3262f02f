"""Who may declare a recusal, and who may end it: tables."""

from __future__ import annotations

import pytest

from reviews.domain.recusal import declaring, ending

CHECKER, EDITOR = frozenset({"fact-checker"}), frozenset({"editor"})
ADMINISTRATOR, NOBODY = frozenset({"administrator"}), frozenset[str]()


def rule(refusal: object) -> str:
    return getattr(refusal, "rule", "")


@pytest.mark.parametrize(
    ("roles", "for_oneself", "expected"),
    [
        (CHECKER, True, ""),
        (EDITOR, True, ""),
        (ADMINISTRATOR, True, "role"),
        (NOBODY, True, "role"),
        (CHECKER, False, "role"),
        (EDITOR, False, ""),
        (ADMINISTRATOR, False, "role"),
    ],
)
def test_one_declares_for_oneself_and_an_editor_for_anybody(
    roles: frozenset[str], for_oneself: bool, expected: str
) -> None:
    assert rule(declaring(roles, for_oneself=for_oneself)) == expected


@pytest.mark.parametrize(
    ("roles", "for_oneself", "own_word", "expected"),
    [
        (CHECKER, True, True, ""),
        (CHECKER, True, False, "declared_by_another"),
        (EDITOR, True, True, ""),
        (EDITOR, True, False, "declared_by_another"),
        (EDITOR, False, True, ""),
        (EDITOR, False, False, ""),
        (CHECKER, False, False, "role"),
        (ADMINISTRATOR, False, False, "role"),
        (NOBODY, True, True, "role"),
    ],
)
def test_what_an_editor_declared_for_somebody_is_not_that_persons_to_end(
    roles: frozenset[str], for_oneself: bool, own_word: bool, expected: str
) -> None:
    assert rule(ending(roles, for_oneself=for_oneself, own_word=own_word)) == expected
