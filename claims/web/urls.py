"""Routes of articles."""

from django.urls import path

from claims.web import article_adding, articles

urlpatterns = [
    path("articles/", articles.article_list, name="article-list"),
    path("articles/add/", article_adding.article_add, name="article-add"),
    path("articles/upload/", article_adding.article_upload, name="article-upload"),
    path("articles/<int:article_id>/", articles.article_detail, name="article-detail"),
    path("articles/<int:article_id>/progress/", articles.article_progress, name="article-progress"),
    path("articles/<int:article_id>/retry/", articles.article_retry, name="article-retry"),
]
