"""What feeds say of a verdict in one line, and where they lie."""

from __future__ import annotations

import re

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from reviews.models import Verdict

# What XML 1.0 cannot hold, in no way of writing it: https://www.w3.org/TR/xml/#charsets
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TITLE = 200  # characters of a claim in a title


def feed_url(route: str, after: object = "") -> str:
    """Return the public address of a feed's page."""
    return f"{settings.SITE_URL}{reverse(route)}" + (f"?after={after}" if after else "")


def data_url(verdict: Verdict) -> str:
    """Return the address of the ClaimReview alone."""
    return f"{settings.SITE_URL}{reverse('verdict-claimreview', args=[verdict.claim_id])}"


def title_of(verdict: Verdict) -> str:
    """Return the rating, in the language of the claim, and the claim."""
    claim = verdict.clarified or verdict.claim.text
    shown = claim if len(claim) <= TITLE else f"{claim[: TITLE - 1]}…"
    return xml_text(f"{verdict.rating.label_in(verdict.claim.language)}: {shown}")


def summary_of(verdict: Verdict) -> str:
    """Return the summary, after what a correction corrected."""
    if not verdict.correction_note:
        return xml_text(verdict.summary)
    corrected = _("Corrected: %(note)s") % {"note": verdict.correction_note}
    return xml_text(f"{verdict.summary} {corrected}")


def xml_text(text: str) -> str:
    """Return `text` without what XML cannot hold: the whole feed could not be read for it."""
    return NOT_XML.sub("\ufffd", text)
