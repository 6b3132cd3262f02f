"""Fact-checks of other desks: imported from ClaimReview, shown beside claims, never copied."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from claims.matching.embeddings import embed_statements
from claims.models import EarlierCheck, EarlierCheckMatch
from claims.services.checked_before_matching import claims_match_checks
from claims.services.checked_before_rows import earlier_check_columns
from claims.services.locks import claims_lock, matching_lock
from claims.sources.check_keys import claim_key, page_key
from claims.sources.claim_reviews import NoClaimReviews, Retracted, claim_reviews
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput

BATCH = 100  # read, embedded, stored and matched at once: a dump holds tens of thousands
# What a desk may change in a fact-check it has published.
CHANGEABLE = ("rating", "publisher", "published_on", "claim_review", "review_key")

Columns = dict[str, Any]
Key = tuple[str, str]  # of the page and of the claim
Learn = Callable[[Collection[int]], None]  # of claims, by id


@dataclass(slots=True)
class Imported:
    """What became of the rows: `refused` says, by their number, why some could not be read."""

    new: int = 0
    changed: int = 0
    known: int = 0
    withdrawn: int = 0
    refused: dict[int, InvalidInput] = field(default_factory=dict)


def earlier_checks_import(
    *,
    document: Any,
    actor: User | None,
    tell: Callable[[Imported, int], None] | None = None,
    learn: Learn | None = None,
) -> Imported:
    """Store the ClaimReviews of `document`: a review, a list, a feed, or a search's answer.

    A row that cannot be read is left out and named: of a dump of thousands some always are. What
    is known is brought up to date, and what its desk took back goes. Done by hundreds: told to do
    it again after it was cut off, it goes on. `tell` is called every hundred rows, while they are
    read and while they are stored, with what is done and the number of rows; `learn` in the
    transactions that change which claims are checked before, with their ids. Raises InvalidInput if
    `document` is nothing of the kind.
    """
    done = Imported()
    try:
        found = list(claim_reviews(document))
    except NoClaimReviews as error:
        message = _("This is no ClaimReview, no list of them, no DataFeed and no search's answer.")
        raise InvalidInput("document", message) from error

    def go_on() -> None:
        if tell is not None:
            tell(done, len(found))

    rows = list(_readable(found, done, go_on))
    here = {_key(row) for row in rows}
    for number, gone in enumerate(each for each in found if isinstance(each, Retracted)):
        if number % BATCH == 0:
            go_on()
        done.withdrawn += _withdraw(gone, here, actor, learn)
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        go_on()
        _store(batch, done, actor, learn)
    return done


def _readable(
    reviews: Iterable[Any], done: Imported, go_on: Callable[[], None]
) -> Iterator[Columns]:
    """Yield the columns of each row that can be read, once for the same claim at one address.

    `go_on` is called every hundred rows: of a large dump reading alone takes minutes, in which
    nobody else may take the worker for dead.
    """
    seen = set()
    for number, review in enumerate(reviews, start=1):
        if number % BATCH == 0:
            go_on()
        if isinstance(review, Retracted):  # counted: a person counts the rows of the file
            continue
        try:
            columns = earlier_check_columns(number, review)
        except InvalidInput as refusal:
            done.refused[number] = refusal
            continue
        if (key := _key(columns)) not in seen:
            seen.add(key)
            yield columns


def _key(columns: Columns) -> Key:
    return columns["page_key"], columns["claim_key"]


def _withdraw(retracted: Retracted, here: set[Key], actor: User | None, learn: Learn | None) -> int:
    """Delete what its desk took back, with its matches, unless it is `here` again; return how many.

    A match with it would say of a claim that it has been checked.
    """
    named = claim_key(retracted.claim) if retracted.claim else ""
    with transaction.atomic():
        matching_lock()
        at = EarlierCheck.objects.filter(page_key=page_key(retracted.url)).order_by("pk")
        gone = {
            check: _matched([check])
            for check in at.select_for_update(no_key=True)
            if named in {"", check.claim_key} and (check.page_key, check.claim_key) not in here
        }
        touched = {claim for claims in gone.values() for claim in claims}
        # Before their matches: who hides one has the claim, and waits for the match.
        claims_lock(claim_ids=touched)
        EarlierCheck.objects.filter(pk__in=[check.pk for check in gone]).delete()
        if learn is not None and touched:
            learn(touched)
        for check, claims in gone.items():
            before = {"url": check.url, "claim": check.claim_reviewed, "matched": claims}
            record(actor=actor, action="earlier_check.withdraw", target=check,
                   before=before | _told(check))  # fmt: skip
    return len(gone)


def _matched(checks: Iterable[EarlierCheck]) -> list[int]:
    """Return the claims that any of these checks was found to be about, by ascending id."""
    matches = EarlierCheckMatch.objects.filter(check_found__in=[check.pk for check in checks])
    return list(matches.order_by("claim").values_list("claim", flat=True).distinct())


def _store(batch: list[Columns], done: Imported, actor: User | None, learn: Learn | None) -> None:
    """Store and match what is new of a batch, and bring the rest up to date.

    Embedded before the lock is taken: articles are matched meanwhile.
    """
    ahead = _known(batch)
    fresh = [row for row in batch if _key(row) not in ahead]
    vectors = embed_statements(
        [row["claim_reviewed"] for row in fresh], [row["language"] for row in fresh]
    )
    embedded = {_key(row): vector.tolist() for row, vector in zip(fresh, vectors, strict=True)}
    with transaction.atomic():
        matching_lock()
        known = _known(batch)  # another import may have stored some since
        made = _make(_new_among(batch, known), embedded)
        changed = _bring_up_to_date(batch, known)
        if made or changed:
            after = {"new": len(made), "changed": len(changed)}
            target = [*changed, *made][-1]
            if learn is not None and (touched := _matched([*changed, *made])):
                learn(touched)
            for check, before in changed.items():  # a rating is what reviewers went by
                record(actor=actor, action="earlier_check.change", target=check,
                       before=before, after=_told(check))  # fmt: skip
            record(actor=actor, action="earlier_checks.import", target=target, after=after)
    done.new += len(made)
    done.changed += len(changed)
    done.known += len(batch) - len(made) - len(changed)


def _known(batch: list[Columns]) -> dict[Key, EarlierCheck]:
    """Return the checks there are of the pages of a batch, by key."""
    pages = {row["page_key"] for row in batch}
    checks = EarlierCheck.objects.filter(page_key__in=pages).defer("vector")
    return {(check.page_key, check.claim_key): check for check in checks}


def _in_other_feeds(batch: list[Columns]) -> set[str]:
    """Return the keys of reviews of this batch that are here, under whatever address."""
    keys = {row["review_key"] for row in batch} - {""}
    here = EarlierCheck.objects.filter(review_key__in=keys).exclude(review_key="")
    return set(here.values_list("review_key", flat=True))


def _new_among(batch: list[Columns], known: dict[Key, EarlierCheck]) -> list[Columns]:
    """Return the rows that are not here, under another address either; each review once."""
    reviews, new = _in_other_feeds(batch), []
    for row in batch:
        if _key(row) in known or row["review_key"] in reviews:
            continue
        reviews |= {row["review_key"]} - {""}
        new.append(row)
    return new


def _make(rows: list[Columns], embedded: dict[Key, list[float]]) -> list[EarlierCheck]:
    """Store new fact-checks and match them with the claims there are."""
    checks = [
        EarlierCheck(**row, vector=embedded[_key(row)]) for row in rows if _key(row) in embedded
    ]
    made = EarlierCheck.objects.bulk_create(checks)
    if made:
        claims_match_checks(checks=made)
    return made


def _bring_up_to_date(
    batch: list[Columns], known: dict[Key, EarlierCheck]
) -> dict[EarlierCheck, dict[str, str]]:
    """Write what desks changed; return what the log keeps of each from before."""
    changed = {}
    for row in batch:
        check = known.get(_key(row))
        if check and any(getattr(check, name) != row[name] for name in CHANGEABLE):
            changed[check] = _told(check)
            for name in CHANGEABLE:
                setattr(check, name, row[name])
    EarlierCheck.objects.bulk_update(changed, CHANGEABLE)
    return changed


def _told(check: EarlierCheck) -> dict[str, str]:
    """Return what the log keeps of a fact-check: all that can change but the document."""
    day = check.published_on.isoformat() if check.published_on else ""
    return {"rating": check.rating, "publisher": check.publisher, "published_on": day}
