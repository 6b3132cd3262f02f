"""For each constraint a statement in plain SQL that it has to refuse.

Each statement runs on a desk with one row of everything; `{claim}`, `{item}`… are their ids.
"""

from __future__ import annotations

from claims.models import AlertKind
from claims.services.alerts import alert_raise
from claims.services.feeds import feed_add
from claims.services.page_wishes import page_want
from factcheck.accounts.models import User
from factcheck.idempotency.models import KeptAnswer
from reviews.domain.recusal import Kind
from reviews.domain.report_spec import ReportSpec
from reviews.models import (
    BoostRule,
    Dismissal,
    ItemTag,
    ReplyWaiver,
    SavedView,
    Tag,
    TriageBatch,
    TriageChange,
    WebhookEndpoint,
)
from reviews.services.comments import comment_add
from reviews.services.leases import lease_take
from reviews.services.recusals import RecusalFrom, recusal_declare
from reviews.services.replies import Contact, reply_ask
from reviews.services.report_wishes import ReportWish
from reviews.services.reports import report_request
from reviews.services.saved_reports import saved_report_save
from reviews.services.sentence_marks import sentence_raise
from reviews.services.webhook_deliveries import webhook_try
from tests.factories import (
    make_appearance,
    make_article,
    make_claim,
    make_evidence,
    make_item,
    make_sentence,
    make_source,
)
from tests.walks import published_verdict

