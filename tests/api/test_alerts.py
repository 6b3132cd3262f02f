"""Alerts by the API: listed, filtered, settled once."""

from __future__ import annotations

import pytest

from claims.models import AlertKind
from claims.services.alerts import alert_raise
from factcheck.accounts.models import User
from tests.api.conftest import Signed

pytestmark = pytest.mark.django_db


def test_alerts_are_listed_by_kind_and_state_and_settled_once(signed: Signed, editor: User) -> None:
    client = signed(editor)
    gone, _is_new = alert_raise(kind=AlertKind.FEED_GONE, cause="1", details={"url": "https://a/"})
    quiet, _is_new = alert_raise(kind=AlertKind.SOURCE_QUIET, cause="1")

    settled = client.post(f"/api/v1/alerts/{gone.pk}/settle", {"note": "Moved."})
    assert (settled.data["settled_by"], settled.data["note"]) == ("editor", "Moved.")
    assert client.post(f"/api/v1/alerts/{gone.pk}/settle", {"note": "Again."}).status_code == 409
    assert client.post(f"/api/v1/alerts/{quiet.pk}/settle", {"note": " "}).status_code == 400

    def listed(query: str) -> list[int]:
        return [row["id"] for row in client.get(f"/api/v1/alerts?{query}").data["results"]]

    assert listed("") == [quiet.pk, gone.pk]
    assert listed("state=open") == [quiet.pk]
    assert listed("kind=feed_gone&state=settled") == [gone.pk]
    assert client.get(f"/api/v1/alerts/{gone.pk}").data["details"] == {"url": "https://a/"}
