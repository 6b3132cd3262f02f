"""Routes of the right of reply, under queue/<item>/replies/."""

from django.urls import path

from reviews.web import replies

urlpatterns = [
    path("", replies.replies, name="replies"),
    path("ask/", replies.ask, name="reply-ask"),
    path("waive/", replies.waive, name="reply-waive"),
    path("<int:request_id>/again/", replies.try_again, name="reply-again"),
    path("<int:request_id>/outcome/", replies.outcome, name="reply-outcome"),
    path("<int:request_id>/evidence/", replies.to_evidence, name="reply-evidence"),
]
