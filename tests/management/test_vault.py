"""`manage.py vault`: damage is found and named, and archives can read what is taken along."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from warcio.archiveiterator import ArchiveIterator

from claims.models import CopyFetch, Evidence, PageWatch, StoredCopy
from factcheck.accounts.models import User
from reviews.exports.warc import write_warc
from reviews.models import Verdict
from reviews.selectors.vault import verdict_copies
from reviews.services.verdicts import verdict_publish
from tests.factories import make_evidence, make_item
from tests.services.test_copies import PAGE, cited, file_of
from tests.walks import review, sign_off
from tests.web_server import PageServer

CHINESE = "<html><body><p>报告写明:实际支出为一千九百万美元,码头二期推迟。🚢</p></body></html>"


@pytest.fixture
def published(web_server: PageServer, fact_checker: User, editor: User) -> Verdict:
    """A published verdict whose evidence has a copy, beside evidence of nothing with another."""
    item = make_item()
    cited(fact_checker, web_server.place("/table", PAGE, x_odd="é"), claim=item.claim)
    review(item, fact_checker)
    verdict = sign_off(Verdict.objects.get(item=item), editor)
    cited(fact_checker, web_server.place("/baogao", CHINESE), quote="")
    return verdict_publish(verdict=verdict, actor=editor)


def said(*arguments: str) -> str:
    out = io.StringIO()
    call_command("vault", *arguments, stdout=out)
    return out.getvalue()


def refused(*arguments: str) -> tuple[str, str]:
    out = io.StringIO()
    with pytest.raises(CommandError) as refusal:
        call_command("vault", *arguments, stdout=out)
    return out.getvalue(), str(refusal.value)


def test_a_flipped_byte_and_a_missing_file_are_found_and_named(published: Verdict) -> None:
    assert said("verify") == "2 copies, all as they were fetched.\n"
    copy, other = StoredCopy.objects.all()
    path = file_of(copy)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    file_of(other).unlink()
    told, refusal = refused("verify")
    changed, missing = told.splitlines()
    assert changed.startswith(f"CHANGED: {copy.stored_as}, fetched ")
    assert f"evidence: #{copy.evidence.get().pk} ({copy.url})" in changed
    assert changed.endswith(f"verdicts: #{published.claim_id} v1")
    assert missing.startswith(f"MISSING: {other.stored_as}")
    assert missing.endswith("verdicts: none")
    assert refusal == "2 of 2 copies are damaged."


def test_a_warc_is_read_back_with_its_digests(published: Verdict, tmp_path: Path) -> None:
    path = tmp_path / "all.warc"
    assert said("export-warc", str(path)) == f"2 copies are in {path}.\n"
    with path.open("rb") as file:
        read = {}
        for record in ArchiveIterator(file, check_digests="raise"):
            assert (record.rec_type, record.rec_headers.protocol) == ("response", "WARC/1.1")
            body = record.content_stream().read()
            digest = record.rec_headers.get_header("WARC-Payload-Digest")
            assert digest == f"sha256:{hashlib.sha256(body).hexdigest()}"
            read[record.rec_headers.get_header("WARC-Target-URI")] = (body, record.http_headers)
    first, second = StoredCopy.objects.all()
    assert {url: body.decode() for url, (body, _headers) in read.items()} == {
        first.final_url: PAGE,
        second.final_url: CHINESE,
    }
    headers = read[first.final_url][1]
    assert headers.get_statuscode() == "200"
    assert headers.get_header("content-type") == "text/html; charset=utf-8"


def test_a_second_address_of_the_same_bytes_is_a_revisit(
    web_server: PageServer, fact_checker: User, tmp_path: Path
) -> None:
    urls = [web_server.place(path, PAGE) for path in ("/a", "/b")]
    for url in urls:
        cited(fact_checker, url)
    said("export-warc", str(tmp_path / "two.warc"))
    with (tmp_path / "two.warc").open("rb") as file:
        heads = [record.rec_headers for record in ArchiveIterator(file)]
    assert [head.get_header("WARC-Type") for head in heads] == ["response", "revisit"]
    assert [head.get_header("WARC-Target-URI") for head in heads] == urls
    assert heads[1].get_header("WARC-Refers-To") == heads[0].get_header("WARC-Record-ID")
    assert len({head.get_header("WARC-Payload-Digest") for head in heads}) == 1


def test_what_nobody_saw_is_not_in_a_warc_nor_what_other_claims_cite_in_that_of_a_verdict(
    published: Verdict, tmp_path: Path
) -> None:
    copy = verdict_copies(published).get()
    unseen = "https://old.example/second"
    CopyFetch.objects.create(copy=copy, url=unseen, fetched_at=copy.fetched_at)
    for urls, addresses in ((None, [copy.final_url, unseen]), ([unseen], [unseen])):
        with (tmp_path / "some.warc").open("wb+") as file:
            write_warc([copy], file, urls=urls)
            file.seek(0)
            records = list(ArchiveIterator(file))
        heads = [record.rec_headers for record in records]
        assert [head.get_header("WARC-Target-URI") for head in heads] == addresses
        assert records[-1].http_headers is None
    said("export-warc", "--verdict", str(published.pk), str(tmp_path / "one.warc"))
    assert unseen.encode() not in (tmp_path / "one.warc").read_bytes()


def test_a_file_that_was_changed_does_not_pass_in_a_warc(
    published: Verdict, tmp_path: Path
) -> None:
    path = file_of(StoredCopy.objects.first() or StoredCopy())
    path.write_bytes(path.read_bytes().replace(b"2.4", b"9.4"))
    said("export-warc", str(tmp_path / "all.warc"))
    with (tmp_path / "all.warc").open("rb") as file:
        checked = []
        for record in ArchiveIterator(file, check_digests=True):
            record.content_stream().read()
            checked.append(record.digest_checker.passed)
    assert checked == [False, True]


def test_editors_download_what_one_verdict_rests_on(
    published: Verdict, editor: User, fact_checker: User, tmp_path: Path
) -> None:
    client = Client()
    client.force_login(editor)
    answer = client.get(reverse("verdict-warc", args=[published.pk]))
    assert answer["Content-Disposition"].startswith("attachment")
    records = list(ArchiveIterator(io.BytesIO(b"".join(answer))))
    assert [record.rec_type for record in records] == ["response"]
    client.force_login(fact_checker)
    assert client.get(reverse("verdict-warc", args=[published.pk])).status_code == 403
    path = tmp_path / "one.warc"
    assert said("export-warc", "--verdict", str(published.pk), str(path)).startswith("1 copies")
    assert refused("export-warc", "--verdict", "999999", str(path))[1].startswith("There is no")


def test_evidence_from_before_the_vault_gets_its_copies(
    web_server: PageServer, fact_checker: User
) -> None:
    evidence = make_evidence(make_item().claim, fact_checker)
    PageWatch.objects.all().delete()
    assert said("keep") == "1 pages will be copied by the workers.\n"
    assert PageWatch.objects.get(evidence=evidence).due_at is not None


def test_a_file_that_was_cut_is_left_out_of_a_warc_and_named(
    published: Verdict, tmp_path: Path
) -> None:
    copy, other = StoredCopy.objects.all()
    file_of(copy).write_bytes(file_of(copy).read_bytes()[:-300])
    path = tmp_path / "all.warc"
    told, refusal = refused("export-warc", str(path))
    assert told == f"MISSING OR CUT: {copy.sha256} of {copy.final_url}\n"
    assert refusal.startswith("1 copies are left out")
    with path.open("rb") as file:
        read = [
            (record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read())
            for record in ArchiveIterator(file, check_digests="raise")
        ]
    named = f"left-out: sha256:{copy.sha256} {copy.final_url}\r\n".encode()
    assert read == [(other.final_url, CHINESE.encode()), ("urn:left-out", named)]


def test_keep_asks_for_no_page_of_ours_and_none_twice(fact_checker: User, settings: Any) -> None:
    claim = make_item().claim
    asked, own, bare = (make_evidence(claim, fact_checker, quote=each) for each in "abc")
    Evidence.objects.filter(pk=own.pk).update(url=f"{settings.SITE_URL}/verdicts/1/")
    PageWatch.objects.exclude(evidence=asked).delete()
    PageWatch.objects.update(attempts=3)
    assert said("keep") == "1 pages will be copied by the workers.\n"
    assert PageWatch.objects.get(evidence=asked).attempts == 3
    assert set(PageWatch.objects.values_list("evidence", flat=True)) == {asked.pk, bare.pk}
