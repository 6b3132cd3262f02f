"""Mail in a folder becomes articles, or lies aside with the reason."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from claims.models import Article
from claims.services.maildir import mails_take_in
from tests.audit import events_of
from tests.files.documents import NOTICE, mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def box(tmp_path: Path, settings: Any) -> Path:
    """A mail folder that the desk looks into."""
    settings.MAILDIR_PATH = str(tmp_path / "mail")
    (tmp_path / "mail" / "new").mkdir(parents=True)
    return tmp_path / "mail"


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_mail_becomes_an_article_and_is_marked_as_read(box: Path) -> None:
    (box / "new" / "1772.M1.desk").write_bytes(mail(NOTICE[0]).as_bytes())
    assert mails_take_in() == 1
    article = Article.objects.get()
    assert (article.text, article.title) == (NOTICE[0], "Siaran pers: 港務局")
    assert (article.received_by, events_of(article)) == (None, ["article.receive"])
    assert article.due_at is not None
    assert (names(box / "new"), names(box / "cur")) == ([], ["1772.M1.desk:2,S"])
    assert mails_take_in() == 0


def test_what_is_no_mail_lies_aside_with_the_reason_and_the_rest_is_taken(
    box: Path, settings: Any, tmp_path: Path
) -> None:
    settings.ARTICLE_MAX_BYTES = 3000
    secret = tmp_path / "secret"
    secret.write_bytes(mail("Not for the desk.").as_bytes())
    new = box / "new"
    (new / "1.link").symlink_to(secret)
    (new / "2.folder").mkdir()
    os.mkfifo(new / "3.pipe")
    (new / "4.large").write_bytes(mail("x" * 5000).as_bytes())
    (new / "5.text").write_text("港務局", encoding="utf-8")
    (new / "6.empty").write_bytes(b"")
    (new / ".hidden").write_bytes(mail("Not delivered yet.").as_bytes())
    (new / "7.good").write_bytes(mail(NOTICE[0]).as_bytes())
    assert mails_take_in() == 7
    assert Article.objects.get().text == NOTICE[0]
    aside = names(box / ".refused")
    assert [name for name in aside if not name.endswith(".reason")] == [
        "1.link", "2.folder", "3.pipe", "4.large", "5.text", "6.empty",
    ]  # fmt: skip
    assert "larger than 2 KB" in (box / ".refused" / "4.large.reason").read_text(encoding="utf-8")
    assert names(new) == [".hidden"]
    assert secret.exists()


def test_the_same_mail_again_makes_no_second_article(box: Path) -> None:
    (box / "cur").mkdir()
    (box / "cur" / "1.a:2,S").write_bytes(b"Another mail of that name.")
    for name in ("1.a", "2.b"):
        (box / "new" / name).write_bytes(mail(NOTICE[0]).as_bytes())
    assert mails_take_in() == 2
    assert Article.objects.count() == 1
    assert names(box / "cur") == ["1.a:2,S", "2.b:2,S", "again-1.a:2,S"]


def test_no_name_of_a_mail_keeps_those_behind_it_out(box: Path) -> None:
    new = os.fsencode(box / "new")
    for name in (b"1.\xff\xfe", b"2." + b"x" * 253, b"3." + "渡".encode() * 84):
        Path(os.fsdecode(new + b"/" + name)).write_bytes(mail(f"Ferry {name[0]}.").as_bytes())
        Path(os.fsdecode(new + b"/9" + name[1:])).write_bytes(b"")
    (box / "new" / "99.good").write_bytes(mail(NOTICE[0]).as_bytes())
    assert mails_take_in() == 7
    assert names(box / "new") == []
    assert len(names(box / "cur")) == Article.objects.count() == 4
    aside = names(box / ".refused")
    assert len(aside) == 6
    assert sum(name.endswith(".reason") for name in aside) == 3


@pytest.mark.django_db(transaction=True)
def test_a_mail_that_fails_as_no_other_does_lies_aside_and_the_rest_is_taken(box: Path) -> None:
    for number in range(3):
        (box / "new" / f"{number}.a").write_bytes(mail(f"Ferry {number} sank.").as_bytes())
    refuse = "CHECK (strpos(text, 'Ferry 1') = 0 OR 1 / (id - id) = 1) NOT VALID"
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE claims_article ADD CONSTRAINT odd {refuse}")
        assert mails_take_in() == 3
        cursor.execute("ALTER TABLE claims_article DROP CONSTRAINT odd")
    assert names(box / "new") == []
    assert names(box / ".refused") == ["1.a", "1.a.reason"]
    assert Article.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_mail_stays_new_while_the_database_fails(box: Path) -> None:
    (box / "new" / "1.a").write_bytes(mail(NOTICE[0]).as_bytes())
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE claims_article RENAME TO away")
        with pytest.raises(ExceptionGroup):
            mails_take_in()
        cursor.execute("ALTER TABLE away RENAME TO claims_article")
    assert names(box / "new") == ["1.a"]
    assert mails_take_in() == 1


def test_nothing_is_looked_for_where_no_folder_is_set(settings: Any) -> None:
    settings.MAILDIR_PATH = ""
    assert mails_take_in() == 0