DECISION = (
    "INSERT INTO claims_claimdecision (kind, claim_id, other_id, note, by_id, at, before,"
    " undone_at) SELECT '{kind}', {{claim}}, {{other_claim}}, '{note}', person.id, now(),"
    " '{{{{}}}}', {undone} FROM (SELECT id FROM accounts_user LIMIT 1) person"
)
PLACED = (
    "WITH decided AS ({decided} RETURNING id) INSERT INTO claims_placedappearance (decision_id,"
    " appearance_id, wording, reasons) SELECT decided.id, {{appearance}}, '', '[]'"
    " FROM decided, generate_series(1, 2)"
)
COPY = (
    "INSERT INTO claims_storedcopy (sha256, size, url, final_url, status, headers, fetched_at,"
    " media_type, title, publisher, text, stored_as) VALUES ('{sha256}', 1, '', '', 200,"
    " '{{{{}}}}', now(), '', '', '', '', '{stored_as}')"
)
CHECKED = (
    "INSERT INTO claims_earliercheck (url, publisher, language, claim_reviewed, rating,"
    " imported_at, claim_review, quantities, vector, page_key, claim_key, review_key) SELECT"
    " 'https://desk.example/', 'Lantern Desk', 'en', 'Once', 'False', now(), '{{}}', '[]', vector,"
    " 'page', 'claim', '' FROM claims_claim"
)
MATCHED = (
    "INSERT INTO claims_earliercheckmatch (claim_id, check_found_id, outcome, similarity, reasons,"
    " hidden_note, hidden_at, hidden_by_id) SELECT {claim}, earlier.id, 'same', 0.9, '[]', 'no',"
    " now(), {person} FROM earlier"
)
IMPORTED = (
    "INSERT INTO claims_checkimport (url, name, document, by_id, asked_at, due_at, attempts,"
    " finished_at, failure, rows, done, new, changed, known, withdrawn, refused) VALUES ('', '',"
    " '', {{person}}, now(), {due}, 0, {finished}, '{failure}', 1, {done}, 0, 0, 0, 0, '[]')"
)
FETCHES = (
    "WITH made AS ({copy} RETURNING id) INSERT INTO claims_copyfetch (copy_id, url, final_url,"
    " status, headers, fetched_at) SELECT id, 'https://a.example/', '', 200, '{{{{}}}}', now()"
    " FROM made, generate_series(1, 2)"
)
ATTEMPTS: dict[str, str] = {
    "article_has_text": "INSERT INTO claims_article (url, title, author, language, received,"
    " received_name, encoding, text, text_sha256, version, stage, attempts, failure, received_at)"
    " VALUES ('', '', '', '', '', '', 'utf-8', '', 'none', 1, 'extract', 0, '', now())",
    "article_text_once": "INSERT INTO claims_article (url, title, author, language, received,"
    " received_name, encoding, text, text_sha256, version, stage, attempts, failure, received_at)"
    " SELECT '', '', '', '', '', '', 'utf-8', text, text_sha256, 1, 'extract', 0, '', now()"
    " FROM claims_article WHERE id = {article}",
    "article_version_follows_another": "UPDATE claims_article SET version = 2",
    "article_stage_is_known": "UPDATE claims_article SET stage = 'nap' WHERE id = {article}",
    "article_done_is_not_due": "UPDATE claims_article SET stage = 'done', due_at = now()",
    "article_does_not_supersede_itself": "UPDATE claims_article SET supersedes_id = id,"
    " version = 2 WHERE id = {article}",
    "appearance_once_per_span": 'INSERT INTO claims_appearance (article_id, start, "end", text,'
    " speaker, quantities, dates, units, score, reasons, match_reasons) SELECT article_id, start,"
    " \"end\", 'Twice', '', '[]', '[]', '[]', 0.5, '[]', '[]' FROM claims_appearance"
    " WHERE id = {appearance}",
    "appearance_span_is_not_empty": 'UPDATE claims_appearance SET "end" = start',
    "appearance_has_text": "UPDATE claims_appearance SET text = ''",
    "sentence_once_per_engine": 'INSERT INTO claims_sentence (article_id, engine, start, "end",'
    " kind, score, selected, speaker, reasons, quantities, dates, units) SELECT {article}, 'rules',"
    " 0, 9, 'body', 0.5, true, '', '[]', '[]', '[]', '[]' FROM generate_series(1, 2)",
    "sentence_once_per_choice": 'INSERT INTO claims_sentence (article_id, engine, start, "end",'
    " kind, score, selected, speaker, reasons, quantities, dates, units) SELECT {article},"
    " 'person', 0, 9, 'body', 0.5, false, '', '[]', '[]', '[]', '[]' FROM generate_series(1, 2)",
    "sentence_span_is_not_empty": 'INSERT INTO claims_sentence (article_id, engine, start, "end",'
    " kind, score, selected, speaker, reasons, quantities, dates, units) VALUES"
    " ({article}, 'rules', 9, 9, 'body', 0.5, true, '', '[]', '[]', '[]', '[]')",
    "sentence_score_in_0_1": 'INSERT INTO claims_sentence (article_id, engine, start, "end",'
    " kind, score, selected, speaker, reasons, quantities, dates, units) VALUES"
    " ({article}, 'rules', 0, 9, 'body', 1.1, true, '', '[]', '[]', '[]', '[]')",
    "alert_once_per_cause": "INSERT INTO claims_alert (kind, cause, details, raised_at, note)"
    " SELECT kind, cause, '{{}}', now(), '' FROM claims_alert",
    "alert_kind_is_known": "UPDATE claims_alert SET kind = 'perhaps'",
    "alert_has_a_cause": "UPDATE claims_alert SET cause = ''",
    "alert_is_settled_with_a_note": "UPDATE claims_alert SET settled_at = now()",
    "alert_of_a_repeat_names_both_claims": "UPDATE claims_alert SET kind = 'repeat'",
    "alert_one_open_of_a_repeat": "INSERT INTO claims_alert (kind, cause, claim_id,"
    " checked_claim_id, details, raised_at, note) SELECT 'repeat', cause, {claim}, {claim},"
    " '{{}}', now(), '' FROM unnest(ARRAY['one', 'two']) AS cause",
    "alert_tells_of_article_once": "INSERT INTO claims_alertedarticle (alert_id, article_id)"
    " SELECT id, {article} FROM claims_alert, generate_series(1, 2)",
    "mark_one_current_per_person": 'INSERT INTO claims_sentencemark (article_id, start, "end",'
    " label, note, language, by_id, at) SELECT article_id, start, \"end\", label, '', language,"
    " by_id, now() FROM claims_sentencemark",
    "mark_span_is_not_empty": 'UPDATE claims_sentencemark SET "end" = start',
    "mark_label_is_known": "UPDATE claims_sentencemark SET label = 'perhaps'",
    "mark_of_no_claim_says_why": "UPDATE claims_sentencemark SET label = 'no_claim'",
    "claim_has_text": "UPDATE claims_claim SET text = ''",
    "claim_is_not_merged_into_itself": "UPDATE claims_claim SET merged_into_id = id",
    "relation_once_per_pair": "INSERT INTO claims_claimrelation (lower_id, higher_id, outcome,"
    " aspects, similarity, reasons, created_at) SELECT {claim}, {other_claim}, 'related', '[]',"
    " 0.5, '[]', now() FROM generate_series(1, 2)",
    "relation_pair_is_ordered": "INSERT INTO claims_claimrelation (lower_id, higher_id, outcome,"
    " aspects, similarity, reasons, created_at) VALUES"
    " ({other_claim}, {claim}, 'related', '[]', 0.5, '[]', now())",
    "search_entry_is_of_its_kind": "INSERT INTO reviews_searchentry (kind, article_id, words,"
    " language, at, folding) VALUES ('claim', 1, '', 'en', now(), 1)",
    "relation_outcome_is_known": "INSERT INTO claims_claimrelation (lower_id, higher_id, outcome,"
    " aspects, similarity, reasons, created_at) VALUES"
    " ({claim}, {other_claim}, 'perhaps', '[]', 0.5, '[]', now())",
    "decision_kind_is_known": DECISION.format(kind="perhaps", note="One.", undone="NULL"),
    "decision_has_a_reason": DECISION.format(kind="merge", note="", undone="NULL"),
    "decision_is_undone_by_somebody": DECISION.format(kind="merge", note="One.", undone="now()"),
    "decision_is_on_two": DECISION.format(kind="merge", note="One.", undone="NULL").replace(
        "{other_claim}", "{claim}"
    ),
    "decision_merges_a_claim_once": DECISION.format(kind="merge", note="One.", undone="NULL")
    + ", generate_series(1, 2)",
    "placed_once_per_decision": PLACED.format(
        decided=DECISION.format(kind="move", note="One.", undone="NULL")
    ),
    "earlier_check_once_per_claim": f"{CHECKED}, generate_series(1, 2)",
    "earlier_check_match_once": f"WITH earlier AS ({CHECKED} WHERE id = {{claim}} RETURNING id)"
    f" {MATCHED}, generate_series(1, 2)",
    "earlier_check_match_is_hidden_with_a_note": f"WITH earlier AS ({CHECKED} WHERE id = {{claim}}"
    f" RETURNING id) {MATCHED.replace('now()', 'NULL')}",
    "check_import_finished_is_not_due": IMPORTED.format(
        due="now()", finished="now()", failure="", done=0
    ),
    "check_import_failed_is_finished": IMPORTED.format(
        due="NULL", finished="NULL", failure="broken", done=0
    ),
    "check_import_done_of_rows": IMPORTED.format(due="NULL", finished="NULL", failure="", done=2),
    "evidence_once_per_claim": "INSERT INTO claims_evidence (claim_id, url, title, publisher,"
    " quote, note, stance, kind, added_by_id, added_at) SELECT claim_id, url, 'Twice', publisher,"
    " quote, '', stance, kind, added_by_id, now() FROM claims_evidence"
    " WHERE id = {evidence}",
    "evidence_stance_is_known": "UPDATE claims_evidence SET stance = 'maybe'",
    "evidence_kind_is_known": "UPDATE claims_evidence SET kind = 'rumour'",
    "evidence_removal_names_who_and_when": "UPDATE claims_evidence SET removed_at = now()",
    "evidence_copy_is_whole": "UPDATE claims_evidence SET fetched_at = now()",
    "copy_sha256_is_one": COPY.format(sha256="ABC", stored_as="vault/ab/abc"),
    "copy_has_a_file": COPY.format(sha256="ab" * 32, stored_as=""),
    "copy_fetch_once_per_address": FETCHES.format(
        copy=COPY.format(sha256="ab" * 32, stored_as="vault/ab/abab")
    ),
    "page_watch_quote_found_is_known": "UPDATE claims_pagewatch SET quote_found = 'perhaps'",
    "queue_one_open_per_claim": "INSERT INTO reviews_queueitem (claim_id, state, priority,"
    " priority_points, reviews_wanted, reviews_wanted_because, entered_at) SELECT claim_id,"
    " 'queued', 1, '{{}}', 1, '[]', now() FROM reviews_queueitem WHERE id = {item}",
    "queue_state_is_known": "UPDATE reviews_queueitem SET state = 'asleep' WHERE id = {item}",
    "queue_closed_means_left": "UPDATE reviews_queueitem SET state = 'published' WHERE id = {item}",
    "queue_wants_a_review": "UPDATE reviews_queueitem SET reviews_wanted = 0",
    "queue_boost_in_bounds": "UPDATE reviews_queueitem SET boost = 51 WHERE id = {item}",
    "queue_only_open_ones_sleep": "UPDATE reviews_queueitem SET snoozed_until = now()"
    " WHERE closed_at IS NOT NULL",
    "queue_reason_once": "INSERT INTO reviews_queuereason (item_id, kind, detail, added_at) SELECT"
    " {item}, 'reach', '{{}}', now() FROM generate_series(1, 2)",
    "lease_one_per_item": "INSERT INTO reviews_lease (item_id, reviewer_id, token, taken_at,"
    ' heartbeat_at, expires_at, "end") SELECT item_id, reviewer_id, gen_random_uuid(), taken_at,'
    " heartbeat_at, expires_at, '' FROM reviews_lease WHERE id = {lease}",
    "lease_end_is_whole": "UPDATE reviews_lease SET ended_at = now() WHERE id = {lease}",
    "lease_lasts": "UPDATE reviews_lease SET expires_at = taken_at",
    "review_once_per_person": "INSERT INTO reviews_review (item_id, reviewer_id, status, summary,"
    " rationale, no_evidence_reason, confidence, is_adjudication, version, saved_at) SELECT"
    " item_id, reviewer_id, 'draft', '', '', '', 2, false, 1, now() FROM reviews_review"
    " WHERE id = {review}",
    "review_submitted_is_whole": "UPDATE reviews_review SET rationale = ''",
    "rating_once_per_scale": "UPDATE reviews_rating SET slug = 'true' WHERE slug = 'false'",
    "rating_number_once": "UPDATE reviews_rating SET number = 5 WHERE number = 4",
    "rating_colour_is_hex": "UPDATE reviews_rating SET colour = 'crimson'",
    "scale_best_above_worst": "UPDATE reviews_scale SET best = worst",
    "verdict_version_once": "UPDATE reviews_verdict SET version = 1, claim_id = {published_claim}",
    "verdict_one_draft_per_claim": "UPDATE reviews_verdict SET claim_id = {other_claim},"
    " status = 'draft', published_at = NULL, version = id",
    "verdict_one_current_per_claim": "UPDATE reviews_verdict SET claim_id = {other_claim},"
    " version = id",
    "verdict_author_does_not_approve": "UPDATE reviews_verdict SET approver_id = author_id",
    "verdict_correction_kind_is_known": "UPDATE reviews_verdict SET correction_kind = 'better'",
    "handover_is_to_somebody_else": "INSERT INTO reviews_handover (verdict_id, former_id,"
    " author_id, by_id, note, at) SELECT id, author_id, author_id, approver_id, 'ill', now()"
    " FROM reviews_verdict",
    "handover_says_why": "INSERT INTO reviews_handover (verdict_id, former_id, author_id,"
    " by_id, note, at) SELECT id, author_id, approver_id, approver_id, '', now()"
    " FROM reviews_verdict",
    "verdict_sign_off_is_whole": "UPDATE reviews_verdict SET signed_off_at = NULL",
    "verdict_published_is_signed_off": "UPDATE reviews_verdict SET content_hash = 'another'",
    "tag_name_once": "INSERT INTO reviews_tag (name, colour, added_by_id, added_at) SELECT"
    " upper(name), 'red', added_by_id, now() FROM reviews_tag",
    "tag_has_a_name": "UPDATE reviews_tag SET name = ''",
    "tag_colour_is_known": "UPDATE reviews_tag SET colour = 'crimson'",
    "item_tag_once": "INSERT INTO reviews_itemtag (item_id, tag_id) SELECT item_id, tag_id"
    " FROM reviews_itemtag",
    "saved_view_name_once_per_owner": "INSERT INTO reviews_savedview (owner_id, name, query,"
    " is_shared, position, added_at) SELECT owner_id, name, '', false, 0, now()"
    " FROM reviews_savedview",
    "saved_view_has_a_name": "UPDATE reviews_savedview SET name = ''",
    "dismissal_one_standing_per_item": "INSERT INTO reviews_dismissal (item_id, why, note, by_id,"
    " at, is_drawn, outcome, look_note) SELECT item_id, why, note, by_id, now(), false, '', ''"
    " FROM reviews_dismissal",
    "dismissal_why_is_known": "UPDATE reviews_dismissal SET why = 'boring'",
    "dismissal_restoring_is_whole": "UPDATE reviews_dismissal SET restored_by_id = by_id",
    "dismissal_second_look_is_whole": "UPDATE reviews_dismissal SET outcome = 'confirmed'",
    "dismissal_second_look_by_another": "UPDATE reviews_dismissal SET outcome = 'confirmed',"
    " looked_at = now(), looked_by_id = by_id",
    "triage_once_per_batch_and_item": "INSERT INTO reviews_triagechange (batch_id, item_id, act,"
    " before, after, note, at) SELECT batch_id, item_id, act, before, after, note, now()"
    " FROM reviews_triagechange",
    "triage_act_is_known": "UPDATE reviews_triagechange SET act = 'shred'",
    "boost_once_per_value": "INSERT INTO reviews_boostrule (trait, value, points, reason,"
    " added_by_id, added_at) SELECT trait, value, 1, reason, added_by_id, now()"
    " FROM reviews_boostrule",
    "boost_trait_is_known": "UPDATE reviews_boostrule SET trait = 'mood'",
    "boost_points_in_bounds": "UPDATE reviews_boostrule SET points = 0",
    "boost_says_why": "UPDATE reviews_boostrule SET reason = ''",
    "tally_once_per_day": "WITH made AS (INSERT INTO reviews_talliedzone (zone) VALUES"
    " ('Asia/Jakarta') RETURNING zone) INSERT INTO reviews_daytally (zone_id, day, split,"
    " happening, key, count) SELECT zone, '2026-03-01', 'desk', 'arrived', '', 1 FROM made,"
    " generate_series(1, 2)",
    "recusal_once_at_a_time": "INSERT INTO reviews_recusal (person_id, kind, text, reason,"
    " declared_by_id, declared_at) SELECT person_id, kind, text, reason, declared_by_id, now()"
    " FROM reviews_recusal",
    "recusal_is_from_one_thing": "UPDATE reviews_recusal SET text = ''",
    "recusal_end_names_who_and_when": "UPDATE reviews_recusal SET ended_at = now()",
    "recusal_says_why": "UPDATE reviews_recusal SET reason = ''",
    "reply_deadline_is_after_asking": "UPDATE reviews_replyrequest SET deadline = asked_at",
    "reply_answer_is_whole": "UPDATE reviews_replyrequest SET answer = 'Ours.'",
    "reply_outcome_is_known": "UPDATE reviews_replyrequest SET outcome = 'shrugged'",
    "reply_channel_is_known": "UPDATE reviews_replyattempt SET channel = 'pigeon'",
    "reply_waiver_has_a_reason": "UPDATE reviews_replywaiver SET reason = ''",
    "triage_batch_once_per_key": "INSERT INTO reviews_triagebatch (act, by_id, at, refused,"
    " undo_refused, key, digest, undo_key) SELECT act, by_id, now(), '[]', '[]', key, '', ''"
    " FROM reviews_triagebatch",
    "webhook_once_per_address": "INSERT INTO reviews_webhookendpoint (url, secret, events,"
    " added_by_id, added_at, switched_off_because) SELECT url, 'another', events, added_by_id,"
    " now(), '' FROM reviews_webhookendpoint",
    "webhook_events_are_known": "UPDATE reviews_webhookendpoint SET events = '{{verdict.sold}}'",
    "webhook_has_a_secret": "UPDATE reviews_webhookendpoint SET secret = ''",
    "webhook_off_says_why": "UPDATE reviews_webhookendpoint SET switched_off_at = now()",
    "webhook_delivery_key_once": "INSERT INTO reviews_webhookdelivery (key, endpoint_id, event,"
    " body, status, due_at, attempts, created_at) SELECT key, endpoint_id, event, body, status,"
    " due_at, 0, now() FROM reviews_webhookdelivery",
    "webhook_delivery_waits_while_due": "UPDATE reviews_webhookdelivery SET due_at = NULL",
    "webhook_delivered_has_its_time": "UPDATE reviews_webhookdelivery SET status = 'delivered',"
    " due_at = NULL",
    "webhook_attempt_has_an_outcome": "INSERT INTO reviews_webhookattempt (delivery_id, at,"
    " milliseconds, failure, answer) SELECT id, now(), 5, '', '' FROM reviews_webhookdelivery",
    "feed_once_per_address": "INSERT INTO claims_feed (source_id, url, key, kind, title, etag,"
    " last_modified, due_at, interval, attempts, failure, paused_because, added_by_id, added_at,"
    " parts, parts_left) SELECT source_id, 'https://other.example/', key, '', '', '', '', now(),"
    " 60, 0, '', '', added_by_id, now(), '[]', 0 FROM claims_feed",
    "feed_kind_is_known": "UPDATE claims_feed SET kind = 'gopher'",
    "feed_is_due_or_says_why_not": "UPDATE claims_feed SET due_at = NULL",
    "page_wish_once_per_page": "INSERT INTO claims_pagewish (url, key, title, author, wanted_at,"
    " due_at, attempts, failure, etag, last_modified, outcome) SELECT 'https://other.example/',"
    " key, '', '', now(), now(), 0, '', '', '', '' FROM claims_pagewish",
    "page_wish_outcome_is_known": "UPDATE claims_pagewish SET outcome = 'lost',"
    " article_id = {article}",
    "page_wish_waits_or_is_settled": "UPDATE claims_pagewish SET due_at = NULL",
    "page_wish_outcome_has_its_article": "UPDATE claims_pagewish SET outcome = 'new'",
    "kept_answer_once": "INSERT INTO idempotency_keptanswer (user_id, route, key, digest, status,"
    " content_type, location, body, created_at) SELECT user_id, route, key, digest, status,"
    " content_type, location, body, now() FROM idempotency_keptanswer",
    "kept_answer_is_no_refusal": "UPDATE idempotency_keptanswer SET status = 409",
    "comment_has_text_until_deleted": "UPDATE reviews_comment SET text = ''",
    "comment_resolved_is_a_thread": "UPDATE reviews_comment SET resolved_at = now()",
    "comment_place_is_whole": "UPDATE reviews_comment SET quote = 'which year'",
    "notification_once": "INSERT INTO reviews_notification (person_id, kind, item_id, comment_id,"
    " by_id, at) SELECT person_id, 'reply', item_id, comment_id, by_id, now()"
    " FROM reviews_notification",
    "notification_kind_is_known": "UPDATE reviews_notification SET kind = 'gossip'",
    "report_done_has_its_file": "UPDATE reviews_report SET status = 'done', due_at = NULL",
    "report_expired_keeps_its_hash": "UPDATE reviews_report SET status = 'expired', due_at = NULL",
    "report_is_due_until_it_ends": "UPDATE reviews_report SET status = 'building'",
    "report_format_is_known": "UPDATE reviews_report SET format = 'docx'",
    "saved_report_name_once_per_owner": "INSERT INTO reviews_savedreport (owner_id, name, spec,"
    " period, format, language, is_shared, repeat, time_zone, stopped_because, added_at) SELECT"
    " owner_id, name, spec, period, format, language, is_shared, repeat, time_zone, '', now()"
    " FROM reviews_savedreport",
    "saved_report_has_a_name": "UPDATE reviews_savedreport SET name = ''",
    "saved_report_format_is_known": "UPDATE reviews_savedreport SET format = 'docx'",
    "saved_report_period_is_known": "UPDATE reviews_savedreport SET period = 'soon'",
    "saved_report_schedule_is_whole": "UPDATE reviews_savedreport SET repeat = 'daily', hour = 25,"
    " time_zone = 'UTC', next_due_at = now()",
}


