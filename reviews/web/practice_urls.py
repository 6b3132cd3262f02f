"""Routes of the practice claim."""

from django.urls import path

from reviews.web import practice

urlpatterns = [
    path("", practice.practice, name="practice"),
    path("again/", practice.again, name="practice-again"),
    path("later/", practice.later, name="practice-later"),
    path("never/", practice.never, name="practice-never"),
    path("<slug:step>/", practice.go_on, name="practice-step"),
]
