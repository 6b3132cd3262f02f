"""The rows of the claims app. May import extraction and matching types; nothing above."""

from claims.models.alert import Alert, AlertKind
from claims.models.appearance import Appearance
from claims.models.article import Article, Stage
from claims.models.article_sketch import ArticleSketch
from claims.models.claim import Claim, ClaimRelation, Family
from claims.models.earlier_check import EarlierCheck, EarlierCheckMatch
from claims.models.evidence import Evidence
from claims.models.feed import Feed, FeedKind
from claims.models.page_watch import PageWatch, QuoteFound
from claims.models.page_wish import PageOutcome, PageWish
from claims.models.sentence import Sentence
from claims.models.sentence_mark import MarkLabel, SentenceMark
from claims.models.source import Source
from claims.models.stored_copy import StoredCopy

__all__ = [
    "Alert",
    "AlertKind",
    "Appearance",
    "Article",
    "ArticleSketch",
    "Claim",
    "ClaimRelation",
    "EarlierCheck",
    "EarlierCheckMatch",
    "Evidence",
    "Family",
    "Feed",
    "FeedKind",
    "MarkLabel",
    "PageOutcome",
    "PageWatch",
    "PageWish",
    "QuoteFound",
    "Sentence",
    "SentenceMark",
    "Source",
    "Stage",
    "StoredCopy",
]
