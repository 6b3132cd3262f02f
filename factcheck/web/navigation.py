"""What the header offers to whom."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from factcheck.accounts.roles import OVERSEERS, Role


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the site. Routes whose name starts with one of `routes` belong to it."""

    label: Promise
    route: str
    routes: tuple[str, ...]
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Entry:
    """A link of the header."""

    label: str
    route: str
    url: str
    is_current: bool


DESK = frozenset(Role)
EDITORS = frozenset({Role.EDITOR})
SECTIONS = (
    Section(_("Queue"), "queue", ("queue", "workspace"), DESK),
    Section(_("Articles"), "article-list", ("article", "page"), DESK),
    Section(_("Sources"), "source-list", ("source", "earlier-check"), DESK),
    Section(_("Alerts"), "alert-list", ("alert",), DESK),
    Section(_("Dashboard"), "dashboard", ("dashboard",), DESK),
    Section(_("Sign-off"), "sign-off-list", ("sign-off",), EDITORS),
    Section(_("Reports"), "report-list", ("report",), OVERSEERS),
    Section(_("Audit log"), "audit", ("audit",), OVERSEERS),
    Section(_("Agreement"), "agreement", ("agreement",), EDITORS),
)
PUBLISHED = Section(_("Published verdicts"), "verdict-list", ("verdict",), frozenset())


def navigation(roles: frozenset[Role], route: str) -> list[Entry]:
    """Return the links for a person with `roles` on the page named `route` ("" for none)."""
    shown = [section for section in SECTIONS if section.roles & roles]
    return [
        Entry(
            str(section.label),
            section.route,
            reverse(section.route),
            route.startswith(section.routes),
        )
        for section in (*shown, PUBLISHED)
    ]
