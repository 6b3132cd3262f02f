"""A dismissal that only a mark taken back stands for; the machine may end it."""

from django.db import migrations, models

WHY = [
    ("not_checkable", "cannot be checked"),
    ("opinion", "an opinion"),
    ("forecast", "a forecast or promise"),
    ("duplicate", "a duplicate"),
    ("out_of_scope", "outside what the desk checks"),
    ("too_minor", "too minor"),
    ("satire", "satire"),
    ("machine_error", "the machine's mistake"),
    ("mark_withdrawn", "the mark that raised it was taken back"),
    ("other", "another reason"),
]


class Migration(migrations.Migration):
    dependencies = [("reviews", "0009_takeable_index")]

    operations = [
        migrations.RemoveConstraint("dismissal", "dismissal_why_is_known"),
        migrations.RemoveConstraint("dismissal", "dismissal_restoring_is_whole"),
        migrations.AlterField(
            "dismissal",
            "why",
            models.CharField(choices=WHY, max_length=16, verbose_name="reason"),
        ),
        migrations.AddConstraint(
            "dismissal",
            models.CheckConstraint(
                condition=models.Q(why__in=[why for why, _label in WHY]),
                name="dismissal_why_is_known",
            ),
        ),
        migrations.AddConstraint(
            "dismissal",
            models.CheckConstraint(
                condition=models.Q(restored_at__isnull=True, restored_by__isnull=True)
                | models.Q(restored_at__isnull=False),
                name="dismissal_restoring_is_whole",
            ),
        ),
    ]
