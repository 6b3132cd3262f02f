from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class StoredCopy(models.Model):
    """Bytes of a page as a server sent them, kept once however many cite them.

    The file `stored_as` of the vault holds the bytes after transfer decoding. Address, headers and
    time are of the fetch that brought them first; see `CopyFetch` for those of others. `text` is
    what a reader of the page reads, "" when there is none. A database trigger refuses to change any
    of it, and to delete a copy that evidence of a verdict cites.
    """

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    url = models.URLField(_("address asked for"), max_length=2000)
    final_url = models.URLField(_("address after redirects"), max_length=2000)
    status = models.PositiveSmallIntegerField(_("HTTP status"), default=200)
    headers = models.JSONField(_("headers"), default=dict)  # names in lower case
    fetched_at = models.DateTimeField(_("fetched"))
    media_type = models.CharField(_("media type"), max_length=100, blank=True)
    title = models.CharField(_("title"), max_length=500, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    text = models.TextField(_("text"), blank=True)
    # What the text is compared by, see claims.evidence.near_duplicates; 0 for one too short.
    sketch_size = models.PositiveIntegerField(_("size of the sketch"), default=0, db_default=0)
    sketch_minima = models.BinaryField(_("sketch of the text"), default=b"", db_default=b"")
    stored_as = models.CharField(_("file in the vault"), max_length=100)

    class Meta:
        verbose_name = _("stored copy")
        verbose_name_plural = _("stored copies")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="copy_sha256_is_one"
            ),
            models.CheckConstraint(condition=~Q(stored_as=""), name="copy_has_a_file"),
        ]

    def __str__(self) -> str:
        return f"{self.final_url} ({self.sha256[:12]})"
