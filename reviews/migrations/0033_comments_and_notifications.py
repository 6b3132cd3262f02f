"""Comments on claims, notifications, and who may not read a comment yet.

The rule stands in the database, as that of recusals does: pages, the API, the audit log and the
number beside the bell ask the same function. While more than one review is wanted and not all are
in, whoever may still give one does not read what somebody else wrote who has begun one or has held
the claim, nor what anybody wrote since all reviews could be read: an editor reads them before
asking for one more. Whether the reader reviews at all is for the caller to say.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

CREATE = """
CREATE FUNCTION reviews_comment_is_secret(comment bigint, reader bigint) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM reviews_comment said JOIN reviews_queueitem item ON item.id = said.item_id
        WHERE said.id = comment AND said.author_id <> reader AND item.reviews_wanted > 1
            AND item.reviews_wanted > (
                SELECT count(*) FROM reviews_review review
                WHERE review.item_id = item.id AND review.status = 'submitted')
            AND NOT EXISTS (
                SELECT FROM reviews_review review
                WHERE review.item_id = item.id AND review.status = 'submitted'
                    AND review.reviewer_id = reader)
            AND (
                EXISTS (
                    SELECT FROM reviews_review review
                    WHERE review.item_id = item.id AND review.reviewer_id = said.author_id)
                OR EXISTS (
                    SELECT FROM reviews_queuemove move
                    WHERE move.item_id = item.id AND move.to_state IN ('adjudication', 'sign_off')
                        AND move.at <= greatest(said.written_at, said.edited_at))
                OR EXISTS (
                    SELECT FROM reviews_lease lease
                    WHERE lease.item_id = item.id AND lease.reviewer_id = said.author_id)));
END $$
"""
DROP = "DROP FUNCTION reviews_comment_is_secret(bigint, bigint)"


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0015_claims_by_day"),
        ("reviews", "0032_tallies_of_days"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="comment")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
                ("written_at", models.DateTimeField(auto_now_add=True, verbose_name="written")),
                ("edited_at", models.DateTimeField(blank=True, null=True, verbose_name="edited")),
                ("deleted_at", models.DateTimeField(blank=True, null=True, verbose_name="deleted")),
                (
                    "resolved_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="resolved"),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="claims.claim",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="claims.evidence",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="reviews.queueitem",
                    ),
                ),
                ("mentioned", models.JSONField(default=list, verbose_name="user names mentioned")),
                (
                    "resolved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "thread",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="reviews.comment",
                    ),
                ),
            ],
            options={
                "verbose_name": "comment",
                "verbose_name_plural": "comments",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Notification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("mention", "you were mentioned"),
                            ("reply", "somebody answered you"),
                            ("sent_back", "a verdict of yours was sent back"),
                            ("assigned", "a claim was assigned to you"),
                            ("handed_over", "a verdict was handed over to you"),
                        ],
                        max_length=12,
                        verbose_name="what",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="at")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="read")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "comment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notifications",
                        to="reviews.comment",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="reviews.queueitem",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notifications",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "notification",
                "verbose_name_plural": "notifications",
                "ordering": ["-id"],
            },
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["claim", "id"], name="comment_of_claim"),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["author", "written_at"], name="comment_of_author"),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("deleted_at__isnull", False), ("text", "")),
                    models.Q(("deleted_at__isnull", True), models.Q(("text", ""), _negated=True)),
                    _connector="OR",
                ),
                name="comment_has_text_until_deleted",
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("resolved_at__isnull", True), ("resolved_by__isnull", True)),
                    models.Q(
                        ("resolved_at__isnull", False),
                        ("resolved_by__isnull", False),
                        ("thread__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="comment_resolved_is_a_thread",
            ),
        ),
        migrations.AddIndex(
            model_name="notification",
            index=models.Index(fields=["person", "-id"], name="notification_of_person"),
        ),
        migrations.AddIndex(
            model_name="notification",
            index=models.Index(
                condition=models.Q(("read_at__isnull", True)),
                fields=["person", "-id"],
                include=("comment",),
                name="notification_unread",
            ),
        ),
        migrations.AddConstraint(
            model_name="notification",
            constraint=models.UniqueConstraint(
                fields=("person", "comment"), name="notification_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="notification",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("comment__isnull", False), ("kind__in", ["mention", "reply"])),
                    models.Q(
                        ("kind__in", ["assigned", "handed_over", "sent_back"]),
                        ("comment__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="notification_kind_is_known",
            ),
        ),
        migrations.RunSQL(CREATE, DROP),
    ]
