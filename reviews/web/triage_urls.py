"""Routes of triage, under queue/: many rows at once, undoing it, the ledger of dismissals."""

from django.urls import path

from reviews.web import dismissals, triage

urlpatterns = [
    path("bulk/", triage.bulk, name="queue-bulk"),
    path("batches/<int:batch_id>/undo/", triage.undo, name="queue-undo"),
    path("dismissals/", dismissals.ledger, name="dismissal-list"),
    path("dismissals/<int:dismissal_id>/confirm/", dismissals.confirm, name="dismissal-confirm"),
    path("dismissals/<int:dismissal_id>/overturn/", dismissals.overturn, name="dismissal-overturn"),
    path("dismissals/<int:dismissal_id>/restore/", dismissals.restore, name="dismissal-restore"),
]
