"""Routes of triage, under queue/: many rows at once, and undoing it."""

from django.urls import path

from reviews.web import triage

urlpatterns = [
    path("bulk/", triage.bulk, name="queue-bulk"),
    path("batches/<int:batch_id>/undo/", triage.undo, name="queue-undo"),
]
