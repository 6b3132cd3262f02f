"""What people did, as whoever looks may see it. In the order of names: it is no table of ranks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.accounts.models import User
from factcheck.accounts.roles import OVERSEERS
from reviews.domain.comparing_people import desk_median, shown_count
from reviews.domain.happenings import DONE_BY_PEOPLE, Happening
from reviews.selectors.dashboard_flow import Counts

NOTHING: Counts = dict.fromkeys(Happening, 0)


@dataclass(frozen=True, slots=True)
class PersonDid:
    """What one person did; None for a count too small to be shown beside others'."""

    person: User
    is_own: bool
    counts: Mapping[Happening, int | None]


@dataclass(frozen=True, slots=True)
class People:
    """The people one may see, and the medians of all who did anything; None of few people."""

    rows: Sequence[PersonDid]
    medians: Mapping[Happening, float | None]


def people_of(did: Mapping[str, Counts], viewer: User) -> People:
    """Return everybody to editors and administrators, to others themselves. Keys of `did` are ids.

    Whoever sees everybody and did nothing is not in it; one alone always is.
    """
    everybody = bool(viewer.roles & OVERSEERS)
    ids = {int(key) for key in did} if everybody else set[int]()
    persons = [*User.objects.filter(pk__in=ids - {viewer.pk})] if ids else []
    if not everybody or viewer.pk in ids:
        persons.append(viewer)
    persons.sort(key=lambda person: (person.shown_name.casefold(), person.pk))
    return People(
        rows=[_row(person, did.get(str(person.pk), NOTHING), viewer) for person in persons],
        medians={
            what: desk_median([counts[what] for counts in did.values()]) for what in DONE_BY_PEOPLE
        },
    )


def _row(person: User, counts: Counts, viewer: User) -> PersonDid:
    is_own = person.pk == viewer.pk
    shown = {what: shown_count(counts[what], is_own=is_own) for what in DONE_BY_PEOPLE}
    return PersonDid(person, is_own, shown)
