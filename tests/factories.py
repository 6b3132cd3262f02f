"""Rows for tests. What a service can make is made by the service, so that tests use real rows.

Each call makes rows of its own: texts and addresses carry a number that no other call gets.
"""

from __future__ import annotations

import itertools
from math import hypot
from random import Random

from django.contrib.auth.models import Group
from django.utils import timezone

from claims.matching.types import DIMENSIONS
from claims.models import (
    Appearance,
    Article,
    Claim,
    EarlierCheck,
    EarlierCheckMatch,
    Evidence,
    Sentence,
    Source,
)
from claims.models.sentence import SentenceKind
from claims.services.article_versions import article_new_version
from claims.services.articles import ArticleMetadata, article_receive
from claims.services.evidence import evidence_add
from claims.services.vault import copy_keep
from claims.sources.fetching import FetchedPage
from factcheck.accounts.models import Practice, User
from factcheck.accounts.roles import Role
from reviews.domain.states import Event, State
from reviews.models import QueueItem, QueueMove

PASSWORD = "correct horse battery staple"
_numbers = itertools.count(1)


def make_person(*roles: Role, username: str = "", is_staff: bool = False) -> User:
    """Return a person with these roles (none: an outsider), who logs in with PASSWORD.

    They are not new: no practice claim is offered to them.
    """
    name = username or f"person{next(_numbers)}"
    user = User.objects.create_user(
        name, password=PASSWORD, is_staff=is_staff, practice=Practice.DECLINED
    )
    user.groups.set(Group.objects.filter(name__in=roles))
    return user


def make_source(name: str = "") -> Source:
    """Return an outlet."""
    return Source.objects.create(name=name or f"Harbour Gazette {next(_numbers)}", country="ID")


def make_article(text: str = "", *, outlet: str = "Harbour Gazette") -> Article:
    """Return an article as it is received: due for its first step."""
    number = next(_numbers)
    article, _is_new = article_receive(
        data=(text or f"The ferries carried {number + 20} thousand people in May.").encode(),
        filename="article.txt",
        metadata=ArticleMetadata(
            url=f"https://gazette.example/{number}", title=f"Ferries, {number}", outlet=outlet
        ),
        actor=None,
    )
    return article


def make_version(article: Article, text: str = "") -> Article:
    """Return the version after `article`, due for its first step."""
    version = article_new_version(
        article=article,
        data=(text or f"The ferries carried {next(_numbers)} people after all.").encode(),
        filename="article.txt",
        metadata=ArticleMetadata(),
        actor=None,
    )
    assert version is not None
    return version


def make_sentence(
    article: Article | None = None,
    *,
    start: int = 0,
    end: int = 20,
    selected: bool = False,
    score: float | None = None,
) -> Sentence:
    """Return a sentence as the machine scores one; `selected` says only that it chose it."""
    return Sentence.objects.create(
        article=article or make_article(),
        engine="rules-test",
        start=start,
        end=end,
        kind=SentenceKind.BODY,
        score=score if score is not None else 0.6 if selected else 0.3,
        selected=selected,
    )


def unit_vector(seed: int) -> list[float]:
    """Return a vector of unit length that points where no near seed's does."""
    vector = [0.0] * DIMENSIONS
    vector[seed % DIMENSIONS] = 1.0
    return vector


def own_vector(seed: int) -> list[float]:
    """Return a vector of unit length about at right angles to all others.

    There are only DIMENSIONS of `unit_vector`'s: the claim made as the 384th was near to everything
    that a test put in the first direction.
    """
    drawn = Random(seed)
    vector = [drawn.gauss(0, 1) for _each in range(DIMENSIONS)]
    length = hypot(*vector)
    return [each / length for each in vector]


def make_claim(text: str = "", *, language: str = "en", score: float = 0.6) -> Claim:
    """Return a claim that resembles no other."""
    number = next(_numbers)
    return Claim.objects.create(
        text=text or f"The port handled {number + 3} million containers.",
        language=language,
        score=score,
        vector=own_vector(number),
    )


def make_match(claim: Claim, *, publisher: str = "Lantern Desk") -> EarlierCheckMatch:
    """Return an earlier fact-check of `publisher` that the matcher found to be about `claim`."""
    number = next(_numbers)
    check = EarlierCheck.objects.create(
        url=f"https://lantern.example/checks/{number}",
        page_key=str(number),
        claim_key=str(number),
        publisher=publisher,
        claim_reviewed=claim.text,
        rating="False",
        language=claim.language,
        claim_review={},
        vector=claim.vector,
    )
    return EarlierCheckMatch.objects.create(
        claim=claim, check_found=check, outcome="same", similarity=0.95
    )


def make_appearance(
    claim: Claim | None = None, *, article: Article | None = None, start: int = 0, end: int = 20
) -> Appearance:
    """Return where `claim` was made: a span of `article`."""
    article = article or make_article()
    return Appearance.objects.create(
        claim=claim or make_claim(),
        article=article,
        start=start,
        end=end,
        text=article.text[start:end],
        score=0.6,
    )


def make_item(
    claim: Claim | None = None, *, priority: int = 30, reviews_wanted: int = 1
) -> QueueItem:
    """Return a queue item that waits, as the machine puts it there."""
    item = QueueItem.objects.create(
        claim=claim or make_claim(),
        state=State.QUEUED,
        priority=priority,
        reviews_wanted=reviews_wanted,
    )
    QueueMove.objects.create(
        item=item, event=Event.ENQUEUE, from_state=State.NEW, to_state=State.QUEUED
    )
    return item


def make_evidence(claim: Claim, actor: User, *, quote: str = "") -> Evidence:
    """Return evidence against `claim` that `actor` added."""
    return evidence_add(
        claim=claim,
        actor=actor,
        url=f"https://statistics.example/table/{next(_numbers)}",
        publisher="Bureau of Statistics",
        stance="against",
        kind="primary",
        quote=quote or "Throughput for the year came to 2.4 million containers.",
    )


def keep_copy(evidence: Evidence, text: str) -> Evidence:
    """Keep a copy of the page behind `evidence`, which says `text`, as a worker does."""
    page = FetchedPage(
        url=evidence.url, asked_url=evidence.url, status=200,
        headers={"content-type": "text/plain; charset=utf-8"},
        body=text.encode(), fetched_at=timezone.now(),
    )  # fmt: skip
    evidence.copy, evidence.fetched_at = copy_keep(page=page), page.fetched_at
    evidence.save()
    return evidence
