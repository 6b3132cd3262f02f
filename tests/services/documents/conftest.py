"""The files of one desk, made once: a desk takes seconds to come about, looking at them none."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

from factcheck.accounts.roles import Role
from reviews.exports.bundle.writing import write_bundle
from reviews.exports.documents.html import write_html
from reviews.exports.documents.markdown import write_markdown
from reviews.exports.documents.pdf import write_pdf
from reviews.selectors.report_rows import ReportRows
from tests.factories import make_person
from tests.services.documents.desk import EVERYTHING, full_desk, keep_copy, table, written

COPY = b"<html>The log of the pilots, page 3</html>"
BY_LANGUAGE = replace(EVERYTHING, group_by="language")


@dataclass(frozen=True, slots=True)
class Made:
    """Files of a report on the verdicts of `full_desk`; `again` is the bundle made once more."""

    pdf: bytes
    grouped_pdf: bytes
    html: bytes
    grouped_html: bytes
    markdown: bytes
    bundle: bytes
    again: bytes


@pytest.fixture(scope="session")
def made(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Made:
    """The files of a desk that is gone when the tests look at them."""
    files = {"location": tmp_path_factory.mktemp("files")}
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": files}
    with (
        override_settings(STORAGES={"default": storage, "vault": storage}),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        author = make_person(Role.FACT_CHECKER, username="author")
        editor = make_person(Role.EDITOR, username="approver")
        keep_copy(full_desk(author, editor)[0], COPY)
        files_of_desk = _write_all()
        transaction.set_rollback(True)
    return files_of_desk


def _write_all() -> Made:
    all_of_it, grouped = table(), table(BY_LANGUAGE)
    return Made(
        pdf=written(write_pdf, all_of_it),
        grouped_pdf=written(write_pdf, grouped),
        html=written(write_html, all_of_it),
        grouped_html=written(write_html, grouped),
        markdown=written(write_markdown, all_of_it),
        bundle=written(write_bundle, all_of_it),
        again=written(write_bundle, replace(all_of_it, rows=ReportRows(EVERYTHING))),
    )


@pytest.fixture
def bundle(made: Made, tmp_path: Path) -> Path:
    """The bundle, unpacked."""
    (tmp_path / "bundle.zip").write_bytes(made.bundle)
    with zipfile.ZipFile(tmp_path / "bundle.zip") as archive:
        archive.extractall(tmp_path / "bundle")
    return tmp_path / "bundle"
