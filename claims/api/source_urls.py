"""Routes of sources, feeds and wanted pages under /api/v1/."""

from django.urls import path

from claims.api import feeds, sources

urlpatterns = [
    path("sources", sources.SourceList.as_view(), name="sources"),
    path("sources/opml", sources.FeedLists.as_view(), name="feed-lists"),
    path("sources/<int:pk>", sources.SourceDetail.as_view(), name="source"),
    path("sources/<int:pk>/feeds", feeds.SourceFeeds.as_view(), name="source-feeds"),
    path("feeds", feeds.FeedList.as_view(), name="feeds"),
    path("feeds/<int:pk>", feeds.FeedDetail.as_view(), name="feed"),
    path("feeds/<int:pk>/pause", feeds.FeedPause.as_view(), name="feed-pause"),
    path("feeds/<int:pk>/resume", feeds.FeedResume.as_view(), name="feed-resume"),
    path("feeds/<int:pk>/poll", feeds.FeedPoll.as_view(), name="feed-poll"),
    path("pages/<int:pk>", feeds.PageDetail.as_view(), name="page"),
    path("pages/<int:pk>/retry", feeds.PageRetry.as_view(), name="page-retry"),
]
