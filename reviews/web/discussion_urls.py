"""Routes of the discussion of a queue item."""

from django.urls import path

from reviews.web import discussion

urlpatterns = [
    path("", discussion.discussion, name="discussion"),
    path("add/", discussion.add, name="comment-add"),
    path("seen/", discussion.seen, name="discussion-seen"),
    path("<int:comment_id>/edit/", discussion.edit, name="comment-edit"),
    path("<int:comment_id>/delete/", discussion.delete, name="comment-delete"),
    path("<int:comment_id>/resolve/", discussion.resolve, name="comment-resolve"),
    path("<int:comment_id>/take-up/", discussion.take_up, name="comment-take-up"),
]