def triaged(checker: User, editor: User) -> None:
    """Make one row of each table that triage writes."""
    item = make_item()
    tag = Tag.objects.create(name="budget", added_by=editor)
    ItemTag.objects.create(item=item, tag=tag)
    SavedView.objects.create(owner=checker, name="Ports")
    BoostRule.objects.create(
        trait="word", value="ferry", points=10, reason="A series.", added_by=editor
    )
    batch = TriageBatch.objects.create(act="tag", by=checker, key="once")
    TriageChange.objects.create(batch=batch, item=item, act="tag", by=checker)
    Dismissal.objects.create(item=item, why="opinion", by=checker)


def told_elsewhere(editor: User) -> None:
    """Make a webhook and a delivery that waits for a worker."""
    endpoint = WebhookEndpoint.objects.create(
        url="https://hooks.example/", secret="whsec", events=["verdict.published"], added_by=editor
    )
    webhook_try(endpoint=endpoint, actor=editor)


def asked_for_comment(checker: User, editor: User) -> None:
    """Make one row of each table about asking for comment, and an answer kept for a retry."""
    item = make_item()
    contact = Contact(channel="email")
    reply_ask(claim=item.claim, actor=checker, name="Port", question="Whence?", contact=contact)
    ReplyWaiver.objects.create(item=item, by=editor, reason="The port is gone.")
    KeptAnswer.objects.create(
        user=checker, route="POST /", key="once", digest="0" * 64, status=201, body=b""
    )


