from __future__ import annotations

from django.db import models
from django.db.models import F
from django.db.models.functions import MD5
from django.utils.translation import gettext_lazy as _

from claims.models.stored_copy import StoredCopy


class CopyFetch(models.Model):
    """The first time an address gave the bytes of a copy: what the server said with them.

    The same bytes may come from several addresses; each has its row. Evidence has the fetch of its
    copy whose `url` is its own address. Database triggers refuse to change any of it, and to
    delete it without the copy. Of those
    from before fetches were written down by address, `final_url` is "", and there is neither a
    status nor are there headers.
    """

    copy = models.ForeignKey(StoredCopy, models.CASCADE, related_name="fetches")
    url = models.URLField(_("address asked for"), max_length=2000)
    final_url = models.URLField(_("address after redirects"), max_length=2000, blank=True)
    status = models.PositiveSmallIntegerField(_("HTTP status"), null=True)
    headers = models.JSONField(_("headers"), default=dict, blank=True)  # names in lower case
    fetched_at = models.DateTimeField(_("fetched"))

    class Meta:
        verbose_name = _("fetch of a copy")
        verbose_name_plural = _("fetches of copies")
        ordering = ["id"]
        constraints = [
            # By digest: an index entry holds under 2,704 bytes, an address may be longer.
            models.UniqueConstraint(F("copy"), MD5("url"), name="copy_fetch_once_per_address"),
        ]

    def __str__(self) -> str:
        return f"{self.url} ({self.fetched_at:%Y-%m-%d})"
