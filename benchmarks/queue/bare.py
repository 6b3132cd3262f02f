"""The reference: the least a Django site does for a request that reads a row and writes one.

Served as the product is; its figures stand beside ours, so that a busy machine tells on both.
"""

from __future__ import annotations

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from environs import Env

READ = "SELECT id, state FROM reviews_queueitem WHERE id = %s"
WRITE = "INSERT INTO bare_note (item_id, at) VALUES (%s, now()) RETURNING id"


def note(_request: HttpRequest, item_id: int) -> HttpResponse:
    """Read an item, write a note on it."""
    with connection.cursor() as cursor:
        cursor.execute(READ, [item_id])
        item = cursor.fetchone()
        cursor.execute(WRITE, [item_id])
        return JsonResponse({"item": item, "note": cursor.fetchone()})


def healthz(_request: HttpRequest) -> HttpResponse:
    """Say that the server is up."""
    return HttpResponse("ok")


urlpatterns = [path("healthz", healthz), path("note/<int:item_id>", note)]
settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    DATABASES={"default": Env().dj_db_url("DATABASE_URL") | {"CONN_MAX_AGE": None}},
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)
application = get_wsgi_application()
