"""A bundle tells whoever doubts it, without the desk's help, whether anything was changed."""

from __future__ import annotations

import ast
import csv
import hashlib
import io
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.models import StoredCopy
from factcheck.accounts.models import User
from factcheck.audit import verify_export
from reviews.domain.report_spec import ReportSpec
from reviews.exports.bundle import verify
from reviews.exports.bundle.evidence import copy_name
from reviews.exports.bundle.writing import write_bundle
from reviews.exports.stopping import Cancelled
from reviews.services.corrections import verdict_retract
from tests.many_verdicts import make_versions
from tests.services.documents.conftest import COPY, Made
from tests.services.documents.desk import STORIES, table, written
from tests.walks import published_verdict

ODD_TYPE = "../../etc/cron.d/page.html"


def verified(*arguments: Path | str) -> tuple[int, str]:
    """Run the program as an outsider would, cut off from all that is installed here."""
    command = [sys.executable, "-I", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""
    return done.returncode, done.stdout


def flip(file: Path, place: int) -> None:
    """Change one bit of a file."""
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(bytes(data))


def rewrite(bundle: Path) -> None:
    log = bundle / "audit/events.jsonl"
    log.write_text(log.read_text().replace('"verdict.retract"', '"verdict.publish"'))


def reorder(bundle: Path) -> None:
    log = bundle / "audit/events.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    lines[2], lines[3] = lines[3], lines[2]
    log.write_bytes(b"".join(lines))


def cut_off(bundle: Path) -> None:
    log = bundle / "audit/events.jsonl"
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:-1]))


def add(bundle: Path) -> None:
    (bundle / "evidence/more.html").write_text("more")


TAMPERINGS: list[tuple[Callable[[Path], None], list[str]]] = [
    (lambda bundle: flip(bundle / "verdicts.csv", 40), ["CHANGED: verdicts.csv"]),
    (lambda bundle: flip(bundle / "verdicts.jsonld", -5), ["CHANGED: verdicts.jsonld"]),
    (lambda bundle: flip(bundle / "README.txt", 0), ["CHANGED: README.txt"]),
    (lambda bundle: flip(bundle / "verify.py", 5), ["CHANGED: verify.py"]),
    (lambda bundle: flip(bundle / "evidence/index.jsonl", 9), ["CHANGED: evidence/index.jsonl"]),
    (lambda bundle: flip(next(bundle.glob("evidence/*.html")), 3), ["CHANGED: evidence/"]),
    (lambda bundle: flip(bundle / "SHA256SUMS", 70), ["CHANGED: SHA256SUMS"]),
    (lambda bundle: flip(bundle / "SHA256SUMS", 0), ["CHANGED: SHA256SUMS"]),
    (lambda bundle: flip(bundle / "manifest.json", 1), ["CHANGED: manifest.json"]),
    (lambda bundle: flip(bundle / "manifest.json", 30), ["CHANGED: manifest.json"]),
    (lambda bundle: flip(bundle / "audit/events.jsonl", -300), ["CHANGED: audit/events.jsonl"]),
    (rewrite, ["CHANGED: audit/events.jsonl", "BROKEN LINK", "was changed, or does not follow"]),
    (reorder, ["CHANGED: audit", "BROKEN LINK: audit/events.jsonl, line 3", "line 4", "line 5"]),
    (cut_off, ["CHANGED: audit", "events of", "does not end with the event"]),
    (add, ["ADDED: evidence/more.html"]),
    (lambda bundle: (bundle / "verdicts.csv").unlink(), ["MISSING: verdicts.csv"]),
    (lambda bundle: (bundle / "manifest.json").unlink(), ["MISSING: manifest.json"]),
    (lambda bundle: next(bundle.glob("evidence/*.html")).unlink(), ["MISSING: evidence/"]),
    (lambda bundle: shutil.rmtree(bundle / "audit"), ["MISSING: audit", "BROKEN LINK"]),
]


def test_whatever_is_done_to_a_bundle_is_named(bundle: Path, tmp_path: Path) -> None:
    status, said = verified(bundle / "verify.py")
    assert (status, said.splitlines()[0]) == (0, "OK: all 9 files are as they were.")
    for number, (tamper, named) in enumerate(TAMPERINGS):
        other = tmp_path / str(number)
        shutil.copytree(bundle, other)
        tamper(other)
        # By the program as it was: in one case it is the program that was changed.
        status, said = verified(bundle / "verify.py", other)
        assert (status, [each for each in named if each not in said]) == (1, []), (number, said)


def test_a_digest_that_was_made_to_fit_does_not_fit_the_evidence(bundle: Path) -> None:
    copy = next(bundle.glob("evidence/*.html"))
    before, copied = verify.Folder(bundle).sha256("evidence/" + copy.name), b"<html>Other</html>"
    copy.write_bytes(copied)
    after = verify.Folder(bundle).sha256("evidence/" + copy.name)
    for name in ("manifest.json", "SHA256SUMS"):
        fitted = (
            (bundle / name).read_text().replace(f'"sha256": "{before}"', f'"sha256": "{after}"')
        )
        (bundle / name).write_text(fitted)
    status, said = verified(bundle / "verify.py")
    assert status == 1
    assert "is not the copy that was fetched from https://statistics.example/" in said


