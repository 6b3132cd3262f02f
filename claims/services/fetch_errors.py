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
    Why.BAD_PORT: _(
        "Pages are not on the port that this address names. If this one is, ask whoever runs this"
        " desk to name its host in FETCH_ALLOW_HOSTS."
    ),
    Why.NOT_PUBLIC: _(
        "This address is not on the public internet, so it is not fetched. If it should be, ask"
        " whoever runs this desk to name its host in FETCH_ALLOW_HOSTS."
    ),
    Why.UNKNOWN_HOST: _("No such site is known. Check the address for typing errors."),
    Why.UNREACHABLE: _("The site did not answer. Try again later, or look whether it is online."),
    Why.NOT_TRUSTED: _(
        "The site's certificate is not valid, so nobody can tell who answered. Open the address in"
        " a browser; if it warns too, look for another source of the page."
    ),
    Why.TIMED_OUT: _("The site took too long to answer. Try again later."),
    Why.BROKEN: _(
        "The site's answer broke off or could not be read. Try again; if it happens again, save the"
        " article's text and add it as a file."
    ),
    Why.ENCODING: _(
        "The page is compressed in a way that this desk does not unpack. Save the article's text"
        " and add it as a file."
    ),
    Why.TOO_LARGE: _("The page is too large. Save the article's text and add it as a file."),
    Why.REDIRECTS: _(
        "The site redirects without end. Open the page in a browser and copy the address that"
        " you end up at."
    ),
    Why.DOWNGRADE: _(
        "The site leads from a protected address to an unprotected one. If you want the unprotected"
        " page, give its address yourself, beginning with http://."
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
    Why.REDIS_AWAY: _(
        "The desk could not tell when the site was last asked, because its Redis does not answer."
        " It is tried again; if this lasts, tell whoever runs this desk."
    ),
}


def fetch_error_text(why: Why) -> str:
    """Return what a person is told."""
    return str(TEXTS[why])
