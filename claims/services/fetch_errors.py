"""Why a page could not be fetched, worded for people, each with what to do."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from factcheck.http.failure import Why

TEXTS: dict[Why, str | Promise] = {
    Why.BAD_ADDRESS: _(
        "This address cannot be used. Copy it anew from the browser: it begins with http:// or"
        " https:// and holds no user name and no spaces."
    ),
    Why.NOT_PUBLIC: _(
        "This address is not on the public internet, so it is not fetched. If it should be, ask"
        " whoever runs this desk to name its host in FETCH_ALLOW_HOSTS."
    ),
    Why.UNKNOWN_HOST: _("No such site is known. Check the address for typing errors."),
    Why.UNREACHABLE: _("The site did not answer. Try again later, or look whether it is online."),
    Why.TIMED_OUT: _("The site took too long to answer. Try again later."),
    Why.TOO_LARGE: _("The page is too large. Save the article's text and add it as a file."),
    Why.REDIRECTS: _(
        "The site redirects without end. Open the page in a browser and copy the address that"
        " you end up at."
    ),
    Why.HTTP_STATUS: _("The site answered with an error. Open the address in a browser to see it."),
    Why.ROBOTS: _(
        "The site asks programs in its robots.txt not to fetch this page. Open it in a browser, and"
        " add its text as a file."
    ),
    Why.ROBOTS_AWAY: _(
        "The site's robots.txt could not be read, so its pages are not fetched for now. It is tried"
        " again later."
    ),
    Why.TOO_SOON: _("The site was asked a moment ago. It is tried again shortly."),
}


def fetch_error_text(why: Why) -> str:
    """Return what a person is told."""
    return str(TEXTS[why])