def test_the_archive_itself_can_be_checked_and_is_the_same_each_time(
    made: Made, tmp_path: Path
) -> None:
    assert made.again == made.bundle
    path, program = tmp_path / "bundle.zip", Path(verify.__file__)
    path.write_bytes(made.bundle)
    assert verified(program, path)[0] == 0
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../outside.txt", "x")
    status, said = verified(program, path)
    assert (status, "UNSAFE NAME: '../outside.txt'" in said) == (1, True)
    path.write_bytes(made.bundle[: len(made.bundle) // 2])
    assert verified(program, path)[0] == 2


def test_it_holds_the_report_the_copies_and_what_the_desk_answers_for(bundle: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((bundle / "verdicts.csv").read_text("utf-8-sig"))))
    assert [row["claim"] for row in rows[:4]] == [story.claim for story in STORIES]
    reviews = json.loads((bundle / "verdicts.jsonld").read_bytes())["dataFeedElement"]
    assert len(reviews) == 4  # the retracted one is a row and no ClaimReview
    index = [
        json.loads(line) for line in (bundle / "evidence/index.jsonl").read_bytes().splitlines()
    ]
    assert (bundle / index[0]["file"]).read_bytes() == COPY
    assert [row["file"] for row in index[1:]] == [""] * 4
    log = (bundle / "audit/events.jsonl").read_text()
    assert verify_export.verify(log.splitlines()).startswith("whole:")
    events = [json.loads(line) for line in log.splitlines()[1:]]
    told = [event["action"] for event in events if "action" in event]
    assert set(told) == {"verdict.sign_off", "verdict.publish", "verdict.retract"}
    manifest = json.loads((bundle / "manifest.json").read_bytes())
    assert manifest["audit_head"] == {"id": events[-1]["id"], "hash": events[-1]["hash"]}


def test_the_digest_on_the_first_page_can_be_computed_from_the_rows(
    made: Made, bundle: Path
) -> None:
    rows = csv.DictReader(io.StringIO((bundle / "verdicts.csv").read_text("utf-8-sig")))
    names = ("claim_id", "version", "status", "content_sha256")
    lines = "".join(",".join(row[name] for name in names) + "\n" for row in rows)
    digest = hashlib.sha256(lines.encode()).hexdigest()
    assert digest in made.html.decode()
    assert digest in made.grouped_html.decode()
    assert digest in made.markdown.decode()


def test_a_name_from_outside_leads_nowhere() -> None:
    page = StoredCopy(sha256="ab" * 32, media_type="text/html")
    odd = StoredCopy(sha256="ab" * 32, media_type=ODD_TYPE, final_url="https://x.example/../a.exe")
    assert copy_name(page) == f"evidence/{'ab' * 32}.html"
    assert copy_name(odd) == f"evidence/{'ab' * 32}"
    assert not verify.is_safe("../x")
    assert not verify.is_safe("/etc/passwd")
    assert not verify.is_safe("C:\\x")


def test_the_program_needs_no_newer_python_than_it_says() -> None:
    ast.parse(Path(verify.__file__).read_text(), feature_version=(3, 8))


def test_a_bundle_is_about_the_verdicts_of_its_rows(fact_checker: User, editor: User) -> None:
    published_verdict(fact_checker, editor)
    wrong = published_verdict(fact_checker, editor)
    verdict_retract(verdict=wrong, actor=editor, note="Wrong table.")
    spec = ReportSpec(statuses=("retracted",))
    with zipfile.ZipFile(io.BytesIO(written(write_bundle, table(spec)))) as archive:
        rows = csv.DictReader(io.StringIO(archive.read("verdicts.csv").decode("utf-8-sig")))
        assert [row["claim_id"] for row in rows] == [str(wrong.claim_id)]
        assert json.loads(archive.read("verdicts.jsonld"))["dataFeedElement"] == []
        (evidence,) = archive.read("evidence/index.jsonl").splitlines()
        assert json.loads(evidence)["claim_id"] == wrong.claim_id
        header = json.loads(archive.read("audit/events.jsonl").splitlines()[0])
        assert header["targets"] == [f"reviews.verdict:{wrong.pk}"]


def test_a_bundle_can_be_cancelled_at_every_stage(fact_checker: User, editor: User) -> None:
    make_versions(published_verdict(fact_checker, editor), 1000)
    told: list[int] = []
    written(write_bundle, table(told=told.append))
    # At a thousand rows, at all of them, at a thousand ClaimReviews; then the evidence counts.
    assert told == [0, 0, 0, *range(100, 1001, 100), 1001]

    def end(rows: int) -> None:
        raise Cancelled

    file = io.BytesIO()
    with pytest.raises(Cancelled):
        write_bundle(table(told=end), file)
    assert b"verdicts.csv" not in file.getvalue()
