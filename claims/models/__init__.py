"""The rows of the claims app. May import extraction and matching types; nothing above."""

from claims.models.alert import Alert, AlertedArticle, AlertKind
from claims.models.appearance import Appearance
from claims.models.article import Article, Stage
from claims.models.article_sketch import ArticleSketch
from claims.models.check_import import CheckImport
from claims.models.claim import Claim, ClaimRelation, Family
from claims.models.claim_decision import ClaimDecision, DecisionKind, PlacedAppearance
from claims.models.copy_fetch import CopyFetch
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
    "AlertedArticle",
    "Appearance",
    "Article",
    "ArticleSketch",
    "CheckImport",
    "Claim",
    "ClaimDecision",
    "ClaimRelation",
    "CopyFetch",
    "DecisionKind",
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
    "PlacedAppearance",
    "QuoteFound",
    "Sentence",
    "SentenceMark",
    "Source",
    "Stage",
    "StoredCopy",
]
