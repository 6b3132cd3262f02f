"""Routes of triage under /api/v1/."""

from django.urls import path

from reviews.api import desk_rules, triage

urlpatterns = [
    path("queue/bulk", triage.Bulk.as_view(), name="bulk"),
    path("batches/<int:pk>", triage.Batch.as_view(), name="batch"),
    path("batches/<int:pk>/undo", triage.BatchUndo.as_view(), name="batch-undo"),
    path("dismissals", triage.DismissalList.as_view(), name="dismissals"),
    path("dismissals/<int:pk>/confirm", triage.DismissalConfirm.as_view(), name="confirm"),
    path("dismissals/<int:pk>/overturn", triage.DismissalOverturn.as_view(), name="overturn"),
    path("tags", desk_rules.TagList.as_view(), name="tags"),
    path("tags/<int:pk>/retire", desk_rules.TagRetire.as_view(), name="tag-retire"),
    path("rules", desk_rules.RuleList.as_view(), name="rules"),
    path("rules/<int:pk>/end", desk_rules.RuleEnd.as_view(), name="rule-end"),
    path("views", desk_rules.ViewList.as_view(), name="views"),
    path("views/<int:pk>", desk_rules.ViewDetail.as_view(), name="view"),
]
