"""The Celery application. Celery is the alarm clock; the rows in PostgreSQL are the work."""

import os

from celery import Celery
from celery.signals import worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
# Celery runs Django's checks in each worker and throws away what they find; for that it loads the
# routes and so every page of the desk, 35 MB. `manage.py check` is where they are read.
os.environ.setdefault("CELERY_SKIP_CHECKS", "true")

app = Celery("factcheck")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["factcheck"])


@worker_init.connect
def embed_on_one_thread(**_details: object) -> None:
    """Give each worker process one thread for embeddings: there is a process per core already.

    With a thread per core in each, two workers on two cores spent most of the time waiting for
    one another.
    """
    os.environ.setdefault("OMP_NUM_THREADS", "1")
