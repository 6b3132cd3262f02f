"""The first rating scale of the desk: five steps, and one beside them for what cannot be shown."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# slug, number, colour, labels and definitions in en, id, zh-hans, zh-hant
RATINGS = (
    (
        "unproven", 0, "#5f6b7a",
        ("Unproven", "Belum terbukti", "尚无定论", "尚無定論"),
        (
            "What can be found neither supports nor refutes the claim.",
            "Bukti yang ada tidak mendukung maupun membantah klaim ini.",
            "现有证据既不能证实也不能否定该说法。",
            "現有證據既不能證實也不能否定該說法。",
        ),
    ),
    (
        "false", 1, "#a4161a",
        ("False", "Salah", "错误", "錯誤"),
        (
            "The evidence shows the opposite of the claim.",
            "Bukti menunjukkan hal yang bertentangan dengan klaim.",
            "证据显示事实与该说法相反。",
            "證據顯示事實與該說法相反。",
        ),
    ),
    (
        "mostly-false", 2, "#b5530a",
        ("Mostly false", "Sebagian besar salah", "大部分错误", "大部分錯誤"),
        (
            "A part is right, but the claim as a whole leads to a wrong conclusion.",
            "Ada bagian yang benar, tetapi klaim secara keseluruhan menyesatkan.",
            "部分属实,但整体会让人得出错误结论。",
            "部分屬實,但整體會讓人得出錯誤結論。",
        ),
    ),
    (
        "half-true", 3, "#8a6d00",
        ("Half true", "Setengah benar", "半真半假", "半真半假"),
        (
            "Right and wrong parts weigh about the same, or what was left out changes the picture.",
            "Bagian benar dan salah kira-kira seimbang, atau ada konteks penting yang hilang.",
            "对错参半,或遗漏的背景会改变读者的判断。",
            "對錯參半,或遺漏的背景會改變讀者的判斷。",
        ),
    ),
    (
        "mostly-true", 4, "#3f7d20",
        ("Mostly true", "Sebagian besar benar", "大部分正确", "大部分正確"),
        (
            "The claim holds; a detail is imprecise or needs context.",
            "Klaim ini benar; ada rincian yang kurang tepat atau perlu konteks.",
            "说法成立,个别细节不够准确或需要补充背景。",
            "說法成立,個別細節不夠準確或需要補充背景。",
        ),
    ),
    (
        "true", 5, "#1b6e3c",
        ("True", "Benar", "正确", "正確"),
        (
            "The evidence bears the claim out in full.",
            "Bukti mendukung klaim ini sepenuhnya.",
            "证据完全支持该说法。",
            "證據完全支持該說法。",
        ),
    ),
)  # fmt: skip
LANGUAGES = ("en", "id", "zh-hans", "zh-hant")


def make_scale(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    scale = apps.get_model("reviews", "Scale").objects.create(version=1, worst=1, best=5)
    for slug, number, colour, labels, definitions in RATINGS:
        apps.get_model("reviews", "Rating").objects.create(
            scale=scale,
            slug=slug,
            number=number,
            colour=colour,
            labels=dict(zip(LANGUAGES, labels, strict=True)),
            definitions=dict(zip(LANGUAGES, definitions, strict=True)),
        )


class Migration(migrations.Migration):
    dependencies = [("reviews", "0001_initial")]
    operations = [migrations.RunPython(make_scale, migrations.RunPython.noop)]
