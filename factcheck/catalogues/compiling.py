"""Catalogues as gettext reads them. They are made where they are used, and not committed."""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.mofile import write_mo

from factcheck.catalogues.places import catalogue_files, read, replace


def compile_all() -> list[Path]:
    """Compile each catalogue that was changed since it was compiled; return those."""
    files = catalogue_files().items()
    return [path for language, path in files if _compile_changed(path, language)]


def _compile_changed(path: Path, language: str) -> bool:
    compiled, changed_at = path.with_suffix(".mo"), path.stat().st_mtime_ns
    if compiled.exists() and compiled.stat().st_mtime_ns >= changed_at:
        return False
    content = io.BytesIO()
    write_mo(content, read(path, language))
    replace(compiled, content.getvalue())
    return True
