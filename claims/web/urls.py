"""Routes of articles."""

from django.urls import path

from claims.web import article_adding, articles, sentence_marks

SENTENCE = "articles/<int:article_id>/sentences/<int:sentence_id>/"

urlpatterns = [
    path("articles/", articles.article_list, name="article-list"),
    path("articles/add/", article_adding.article_add, name="article-add"),
    path("articles/upload/", article_adding.article_upload, name="article-upload"),
    path("articles/<int:article_id>/", articles.article_detail, name="article-detail"),
    path("articles/<int:article_id>/progress/", articles.article_progress, name="article-progress"),
    path("articles/<int:article_id>/retry/", articles.article_retry, name="article-retry"),
    path(SENTENCE, sentence_marks.sentence_detail, name="sentence"),
    path(f"{SENTENCE}raise/", sentence_marks.sentence_raise, name="sentence-raise"),
    path(f"{SENTENCE}no-claim/", sentence_marks.sentence_no_claim, name="sentence-no-claim"),
    path(f"{SENTENCE}take-back/", sentence_marks.sentence_take_back, name="sentence-take-back"),
]
