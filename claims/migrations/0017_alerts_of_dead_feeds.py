from django.db import migrations, models

KINDS = [
    ("silent_edit", "a quoted passage was changed silently"),
    ("open_edit", "a quoted passage was changed, with a note that says so"),
    ("evidence_drift", "evidence changed after it was quoted"),
    ("source_quiet", "a source has gone quiet"),
    ("feed_gone", "a feed is gone"),
    ("feed_dead", "a feed broke off each time it was read"),
]


class Migration(migrations.Migration):
    dependencies = [("claims", "0016_parts_of_sitemaps_wait")]

    operations = [
        migrations.RemoveConstraint(model_name="alert", name="alert_kind_is_known"),
        migrations.AlterField(
            model_name="alert",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=20, verbose_name="kind"),
        ),
        migrations.AddConstraint(
            model_name="alert",
            constraint=models.CheckConstraint(
                condition=models.Q(kind__in=[kind for kind, _label in KINDS]),
                name="alert_kind_is_known",
            ),
        ),
    ]
