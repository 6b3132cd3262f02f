"""What outlets do to a report they take over, done to the articles of the starter corpus."""

from __future__ import annotations

from collections.abc import Callable

from claims.extraction.folding import simplify, traditionalise

Edit = Callable[[str], str]

MENU = {
    "zh": "首页 | 新闻 | 财经 | 体育\n登录 注册 订阅\n{text}\n相关阅读\n分享到微信\n版权所有",
    "id": "Beranda > Berita > Ekonomi\nMasuk | Daftar\n{text}\nBaca juga: Lima berita terpopuler\n"
    "Bagikan ke WhatsApp\nIkuti kami di kanal resmi\nHak cipta dilindungi",
    "en": "Home > News > Business\nLog in | Subscribe\n{text}\nRead next: five things to know\n"
    "Share this story\nSign up for our newsletter\nAll rights reserved",
}
HEADLINE = {
    "zh": "【独家】刚刚公布的消息",
    "id": "EKSKLUSIF: Yang perlu diketahui",
    "en": "JUST IN: all there is",
}
PARAGRAPH = {
    "zh": "本报记者就此事致电有关部门，接电话的工作人员表示，目前没有更多可以公布的情况，"
    "一旦有新的进展会第一时间向社会说明，请公众以官方渠道发布的消息为准。",
    "id": "Redaksi sudah menghubungi pihak terkait untuk meminta penjelasan. Petugas yang menjawab"
    " telepon menyatakan belum ada keterangan lain yang dapat disampaikan dan meminta masyarakat"
    " menunggu pengumuman resmi berikutnya.",
    "en": "This newspaper asked the office concerned for a comment. An official who took the call"
    " said that nothing more could be made public for now, and that the public should wait for the"
    " next announcement.",
}


def writing_of(language: str) -> str:
    """Return which of the texts above goes with a language."""
    return "zh" if language.startswith("zh") else "en" if language == "en" else "id"


def edits(language: str) -> dict[str, Edit]:
    """Return what may be done to a report in `language`, by name; the text stays the report."""
    kind = writing_of(language)
    done: dict[str, Edit] = {
        "as it is": lambda text: text,
        "another headline": lambda text: f"{HEADLINE[kind]}\n{_without_first_line(text)}",
        "a paragraph more": lambda text: f"{text}\n{PARAGRAPH[kind]}",
        "a paragraph between": lambda text: _in_the_middle(text, PARAGRAPH[kind]),
        "page furniture": lambda text: MENU[kind].format(text=text),
        "the last third cut": lambda text: text[: len(text) * 2 // 3],
        "half of it": lambda text: text[: len(text) // 2],
        "a word in fifteen changed": lambda text: _changed(text, 15 if kind != "zh" else 40),
        "badly converted": _badly_converted,
        "all of it": lambda text: MENU[kind].format(
            text=_in_the_middle(_without_first_line(text), PARAGRAPH[kind])
        ),
    }
    if kind == "zh":
        turned = traditionalise if language == "zh-Hans" else simplify
        done["the other script"] = turned
        done["the other script, with furniture"] = lambda text: MENU[kind].format(text=turned(text))
    return done


def _without_first_line(text: str) -> str:
    return text.strip().partition("\n")[2] or text


def _in_the_middle(text: str, paragraph: str) -> str:
    lines = text.split("\n")
    return "\n".join([*lines[: len(lines) // 2], paragraph, *lines[len(lines) // 2 :]])


def _changed(text: str, every: int) -> str:
    """Return the text with a word, or of Chinese a character, in `every` replaced."""
    if " " not in text.strip()[:200]:
        return "".join("某" if at % every == 0 else each for at, each in enumerate(text))
    words = text.split(" ")
    return " ".join("lain" if at % every == 0 else word for at, word in enumerate(words))


def _badly_converted(text: str) -> str:
    """Return the text with widths, blanks and punctuation as bad converters leave them."""
    return (
        text.replace(",", ",,")
        .replace("，", ",")
        .replace(" ", "\u00a0 ")
        .replace("。", "。\u200b ")
    )
