"""Routes of articles."""

from django.urls import include, path

from claims.web import (
    alerts,
    article_adding,
    article_rows,
    article_versions,
    articles,
    copies,
    copy_quotation,
    passages,
    sending,
    sentence_marks,
)

COPY = "evidence/<int:evidence_id>/copy/"
SENTENCE = "articles/<int:article_id>/sentences/<int:sentence_id>/"

urlpatterns = [
    path("articles/", articles.article_list, name="article-list"),
    path("articles/rows/", article_rows.article_rows, name="article-rows"),
    path("articles/add/", article_adding.article_add, name="article-add"),
    path("articles/fetch/", article_adding.article_fetch, name="article-fetch"),
    path("articles/share/", article_adding.article_share, name="article-share"),
    path("articles/send/", sending.article_send, name="article-send"),
    path("manifest.webmanifest", sending.manifest, name="manifest"),
    path("articles/upload/", article_adding.article_upload, name="article-upload"),
    path("articles/<int:article_id>/", articles.article_detail, name="article-detail"),
    path("articles/<int:article_id>/progress/", articles.article_progress, name="article-progress"),
    path("articles/<int:article_id>/retry/", articles.article_retry, name="article-retry"),
    path(
        "articles/<int:article_id>/changes/",
        article_versions.article_changes,
        name="article-changes",
    ),
    path(
        "articles/<int:article_id>/versions/add/",
        article_versions.article_version_add,
        name="article-version-add",
    ),
    path("articles/<int:article_id>/passages/", passages.passage_raise, name="passage-raise"),
    path(COPY, copies.evidence_copy, name="evidence-copy"),
    path(f"{COPY}bytes/", copies.copy_bytes, name="copy-bytes"),
    path(f"{COPY}state/", copies.copy_state, name="copy-state"),
    path(f"{COPY}keep/", copies.copy_keep, name="copy-keep"),
    path(f"{COPY}quotation/", copy_quotation.copy_quote, name="copy-quote"),
    path(f"{COPY}delete/", copies.delete, name="copy-delete"),
    path("alerts/", alerts.alert_list, name="alert-list"),
    path("alerts/<int:alert_id>/settle/", alerts.settle, name="alert-settle"),
    path(SENTENCE, sentence_marks.sentence_detail, name="sentence"),
    path(f"{SENTENCE}raise/", sentence_marks.sentence_raise, name="sentence-raise"),
    path(f"{SENTENCE}no-claim/", sentence_marks.sentence_no_claim, name="sentence-no-claim"),
    path(f"{SENTENCE}take-back/", sentence_marks.sentence_take_back, name="sentence-take-back"),
    path("", include("claims.web.earlier_check_urls")),
    path("", include("claims.web.source_urls")),
]
