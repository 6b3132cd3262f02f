"""One thing said many times in one article is one claim, with every place where it was said."""

from __future__ import annotations

import pytest

from claims.models import Appearance, Claim
from factcheck.flow import advance
from reviews.models import QueueItem
from tests.factories import make_article

ENGLISH = """Flood destroys 600 houses in Alder Valley

• The flood destroyed 600 houses in Alder Valley, the rescue service said.

• Some 40 volunteers cooked for the families.

The flood on the Green River destroyed 600 houses in Alder Valley, the rescue service said.

Families were sleeping in the school, and more rain is on its way.

"The flood has destroyed 600 houses in Alder Valley," said Ann Cole, who leads the rescue service.

The rescue service said the flood had destroyed 600 houses in the whole of Alder Valley.

In its summary, the rescue service said that the Alder Valley flood destroyed 600 houses.
"""
INDONESIAN = """Banjir rusak 600 rumah di Lembah Damar

• Banjir merusak 600 rumah di Lembah Damar, kata badan penanggulangan bencana.

Banjir Sungai Lawu merusak 600 rumah di Lembah Damar, menurut badan penanggulangan bencana.

Keluarga-keluarga itu tidur di sekolah, dan hujan diperkirakan turun lagi.

"Banjir telah merusak 600 rumah di Lembah Damar," kata Rina Marlina, kepala badan itu.

Badan penanggulangan bencana mengatakan banjir merusak 600 rumah di seluruh Lembah Damar.

Dalam ringkasannya, badan penanggulangan bencana menyebut banjir Lembah Damar merusak 600 rumah.
"""
CHINESE = """绿河谷洪水冲毁600间房屋

• 救援部门表示，洪水冲毁了绿河谷600间房屋。

救援部门周一表示，绿河洪水冲毁了绿河谷600间房屋。

许多家庭睡在学校里，而雨还会再下。

“洪水已经冲毁了绿河谷600间房屋。”救援部门负责人王建国说。

救援部门称，洪水冲毁了整个绿河谷的600间房屋。

救援部门在总结中说，绿河谷的洪水冲毁了600间房屋。
"""


@pytest.mark.parametrize("text", [ENGLISH, INDONESIAN, CHINESE], ids=["en", "id", "zh-Hans"])
def test_what_is_said_five_times_is_one_claim_of_five_appearances(text: str) -> None:
    article = make_article(text)
    advance(article.pk)
    made = list(Appearance.objects.filter(article=article, text__contains="600").order_by("start"))
    assert len(made) == 5
    assert [each.repeats_id for each in made] == [None, *[made[0].pk] * 4]
    assert len({each.claim_id for each in made}) == 1
    assert QueueItem.objects.filter(claim=made[0].claim_id).count() == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The flood destroyed {} houses in Alder Valley, the rescue service said.",
        "Banjir merusak {} rumah di Lembah Damar, kata badan penanggulangan bencana.",
        "救援部门表示，洪水冲毁了绿河谷{}间房屋。",
    ],
    ids=["en", "id", "zh-Hans"],
)
def test_two_figures_are_two_claims_however_alike_the_sentences(sentence: str) -> None:
    advance(make_article(f"{sentence.format(600)}\n\n{sentence.format(900)}").pk)
    assert Appearance.objects.filter(repeats__isnull=False).count() == 0
    assert Claim.objects.count() == QueueItem.objects.count() == 2
