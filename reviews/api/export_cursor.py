"""Where a walk through an export goes on, signed for whom and what it was noted for."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass

from django.core import signing
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.errors import InvalidInput
from reviews.domain.report_spec import ReportSpec

# Only the first request of a walk is in the audit log: a walk ends while that is still recent.
LASTS = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Behind which verdict to go on, and as of when all pages are: none changes in between."""

    after: int
    as_of: datetime.datetime

    def sealed(self, actor: User, spec: ReportSpec) -> str:
        """Return it as text that only `actor` can use, and only for `spec`."""
        return signing.dumps([self.after, self.as_of.isoformat()], salt=_salt(actor, spec))

    @classmethod
    def opened(cls, text: str, actor: User, spec: ReportSpec) -> Cursor:
        """Return the cursor of a text. Raises InvalidInput when it is not of this walk."""
        try:
            after, as_of = signing.loads(text, salt=_salt(actor, spec), max_age=LASTS)
        except signing.BadSignature as error:
            message = _(
                "This cursor is not of your export with these filters, or is over a day old."
                " Start again without one."
            )
            raise InvalidInput("cursor", message) from error
        return cls(after, datetime.datetime.fromisoformat(as_of))


def _salt(actor: User, spec: ReportSpec) -> str:
    """Return what a signature holds for: else a cursor would open what nobody noted."""
    return f"verdicts.export:{actor.pk}:{json.dumps(spec.to_json(), sort_keys=True)}"
