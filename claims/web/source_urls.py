"""Routes of sources, their feeds, and the pages that are wanted."""

from django.urls import path

from claims.web import pages, sources, sources_feeds

urlpatterns = [
    path("sources/", sources.source_list, name="source-list"),
    path("sources/add/", sources.source_new, name="source-add"),
    path("sources/import/", sources_feeds.feeds_in, name="source-import"),
    path("sources/export/", sources_feeds.feeds_out, name="source-export"),
    path("sources/<int:source_id>/", sources.source_detail, name="source-detail"),
    path("sources/<int:source_id>/save/", sources.source_save, name="source-save"),
    path("sources/<int:source_id>/feeds/", sources_feeds.feed_new, name="source-feed-add"),
    path("sources/feeds/<int:feed_id>/pause/", sources_feeds.feed_stop, name="source-feed-pause"),
    path(
        "sources/feeds/<int:feed_id>/resume/", sources_feeds.feed_restart, name="source-feed-resume"
    ),
    path("sources/feeds/<int:feed_id>/poll/", sources_feeds.feed_poll, name="source-feed-poll"),
    path("pages/<int:page_id>/", pages.page_detail, name="page-detail"),
    path("pages/<int:page_id>/progress/", pages.page_progress, name="page-progress"),
    path("pages/<int:page_id>/retry/", pages.page_retry, name="page-retry"),
]
