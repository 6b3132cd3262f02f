"""Where the catalogues lie, and reading and writing them."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "locale"
# What gettext needs and no more: the dates and names that are usual here clash with each merge.
HEADER = """\
# Translations of factcheck. `python manage.py messages` reads the strings out of the source;
# docs/languages.md says how to translate them.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plural_forms}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def catalogue_files() -> dict[str, Path]:
    """Return the catalogue of each language, by the name of its folder (zh_Hans)."""
    return {path.parts[-3]: path for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))}


def read(path: Path, language: str) -> Catalog:
    """Return the catalogue in `path`. Raises PoFileError for a file that is none."""
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def write(path: Path, catalogue: Catalog, language: str) -> None:
    """Write `catalogue` as it is kept: by file, without numbers of lines, which change daily."""
    header = HEADER.format(language=language, plural_forms=catalogue.plural_forms)
    with path.open("wb") as file:
        file.write(header.encode())
        write_po(
            file, catalogue, width=100, sort_by_file=True, include_lineno=False,
            omit_header=True, ignore_obsolete=True,
        )  # fmt: skip


def replace(path: Path, content: bytes) -> None:
    """Put `content` in place of `path` at once: others may be reading it, or doing the same."""
    descriptor, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(path)
