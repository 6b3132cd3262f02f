"""Every rule of the linter of ClaimReview.

Sources: Google's guide to the fact check structured data (which its Fact Check Explorer goes by,
whatever Search shows), the types of schema.org, and, named DESK, what neither looks at and readers
of our feeds rely on.
"""

from __future__ import annotations

from reviews.domain.claim_review_findings import Level, Rule
from reviews.domain.guards import gettext_noop as _

GOOGLE = "https://developers.google.com/search/docs/appearance/structured-data/factcheck"
SCHEMA = "https://schema.org/ClaimReview"
RATING = "https://schema.org/Rating"
CLAIM = "https://schema.org/Claim"
FEED = "https://schema.org/DataFeed"
DESK = "docs/feeds.md"
ERROR, WARNING = Level.ERROR, Level.WARNING

_ROWS = (
    # --- the file ---
    ("not_json", ERROR, _("This is no JSON."), _("Have it written by a JSON library."), SCHEMA),
    ("too_deep", ERROR, _("It is nested too deeply, or holds too much."),
     _("Split it into pages, or leave out what is nested."), DESK),
    ("no_claim_review", ERROR, _("There is no ClaimReview in it."),
     _("Add an object with \"@type\": \"ClaimReview\"."), GOOGLE),
    ("context", ERROR, _("The context is not schema.org's."),
     _("Set \"@context\" to \"https://schema.org\"."), GOOGLE),
    ("text_empty", ERROR, _("A text is empty."), _("Leave the property out, or fill it."), DESK),
    # --- the feed ---
    ("feed_elements", ERROR, _("The feed has no list of elements."),
     _("Put the reviews into \"dataFeedElement\", a list."), FEED),
    ("feed_element", ERROR, _("An element of the feed is neither a ClaimReview nor a deletion."),
     _("Use ClaimReview, or DataFeedItem with \"item\" or \"dateDeleted\"."), FEED),
    # --- the page ---
    ("url_missing", ERROR, _("The address of the page is missing."),
     _("Set \"url\" to the page of this verdict."), GOOGLE),
    ("url_not_absolute", ERROR, _("The address of the page is no absolute http(s) address."),
     _("Set SITE_URL to the public address of the desk."), GOOGLE),
    ("url_elsewhere", ERROR, _("The address of the page is on another site."),
     _("Set SITE_URL to the public address of the desk."), GOOGLE),
    ("url_shared", ERROR, _("Two claims share one page, at most the part after # differs."),
     _("Give each claim a page of its own."), DESK),
    ("author_missing", ERROR, _("It is not said who reviewed the claim."),
     _("Set SITE_NAME to the name of the desk."), GOOGLE),
    ("author_type", WARNING, _("The author is neither a person nor an organisation."),
     _("Use Person or Organization."), SCHEMA),
    ("author_url", WARNING, _("The author has no address."),
     _("Add the address of the desk to the author."), GOOGLE),
    # --- the claim's wording ---
    ("claim_missing", ERROR, _("The claim that was reviewed is missing or empty."),
     _("Give the claim a wording."), GOOGLE),
    ("claim_long", WARNING, _("The claim is longer than 75 characters; search results cut it."),
     _("Give it a shorter wording under \"What is meant\"."), GOOGLE),
    # --- the rating ---
    ("rating_missing", ERROR, _("There is no rating."),
     _("Add \"reviewRating\", a Rating."), GOOGLE),
    ("rating_type", ERROR, _("The rating is no Rating."),
     _("Make it an object of type Rating."), RATING),
    ("rating_name_missing", ERROR, _("The rating has no name."),
     _("Give the rating a label in this language or in English."), GOOGLE),
    ("rating_name_is_number", WARNING, _("The name of the rating is a number."),
     _("Name the rating in words: readers see nothing else."), GOOGLE),
    ("rating_number", ERROR, _("A number of the rating is none."),
     _("Write ratingValue, worstRating and bestRating as numbers."), RATING),
    ("rating_unbounded", WARNING, _("The rating has a number and no bounds."),
     _("Add worstRating and bestRating."), GOOGLE),
    ("rating_scale", ERROR, _("The worst rating is not below the best."),
     _("Correct the scale."), GOOGLE),
    ("rating_outside", ERROR, _("The number of the rating is outside its scale."),
     _("Correct the number, or leave it out for a rating beside the scale."), GOOGLE),
    ("scale_unnamed", WARNING, _("It is not said which version of the scale the rating is from."),
     _("Name it in \"identifier\" of the rating."), DESK),
    # --- what was reviewed ---
    ("item_missing", WARNING, _("It is not said where the claim was made."),
     _("Add \"itemReviewed\", a Claim."), GOOGLE),
    ("item_type", WARNING, _("What was reviewed is no Claim."), _("Use the type Claim."), CLAIM),
    ("claim_author_missing", WARNING, _("It is not said who made the claim."),
     _("Name the speaker, if the claim has one."), GOOGLE),
    ("claim_author_is_reviewer", ERROR, _("The claim is said to be the fact-checker's own."),
     _("Correct the speaker of the claim: it has the name or the address of the desk."), DESK),
    ("appearance_missing", WARNING, _("No place is named where the claim appeared."),
     _("Add the address of an article that makes the claim."), GOOGLE),
    ("appearance_url", ERROR, _("A place where the claim appeared has no http(s) address."),
     _("Correct the address of the article, or leave it out."), DESK),
    ("appearance_here", ERROR, _("The claim is said to have appeared on the fact-checker's site."),
     _("Leave the fact-check out of the appearances."), DESK),
    # --- days ---
    ("date_missing", WARNING, _("It is not said when the review was published."),
     _("Add \"datePublished\"."), GOOGLE),
    ("date_unreadable", ERROR, _("A date is not written as ISO 8601."),
     _("Write it like 2026-03-09 or 2026-03-09T10:00:00+07:00."), SCHEMA),
    ("date_order", ERROR, _("The claim is dated after its review."),
     _("Correct the day on which the article was published."), DESK),
    ("date_future", ERROR, _("The review is dated in the future."),
     _("Check the clock of the server."), DESK),
)  # fmt: skip
RULES: dict[str, Rule] = {row[0]: Rule(*row) for row in _ROWS}
