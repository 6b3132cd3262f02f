"""What a reviewer says of a sentence on the article's page: to check, no claim, or taken back."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from claims.models import Sentence
from claims.selectors.articles import article_appearances, article_sentences
from claims.selectors.sentence_marks import article_marks
from claims.web.found_sentences import found_sentence, groups_of
from claims.web.workspace_links import workspace_links
from factcheck import flow
from factcheck.errors import DeskError
from factcheck.web.permissions import desk, person
from reviews.services.sentence_marks import sentence_reject


@desk()
@require_safe
def sentence_detail(request: HttpRequest, article_id: int, sentence_id: int) -> HttpResponse:
    """Show one sentence of the page as it stands now; without script, the page at that place."""
    return _shown(request, _sentence(article_id, sentence_id), "")


@desk()
@require_POST
def sentence_raise(request: HttpRequest, article_id: int, sentence_id: int) -> HttpResponse:
    """Say that the sentence should be checked."""
    sentence = _sentence(article_id, sentence_id)
    return _marked(
        request, sentence, lambda: flow.raise_sentence(sentence=sentence, actor=person(request)),
        _("Marked. The machine is putting it into the queue."),
    )  # fmt: skip


@desk()
@require_POST
def sentence_no_claim(request: HttpRequest, article_id: int, sentence_id: int) -> HttpResponse:
    """Say that the sentence is no claim, with the reason."""
    sentence, note = _sentence(article_id, sentence_id), request.POST.get("note", "")
    return _marked(
        request, sentence,
        lambda: sentence_reject(sentence=sentence, actor=person(request), note=note),
        _("Marked as not a claim, and dismissed."),
    )  # fmt: skip


@desk()
@require_POST
def sentence_take_back(request: HttpRequest, article_id: int, sentence_id: int) -> HttpResponse:
    """Take one's own mark back."""
    sentence = _sentence(article_id, sentence_id)
    return _marked(
        request, sentence, lambda: flow.take_back_mark(sentence=sentence, actor=person(request)),
        _("Taken back."),
    )  # fmt: skip


def _sentence(article_id: int, sentence_id: int) -> Sentence:
    sentences = Sentence.objects.select_related("article").defer("article__received")
    return get_object_or_404(sentences, pk=sentence_id, article=article_id)


def _marked(
    request: HttpRequest, sentence: Sentence, action: Callable[[], object], message: str
) -> HttpResponse:
    try:
        action()
    except DeskError as error:
        # Things stand otherwise than the page shows: show it anew, with the reason on top.
        messages.error(request, error.message)
        return HttpResponseClientRefresh() if _is_htmx(request) else _back(sentence)
    if not _is_htmx(request):
        messages.success(request, message)
    return _shown(request, sentence, message)


def _shown(request: HttpRequest, sentence: Sentence, message: str) -> HttpResponse:
    return sentence_fragment(request, sentence, message) if _is_htmx(request) else _back(sentence)


def sentence_fragment(request: HttpRequest, sentence: Sentence, message: str) -> HttpResponse:
    """Return the sentence as the list on the page shows it, with what to say of it."""
    article = sentence.article
    links, marks = workspace_links(article_appearances(article)), article_marks(article)
    groups = groups_of(article_sentences(article))
    each = found_sentence(article.text, sentence, person(request), links, marks, groups=groups)
    context = {"article": article, "each": each, "message": message}
    return render(request, "claims/sentence_marked.html", context)


def _back(sentence: Sentence) -> HttpResponse:
    page = reverse("article-detail", args=[sentence.article_id])
    return redirect(f"{page}#sentence-{sentence.pk}")


def _is_htmx(request: HttpRequest) -> bool:
    return "HX-Request" in request.headers
