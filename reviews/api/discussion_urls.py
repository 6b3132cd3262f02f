"""Routes of comments and notifications."""

from django.urls import path

from reviews.api import comments, notifications

urlpatterns = [
    path("claims/<int:pk>/comments", comments.ClaimComments.as_view(), name="comments"),
    path("comments/<int:pk>", comments.CommentDetail.as_view(), name="comment"),
    path("comments/<int:pk>/resolve", comments.CommentResolve.as_view(), name="comment-resolve"),
    path("comments/<int:pk>/take-up", comments.CommentTakeUp.as_view(), name="comment-take-up"),
    path("notifications", notifications.NotificationList.as_view(), name="notifications"),
    path(
        "notifications/read", notifications.NotificationsRead.as_view(), name="notifications-read"
    ),
    path(
        "notifications/<int:pk>/read",
        notifications.NotificationRead.as_view(),
        name="notification-read",
    ),
]