def talked_about(checker: User, editor: User) -> None:
    """Write a comment that tells somebody."""
    comment_add(claim=make_item().claim, actor=checker, text=f"@{editor.username}, which year?")


def a_desk_with_one_of_everything(checker: User, editor: User) -> dict[str, int]:
    """Return the ids of rows that are all as they should be."""
    claim, other_claim = make_claim(), make_claim()
    verdicts = [published_verdict(checker, editor) for _ in range(2)]
    leased = make_item()
    wish = ReportWish(ReportSpec(), "csv")
    report_request(actor=editor, wish=wish)
    saved_report_save(actor=editor, name="Ports", wish=wish)
    review = verdicts[0].item.reviews.get()
    recusal_declare(
        actor=checker, person=checker, what=RecusalFrom(Kind.WORD, text="ferry"), reason="A cousin."
    )
    triaged(checker, editor)
    asked_for_comment(checker, editor)
    told_elsewhere(editor)
    talked_about(checker, editor)
    listening(editor)
    return {
        "claim": claim.pk,
        "other_claim": other_claim.pk,
        "published_claim": verdicts[0].claim_id,
        "article": make_article().pk,
        "appearance": make_appearance(claim).pk,
        "evidence": make_evidence(claim, checker).pk,
        "item": make_item().pk,
        "mark": sentence_raise(sentence=make_sentence(), actor=checker).pk,
        "person": checker.pk,
        "lease": lease_take(item=leased, actor=checker).pk,
        "review": review.pk,
    }


def listening(editor: User) -> None:
    """Have a feed polled, a page fetched, and an alert raised."""
    feed_add(source=make_source(), actor=editor, url="https://gazette.example/feed")
    page_want(url="https://gazette.example/ferries", actor=editor)
    alert_raise(kind=AlertKind.SOURCE_QUIET, cause="feed 1 since today")
