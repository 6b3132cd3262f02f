"""The three roles of the desk. Each is a Django group made by a migration."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person may do follows from their roles and the state of the claim."""

    FACT_CHECKER = "fact-checker"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"


# Who answers for the desk: reports, webhooks and the audit log are theirs.
OVERSEERS = frozenset({Role.EDITOR, Role.ADMINISTRATOR})
