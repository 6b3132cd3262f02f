"""Outlets: added and described by the keepers of the desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from claims.models import Source
from claims.services.articles import LANGUAGE_TAG
from claims.services.keepers import check_keeper
from claims.services.page_wishes import address_checked
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, Stale
from factcheck.texts import check_text

COUNTRY = re.compile(r"[A-Z]{2}")
MAX_NAME, MAX_SITE = 200, 500


@dataclass(frozen=True, slots=True)
class SourceFields:
    """What people say of an outlet: `country` as in ISO 3166, `language` as in BCP 47."""

    name: str
    site: str = ""
    country: str = ""
    language: str = ""


def source_add(*, actor: User, fields: SourceFields) -> Source:
    """Add an outlet. Raises NotAllowed, and InvalidInput naming the field."""
    check_keeper(actor)
    checked = asdict(_checked(fields))
    with _name_once(), transaction.atomic():
        source = Source.objects.create(**checked)
        record(actor=actor, action="source.add", target=source, after=checked)
    return source


def source_change(*, source: Source, actor: User, based_on: int, fields: SourceFields) -> Source:
    """Describe an outlet anew. Raises NotAllowed, InvalidInput, and Stale if it was changed since.

    `based_on` is the version that the person saw.
    """
    check_keeper(actor)
    checked = asdict(_checked(fields))
    with _name_once(), transaction.atomic():
        row = Source.objects.select_for_update(no_key=True).get(pk=source.pk)
        before = {name: getattr(row, name) for name in checked}
        if row.version != based_on:
            message = _("Somebody changed this source meanwhile. Look at it and save again.")
            raise Stale(message, current=before | {"version": row.version}, typed=checked)
        for name, value in checked.items():
            setattr(row, name, value)
        row.version += 1
        row.save()
        record(actor=actor, action="source.change", target=row, before=before, after=checked)
    return row


def _checked(fields: SourceFields) -> SourceFields:
    name = " ".join(fields.name.split())
    check_text("name", name, limit=MAX_NAME)
    if not name:
        raise InvalidInput("name", _("Give the outlet a name."))
    site = fields.site.strip()
    if site:
        try:
            site = address_checked(site)
        except InvalidInput as error:
            raise InvalidInput("site", error.message, code=error.code) from error
        check_text("site", site, limit=MAX_SITE)
    country = fields.country.strip().upper()
    if country and not COUNTRY.fullmatch(country):
        raise InvalidInput("country", _("Give two letters such as ID or TW."))
    language = fields.language.strip()
    if language and not LANGUAGE_TAG.fullmatch(language):
        raise InvalidInput("language", _("Give a language tag such as id, en or zh-Hant."))
    return SourceFields(name, site, country, language)


@contextmanager
def _name_once() -> Iterator[None]:
    """Turn the refusal of a second row of one name into words."""
    try:
        yield
    except IntegrityError as error:
        message = _("There is a source of this name already.")
        raise InvalidInput("name", message, code="in_use") from error
