"""Ways through the desk, taken by its services: what a test needs to have happened before."""

from __future__ import annotations

from factcheck.accounts.models import User
from reviews.models import QueueItem, Review, Verdict
from reviews.selectors.contents import verdict_hash
from reviews.services.leases import lease_take
from reviews.services.replies import Contact, reply_ask, reply_note
from reviews.services.reviews import ReviewText, review_submit
from reviews.services.sign_offs import Terms, verdict_sign_off
from reviews.services.verdicts import VerdictText, verdict_publish
from tests.factories import make_evidence, make_item

ONE_ORIGIN = "Nobody but the bureau counts containers."
REVIEW = ReviewText(
    rating="mostly-false",
    summary="The port handled fewer containers.",
    rationale="The yearly table of the bureau gives a lower number.",
    no_evidence_reason="The table hangs in the harbour office; it is not online.",
    confidence=3,
)


def review(item: QueueItem, reviewer: User, text: ReviewText = REVIEW) -> Review:
    """Take `item` and submit a review of it."""
    lease = lease_take(item=item, actor=reviewer)
    return review_submit(item=item, actor=reviewer, token=lease.token, text=text, based_on=0)


def drafted_verdict(author: User, item: QueueItem | None = None) -> Verdict:
    """Return the draft that waits for sign-off after `author` reviewed, with evidence."""
    item = item or make_item()
    make_evidence(item.claim, author)
    review(item, author)
    return Verdict.objects.get(item=item)


def declined_reply(item: QueueItem, actor: User, name: str) -> None:
    """Ask `name` for comment on the claim of `item`; they decline."""
    request = reply_ask(
        claim=item.claim,
        actor=actor,
        name=name,
        question="Where is the figure from?",
        contact=Contact(channel="phone"),
    )
    reply_note(request=request, actor=actor, outcome="declined", based_on=request.version)


def sign_off(verdict: Verdict, editor: User) -> Verdict:
    """Sign off `verdict` as it stands now; one origin is enough for it."""
    fresh = Verdict.objects.get(pk=verdict.pk)
    return verdict_sign_off(
        verdict=verdict,
        actor=editor,
        seen_hash=verdict_hash(fresh),
        terms=Terms(one_origin_reason=ONE_ORIGIN),
    )


def published_verdict(author: User, editor: User, item: QueueItem | None = None) -> Verdict:
    """Return a verdict that `author` wrote and `editor` signed off and published."""
    verdict = sign_off(drafted_verdict(author, item), editor)
    return verdict_publish(verdict=verdict, actor=editor)


def text_of(verdict: Verdict) -> VerdictText:
    """Return the text of `verdict` as its author would send it unchanged."""
    return VerdictText(
        rating=verdict.rating.slug,
        summary=verdict.summary,
        explanation=verdict.explanation,
        true_as_of=verdict.true_as_of,
        no_evidence_reason=verdict.no_evidence_reason,
        correction_note=verdict.correction_note,
        correction_kind=verdict.correction_kind,
    )
