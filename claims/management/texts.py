"""Text files named on the command line."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from claims.sources.prose import prose_of
from claims.sources.reading import is_page


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file, U+FFFD for what is none. Raises CommandError."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        message = _("Cannot read %(path)s: %(error)s") % {"path": path, "error": error.strerror}
        raise CommandError(message) from error


def prose_in(path: Path, text: str) -> str:
    """Return the text of a file with blanks for what is not its article, of the same length.

    Of a page only the article is read, as when it is taken in; spans count the file's characters.
    """
    return prose_of(text) if is_page(path.name) else text
