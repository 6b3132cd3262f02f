"""From a server that says one encoding, or none, and sends another, to the text of the article."""

from __future__ import annotations

import pytest

from claims.sources.fetching import page_fetch
from claims.sources.reading import read_article
from tests.web_server import PageServer

CABE = (
    "Kementerian Perdagangan mencatat harga cabai rawit naik 12,5 persen menjadi Rp85.000 per"
    " kilogram pada pekan ketiga November. “Pasokan dari Jawa Timur turun,”"
    " kata seorang pejabat di Jakarta."
)
PORT = (
    "港務局周三公佈，十月份貨櫃吞吐量較去年同期增加百分之六點三，達到一百二十萬個標準箱。局長在記者會上表示，"
    "新碼頭將於明年三月啟用，屆時每日可多停靠四艘遠洋貨輪。"
)
METRO = (
    "市交通局周四宣布，地铁七号线延长段将于十二月一日通车，全长十四点二公里，设八座车站。"
    "预计每天可运送二十万名乘客，票价维持三元不变。"
)


def page(text: str, declared: str = "") -> str:
    meta = f'<meta charset="{declared}">' if declared else ""
    head, paragraph = f"<head>{meta}<title>Berita</title></head>", f"<p>{text}</p>"
    return f"<html>{head}<body><article>{paragraph * 3}</article></body></html>"


@pytest.mark.parametrize(
    ("text", "encoding", "declared", "header"),
    [
        (CABE, "utf-8", "utf-8", "text/html; charset=utf-8"),
        (CABE, "utf-8", "", "text/html; charset=iso-8859-1"),
        (PORT, "utf-8", "", "text/html; charset=big5"),
        (PORT, "utf-8", "utf-8", "text/html; charset=gb2312"),
        (PORT, "big5", "big5", "text/html; charset=utf-8"),
        (METRO, "gb18030", "gb2312", "text/html; charset=utf-8"),
        (METRO, "utf-8", "gb2312", "text/html"),
        (CABE, "windows-1252", "windows-1252", "text/html; charset=no-such-thing"),
        (METRO, "utf-8-sig", "gbk", "text/html; charset=gbk"),
        (METRO, "gb18030", "", "text/html; charset=gbk"),
        (PORT, "big5", "", "text/html"),
        (CABE, "windows-1252", "", "text/html; charset=utf-8"),
        (METRO, "utf-16", "", "text/html; charset=utf-8"),
    ],
)
def test_a_text_is_read_whatever_the_server_says_of_its_encoding(
    web_server: PageServer, text: str, encoding: str, declared: str, header: str
) -> None:
    url = web_server.place("/a", page(text, declared).encode(encoding), content_type=header)
    fetched = page_fetch(url)
    assert fetched.headers["content-type"] == header
    read = read_article(fetched.body, "page.html", max_bytes=10**6, max_characters=10**5)
    assert text in read.text
