"""Routes of triage, under queue/: many rows at once, undoing it, the ledger, views, tags, rules."""

from django.urls import path

from reviews.web import desk_rules, dismissals, saved_views, triage

urlpatterns = [
    path("bulk/", triage.bulk, name="queue-bulk"),
    path("batches/<int:batch_id>/undo/", triage.undo, name="queue-undo"),
    path("dismissals/", dismissals.ledger, name="dismissal-list"),
    path("dismissals/<int:dismissal_id>/confirm/", dismissals.confirm, name="dismissal-confirm"),
    path("dismissals/<int:dismissal_id>/overturn/", dismissals.overturn, name="dismissal-overturn"),
    path("dismissals/<int:dismissal_id>/restore/", dismissals.restore, name="dismissal-restore"),
    path("views/", saved_views.save, name="view-save"),
    path("views/<int:view_id>/rename/", saved_views.rename, name="view-rename"),
    path("views/<int:view_id>/place/", saved_views.place, name="view-place"),
    path("views/<int:view_id>/delete/", saved_views.delete, name="view-delete"),
    path("views/<int:view_id>/restore/", saved_views.restore, name="view-restore"),
    path("rules/", desk_rules.rules, name="desk-rules"),
    path("rules/add/", desk_rules.add_rule, name="rule-add"),
    path("rules/<int:rule_id>/end/", desk_rules.end_rule, name="rule-end"),
    path("tags/", desk_rules.add_tag, name="tag-add"),
    path("tags/<int:tag_id>/retire/", desk_rules.retire_tag, name="tag-retire"),
]
