"""Routes of decisions on claims, under queue/<item>/."""

from django.urls import path

from reviews.web import placing

urlpatterns = [
    path("merge/", placing.merge, name="item-merge"),
    path("unmerge/", placing.unmerge, name="item-unmerge"),
    path("family/", placing.differs, name="item-differs"),
    path("family/leave/", placing.apart, name="item-apart"),
    path("appearances/<int:appearance_id>/move/", placing.move, name="appearance-move"),
    path("appearances/<int:appearance_id>/split/", placing.split, name="appearance-split"),
    path("decisions/<int:decision_id>/undo/", placing.undo, name="decision-undo"),
]
