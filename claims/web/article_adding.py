"""Articles come in: by their address, pasted, or as files."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from claims.models import Article, PageWish
from claims.services.articles import ArticleMetadata
from claims.web.article_forms import ArticleForm, PageForm, SeveralFilesForm
from claims.web.sending import prefilled
from factcheck import arrivals, flow
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput
from factcheck.web.permissions import desk, person

PASTED = "pasted.txt"
SHARED = "shared"  # in a session that nobody has logged in to yet
PAGE = "page"  # before the names of its form: the other one has an address too


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `article` is None when it was refused; then `refusal` says why."""

    filename: str
    article: Article | None
    is_new: bool
    refusal: str = ""


@desk()
@require_http_methods(["GET", "POST"])
def article_add(request: HttpRequest) -> HttpResponse:
    """Take in a pasted text; what was typed is kept when it is refused.

    The address may fill the forms in; nothing is written by asking for it.
    """
    if request.method == "GET":
        return _prefilled_page(request, prefilled(request.GET))
    form = ArticleForm(request.POST)
    article = _submit(form, person(request)) if form.is_valid() else None
    if article is None:
        return _page(request, form, SeveralFilesForm(), status=422)
    if article[1]:
        messages.success(request, _("Taken in. The machine is looking for claims now."))
    else:
        messages.info(request, _("The desk has this text already; this is it."))
    return redirect("article-detail", article[0].pk)


# No page of ours sends it, so there is no token in it; nothing is written by it, either.
@csrf_exempt
@require_http_methods(["GET", "POST"])
def article_share(request: HttpRequest) -> HttpResponseBase:
    """Fill the forms in with what a telephone shares, which may be longer than an address.

    For whoever has to log in first it is kept meanwhile: telephones share once. Not what another
    site sends: it comes without the cookie, and a new session would log out whoever is logged in.
    """
    is_ours = request.headers.get("Sec-Fetch-Site", "none") in {"none", "same-origin"}
    if request.method == "POST" and is_ours and not request.user.is_authenticated:
        request.session[SHARED] = prefilled(request.POST)
    return _shared(request)


@desk()
def _shared(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _prefilled_page(request, prefilled(request.POST))
    kept = request.session.pop(SHARED, None)  # back from the log-in page
    return _prefilled_page(request, kept) if kept else redirect("article-add")


@desk()
@require_POST
def article_fetch(request: HttpRequest) -> HttpResponse:
    """Have a page fetched by a worker, and show how far it is."""
    form = PageForm(request.POST, prefix=PAGE)
    page = _wanted(form, person(request)) if form.is_valid() else None
    if page is None:
        return _page(request, ArticleForm(), SeveralFilesForm(), status=422, page_form=form)
    return redirect("page-detail", page.pk)


@desk()
@require_POST
def article_upload(request: HttpRequest) -> HttpResponse:
    """Take in files, one by one, and say for each what became of it."""
    form = SeveralFilesForm(files=request.FILES)
    if not form.is_valid():
        return _page(request, ArticleForm(), form, status=422)
    outcomes = [_take(file, person(request)) for file in form.cleaned_data["upload"]]
    return render(request, "claims/article_uploaded.html", {"outcomes": outcomes})


def _submit(form: ArticleForm, actor: User) -> tuple[Article, bool] | None:
    """Hand the text on; a refusal is put at its field."""
    try:
        return flow.submit(
            data=form.cleaned_data["text"].encode(),
            filename=PASTED,
            metadata=form.metadata(),
            actor=actor,
        )
    except InvalidInput as error:
        form.add_error(error.field if error.field in form.fields else "text", error.message)
        return None


def _wanted(form: PageForm, actor: User) -> PageWish | None:
    """Hand the address on; a refusal is put at its field."""
    try:
        return arrivals.want_page(url=form.cleaned_data["url"], actor=actor)
    except InvalidInput as error:
        form.add_error(error.field, error.message)
        return None


def _take(file: UploadedFile[bytes], actor: User) -> Outcome:
    name = file.name or ""
    # One byte over the limit is enough to be refused as too large.
    data = file.read(settings.ARTICLE_MAX_BYTES + 1)
    try:
        article, is_new = flow.submit(
            data=data, filename=name, metadata=ArticleMetadata(), actor=actor
        )
    except InvalidInput as error:
        return Outcome(name, None, is_new=False, refusal=error.message)
    return Outcome(name, article, is_new)


def _prefilled_page(request: HttpRequest, asked: dict[str, str]) -> HttpResponse:
    page_form = PageForm(prefix=PAGE, initial={"url": asked.get("url", "")})
    return _page(request, ArticleForm(initial=asked), SeveralFilesForm(), page_form=page_form)


def _page(
    request: HttpRequest,
    paste: ArticleForm,
    files: SeveralFilesForm,
    status: int = 200,
    *,
    page_form: PageForm | None = None,
) -> HttpResponse:
    page = page_form or PageForm(prefix=PAGE)
    context = {"paste_form": paste, "files_form": files, "page_form": page}
    return render(request, "claims/article_add.html", context, status=status)
