"""Mail that a mail server left for the desk becomes articles."""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path

from django.conf import settings
from django.db import DataError, Error
from django.utils.translation import gettext as _

from claims.services.articles import ArticleMetadata, article_receive
from claims.sources.maildir import Maildir
from claims.sources.refusals import refusal
from claims.sources.unreadable import Unreadable
from factcheck.errors import InvalidInput

logger = logging.getLogger(__name__)
# Of one sweep: others wait for it. What is left is taken by the next.
SECONDS = 20
LATER = "file_busy"


def mails_take_in() -> int:
    """Take in new mail from MAILDIR_PATH; return how many were taken in or refused.

    A worker that dies at it loses no mail and doubles none: a mail stays new until its article is
    committed, and the same text again is the same article. Raises ExceptionGroup of what stood in
    the way of some (the database, the disk); they stay new.
    """
    if not settings.MAILDIR_PATH:
        return 0
    box = Maildir(Path(settings.MAILDIR_PATH))
    box.prepare()
    failed: list[Exception] = []
    taken, until = 0, time.monotonic() + SECONDS
    for name in box.names():
        if time.monotonic() > until:
            break
        try:
            taken += _take(box, name)
        except (Error, OSError) as error:
            failed.append(error)
    if failed:
        raise ExceptionGroup("Some mail stays new.", failed)
    return taken


def _take(box: Maildir, name: str) -> bool:
    """Take one mail; False when it is another worker's, or has to wait."""
    try:
        with box.held(name, most_bytes=settings.ARTICLE_MAX_BYTES) as data:
            if data is None:
                return False
            return _received(box, name, data)
    except Unreadable as error:
        box.refuse(name, refusal(_shown(name), error).message)
    except Exception as error:
        if isinstance(error, Error | OSError) and not isinstance(error, DataError):
            raise
        # The fault is in this mail or in how it is read: tried again, it would fail at each sweep.
        logger.exception("mail %s failed", _shown(name))
        box.refuse(name, _("It could not be read: %(error)s") % {"error": type(error).__name__})
    return True


def _received(box: Maildir, name: str, data: bytes) -> bool:
    try:
        article_receive(
            data=data, filename=f"{_shown(name)}.eml", metadata=ArticleMetadata(), actor=None
        )
    except InvalidInput as error:
        if error.code == LATER:
            return False
        box.refuse(name, error.message)
    else:
        box.keep(name)
    return True


def _shown(name: str) -> str:
    """Return the name of a file as text: it may hold bytes that are none."""
    return os.fsencode(name).decode(errors="replace")
