"""Routes of decisions on claims, under /api/v1/."""

from django.urls import path

from reviews.api import placing

urlpatterns = [
    path("claims/<int:pk>/merge", placing.ClaimMerge.as_view(), name="claim-merge"),
    path("claims/<int:pk>/unmerge", placing.ClaimUnmerge.as_view(), name="claim-unmerge"),
    path("claims/<int:pk>/split", placing.ClaimSplit.as_view(), name="claim-split"),
    path("claims/<int:pk>/family", placing.ClaimFamily.as_view(), name="claim-family"),
    path(
        "claims/<int:pk>/family/leave",
        placing.ClaimFamilyLeave.as_view(),
        name="claim-family-leave",
    ),
    path("claims/<int:pk>/decisions", placing.ClaimDecisions.as_view(), name="claim-decisions"),
    path("appearances/<int:pk>/move", placing.AppearanceMove.as_view(), name="appearance-move"),
    path("decisions/<int:pk>/undo", placing.DecisionUndo.as_view(), name="decision-undo"),
]
