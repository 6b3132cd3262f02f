"""The conditions of the table of states: an id, a predicate, what to tell a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Situation:
    """What is true of a queue item and the person (or machine) who wants to move it."""

    roles: frozenset[str] = field(default_factory=frozenset)
    is_leased: bool = False
    holds_lease: bool = False
    has_reviewed: bool = False
    is_recused: bool = False
    was_just_submitted: bool = False  # by them, as the first review; nobody has acted since
    is_author: bool = False
    has_written: bool = False  # gave the verdict to, or got it from, another author
    review_is_complete: bool = False
    review_has_evidence: bool = False  # the claim has a row, or the review says why it has none
    reviews_in: int = 0  # submitted, counting the one being submitted
    reviews_wanted: int = 1
    ratings_agree: bool = True
    has_evidence: bool = False  # at least one row, or a written reason for none
    signed_off: bool = False  # by somebody, for exactly the content there is now
    is_correction: bool = False  # an earlier version has been published
    says_what_changed: bool = False
    kind_fits_rating: bool = True  # the kind of change says so when, and only when, the rating did
    origins_are_enough: bool = True  # independent ones of the evidence, or a written reason
    few_origins_are_known: bool = True  # who signed off wrote why fewer will do, if they are fewer
    reply_is_settled: bool = True  # who is named was asked, or an editor wrote why not
    gives_note: bool = False
    is_current: bool = True  # the verdict of this item is the published one
    is_latest: bool = True  # no later item of the same claim
    is_past_review_by: bool = False
    was_reopened: bool = False  # when it was dismissed or merged
    is_judged: bool = False  # the claim has a draft or a published verdict
    other_stands: bool = False  # the claim it is to be merged into is not itself merged


@dataclass(frozen=True, slots=True)
class Guard:
    """A predicate over a situation, with the message for whoever it stops."""

    holds: Callable[[Situation], bool]
    message: str


def gettext_noop(message: str) -> str:
    """Mark `message` for translation; the UI translates where it is shown."""
    return message


_ = gettext_noop
MOST_REVIEWS = 3

GUARDS: dict[str, Guard] = {
    "is_free": Guard(
        lambda s: not s.is_leased, _("Somebody holds this claim now. Take another, or wait.")
    ),
    "is_held": Guard(lambda s: s.is_leased, _("Nobody holds this claim.")),
    "holds_lease": Guard(
        lambda s: s.holds_lease,
        _("You do not hold this claim any more. Your text is kept; take the claim again."),
    ),
    "has_not_reviewed": Guard(
        lambda s: not s.has_reviewed, _("You have reviewed this claim. It needs somebody else.")
    ),
    "is_not_recused": Guard(
        lambda s: not s.is_recused,
        _("You are recused from this claim, by its topic, outlet or speaker. Leave it to others."),
    ),
    "review_is_complete": Guard(
        lambda s: s.review_is_complete,
        _("Choose a rating, and write a summary and a rationale, before submitting."),
    ),
    "review_has_evidence": Guard(
        lambda s: s.review_has_evidence,
        _("Add at least one piece of evidence, or write why there is none."),
    ),
    "was_just_submitted": Guard(
        lambda s: s.was_just_submitted,
        _(
            "A review can be taken back for a few minutes, until somebody else acts on the claim,"
            " and only the first one, while it has not let you read what other reviewers wrote."
        ),
    ),
    "needs_more_reviews": Guard(
        lambda s: s.reviews_in < s.reviews_wanted, _("All reviews are in.")
    ),
    "has_all_reviews": Guard(
        lambda s: s.reviews_in >= s.reviews_wanted, _("Another review is needed.")
    ),
    "ratings_agree": Guard(lambda s: s.ratings_agree, _("The reviews disagree.")),
    "ratings_differ": Guard(lambda s: not s.ratings_agree, _("The reviews agree.")),
    "is_author": Guard(lambda s: s.is_author, _("Only the author of the verdict may do this.")),
    "is_not_author": Guard(
        lambda s: not s.is_author and not s.has_written,
        _("You wrote this verdict. Somebody else has to decide on it."),
    ),
    "has_evidence": Guard(
        lambda s: s.has_evidence,
        _("Add at least one piece of evidence, or write why there is none."),
    ),
    "is_signed_off": Guard(
        lambda s: s.signed_off,
        _("Sign off first: nobody has signed off the verdict as it stands now."),
    ),
    "is_not_signed_off": Guard(
        lambda s: not (s.signed_off and s.few_origins_are_known), _("This is signed off already.")
    ),
    "few_origins_are_known": Guard(
        lambda s: s.few_origins_are_known,
        _(
            "The copies of its pages show that the evidence has fewer than two independent origins."
            " Sign off anew and write why that is enough, or send it back."
        ),
    ),
    "is_first_version": Guard(lambda s: not s.is_correction, _("A version is published.")),
    "is_correction": Guard(lambda s: s.is_correction, _("No version is published yet.")),
    "says_what_changed": Guard(
        lambda s: not s.is_correction or s.says_what_changed,
        _("Say for the public what changed since the published version, and what kind it is."),
    ),
    "kind_fits_rating": Guard(
        lambda s: not s.is_correction or s.kind_fits_rating,
        _("Call it a change of the rating if the rating is another one now, and only then."),
    ),
    "origins_are_enough": Guard(
        lambda s: s.origins_are_enough,
        _("The evidence has fewer than two independent origins. Write why that is enough."),
    ),
    "reply_is_settled": Guard(
        lambda s: s.reply_is_settled,
        _(
            "The verdict goes against somebody the claim names: ask them for comment and wait for"
            " the deadline, or have an editor write why not."
        ),
    ),
    "is_current": Guard(lambda s: s.is_current, _("A later version is published. Open that one.")),
    "is_past_review_by": Guard(
        lambda s: s.is_past_review_by, _("The day to look at this again has not come.")
    ),
    "can_have_more_reviews": Guard(
        lambda s: s.ratings_agree and max(s.reviews_in, s.reviews_wanted) < MOST_REVIEWS,
        _("No more reviews: three are wanted already, or somebody has to decide between two."),
    ),
    "is_latest": Guard(
        lambda s: s.is_latest, _("This claim was reopened already. Open its newest entry.")
    ),
    "was_reopened": Guard(lambda s: s.was_reopened, _("This claim was not reopened.")),
    "was_not_reopened": Guard(lambda s: not s.was_reopened, _("This claim was reopened.")),
    "is_unjudged": Guard(
        lambda s: s.reviews_in == 0 and not s.is_judged,
        _(
            "This claim has a review or a verdict, which stays with it."
            " Merge the other way: the other claim into this one."
        ),
    ),
    "other_stands": Guard(
        lambda s: s.other_stands,
        _("That claim is merged into another one. Choose the one that stands."),
    ),
    "gives_note": Guard(lambda s: s.gives_note, _("Give a reason.")),
}
