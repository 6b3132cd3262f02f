"""Routes of the claims app under /api/v1/. No trailing slashes."""

from django.urls import path

from claims.api import alerts, articles, earlier_checks, evidence, source_urls
from claims.api.article_versions import ArticleVersions
from claims.api.bulk import ArticleBulk
from claims.api.claims import ClaimDetail, ClaimList
from claims.api.explanations import ClaimExplanation
from claims.api.passages import ArticlePassages
from claims.api.sentence_marks import ArticleSentenceMark

app_name = "claims-api"
urlpatterns = [
    path("articles", articles.ArticleList.as_view(), name="articles"),
    path("articles/bulk", ArticleBulk.as_view(), name="articles-bulk"),
    path("articles/<int:pk>", articles.ArticleDetail.as_view(), name="article"),
    path("articles/<int:pk>/sentences", articles.ArticleSentences.as_view(), name="sentences"),
    path(
        "articles/<int:pk>/sentences/<int:sentence_pk>/mark",
        ArticleSentenceMark.as_view(),
        name="sentence-mark",
    ),
    path("articles/<int:pk>/passages", ArticlePassages.as_view(), name="article-passages"),
    path("articles/<int:pk>/retry", articles.ArticleRetry.as_view(), name="article-retry"),
    path("articles/<int:pk>/versions", ArticleVersions.as_view(), name="article-versions"),
    path("alerts", alerts.AlertList.as_view(), name="alerts"),
    path("alerts/<int:pk>", alerts.AlertDetail.as_view(), name="alert"),
    path("alerts/<int:pk>/settle", alerts.AlertSettle.as_view(), name="alert-settle"),
    path("earlier-checks", earlier_checks.EarlierChecks.as_view(), name="earlier-checks"),
    path(
        "earlier-checks/imports/<int:pk>",
        earlier_checks.EarlierCheckImport.as_view(),
        name="earlier-check-import",
    ),
    path("claims", ClaimList.as_view(), name="claims"),
    path("claims/<int:pk>", ClaimDetail.as_view(), name="claim"),
    path("claims/<int:pk>/explain", ClaimExplanation.as_view(), name="claim-explain"),
    path("claims/<int:pk>/evidence", evidence.ClaimEvidence.as_view(), name="claim-evidence"),
    path("evidence/<int:pk>/copy", evidence.EvidenceCopy.as_view(), name="evidence-copy"),
    path(
        "evidence/<int:pk>/quotation",
        evidence.EvidenceQuotation.as_view(),
        name="evidence-quotation",
    ),
    path("evidence/<int:pk>", evidence.EvidenceDetail.as_view(), name="evidence"),
    *source_urls.urlpatterns,
]
