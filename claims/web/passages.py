"""Words of an article of which a reviewer makes a claim: on its page, or beside a review."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims.models import Appearance, Article, SentenceMark
from claims.selectors.articles import article_sentences
from claims.web.articles import article_of, render_article
from claims.web.passage_form import PassageForm, passage_form
from claims.web.sentence_marks import sentence_fragment
from claims.web.workspace_links import workspace_links
from factcheck import flow
from factcheck.errors import DeskError
from factcheck.web.permissions import desk, person
from reviews.services.passages import IsClaimed


@desk()
@require_POST
def passage_raise(request: HttpRequest, article_id: int) -> HttpResponse:
    """Make a claim of the words sent; beside a review nothing but the answer is loaded."""
    article, form = article_of(article_id), passage_form(request.POST)
    mark, error = _raised(request, article, form)
    if mark is None:
        return _refused(request, article, form, error)
    message = _("Marked. The machine is putting it into the queue.")
    # Two engines may have found the same words.
    here = article_sentences(article).filter(start=mark.start, end=mark.end)
    sentence = here.order_by("id")[0]
    if "HX-Request" in request.headers:
        return sentence_fragment(request, sentence, message)
    messages.success(request, message)
    return redirect(f"{reverse('article-detail', args=[article.pk])}#sentence-{sentence.pk}")


def _raised(
    request: HttpRequest, article: Article, form: PassageForm
) -> tuple[SentenceMark | None, DeskError | None]:
    """Return the mark, or none, with what is wrong in the form, and why the service refused."""
    if not form.is_valid():
        return None, None
    try:
        fields = form.cleaned_data
        return flow.raise_passage(article=article, actor=person(request), **fields), None
    except DeskError as error:
        form.add_error("words", error.message)
        return None, error


def _refused(
    request: HttpRequest, article: Article, form: PassageForm, error: DeskError | None
) -> HttpResponse:
    """Show the form as it was sent, with what is wrong, and the claim if the words are one."""
    url = _url_of(error.appearance) if isinstance(error, IsClaimed) else ""
    status = error.status if error else 400
    if "HX-Request" in request.headers:
        context = {"article": article, "passage_form": form, "claimed_url": url}
        return render(request, "claims/passage_refused.html", context, status=status)
    return render_article(request, article, form, claimed_url=url, status=status)


def _url_of(appearance: Appearance) -> str:
    """Return the workspace of the claim, or where its sentence stands in the list of the page."""
    [url] = workspace_links([appearance]).values()
    page = reverse("article-detail", args=[appearance.article_id])
    return url or f"{page}#sentence-{appearance.sentence_id}"
