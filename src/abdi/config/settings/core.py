"""Applications, middleware, templates, language and time."""

from pathlib import Path

from abdi.config import environment as env

PACKAGE = Path(__file__).resolve().parents[2]

DEBUG = env.flag("ABDI_DEBUG")
ABDI_HOME = env.home()
ABDI_INSTANSI = env.text(
    "ABDI_INSTANSI"
)  # code of the instansi whose public pages are served; empty: the only one
ABDI_DEMO = env.flag("ABDI_DEMO")  # shows the demo's sign-in help; set by script/demo alone

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "abdi.platform.tenancy",
    "abdi.platform.accounts",
    "abdi.platform.audit",
    "abdi.platform.calendar",
    "abdi.platform.outbox",
    "abdi.platform.notifications",
    "abdi.platform.files",
    "abdi.platform.operations",
    "abdi.platform.outages",
    "abdi.platform.verification",
    "abdi.platform.batches",
    "abdi.platform.live",
    "abdi.platform.followers",
    "abdi.platform.citizens",
    "abdi.platform.keys",
    "abdi.platform.ui",
    "abdi.organisation",
    "abdi.organisation.law",
    "abdi.organisation.areas",
    "abdi.facts",
    "abdi.measurement",
    "abdi.services",
    "abdi.services.hours",
    "abdi.services.standards",
    "abdi.services.queue",
    "abdi.services.devices",
    "abdi.services.reservations",
    "abdi.services.requests",
    "abdi.voice",
    "abdi.voice.surveys",
    "abdi.voice.surveys.publication",
    "abdi.voice.complaints",
    "abdi.voice.complaints.reading",
    "abdi.voice.consultation",
    "abdi.voice.forums",
    "abdi.voice.projects",
    "abdi.planning",
    "abdi.planning.matrix",
    "abdi.planning.library",
    "abdi.planning.versions",
    "abdi.activity.progress",
    "abdi.activity.evidence",
    "abdi.activity.visits",
    "abdi.activity.feedback",
    "abdi.activity.dialogue",
    "abdi.evaluation",
    "abdi.evaluation.organisation_result",
    "abdi.evaluation.calibration",
    "abdi.evaluation.recusal",
    "abdi.evaluation.handover",
    "abdi.evaluation.objection",
    "abdi.evaluation.contest",
    "abdi.adoption.onboarding",
    "abdi.integrations",
    "abdi.integrations.lapor",
    "abdi.demo",
    "abdi.web",
    "abdi.config",
]

MIDDLEWARE = [
    "abdi.platform.ui.logs.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "abdi.platform.accounts.middleware.ForgetfulDeviceMiddleware",
    "abdi.platform.accounts.middleware.KnownBrowserMiddleware",
    "abdi.platform.ui.middleware.LanguageMiddleware",
    "abdi.platform.tenancy.middleware.TenancyMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "abdi.platform.accounts.middleware.OneTimePasswordMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "abdi.platform.ui.middleware.FragmentMiddleware",
    "abdi.platform.ui.middleware.ReadOnlyGetMiddleware",
    "abdi.platform.ui.middleware.DomainErrorMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "abdi.config.urls"
WSGI_APPLICATION = "abdi.config.wsgi.application"
ASGI_APPLICATION = "abdi.config.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "abdi.platform.ui.forms.KitFormRenderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "abdi.platform.ui.context.shell",
                "abdi.web.navigation.menus",
            ],
            "builtins": ["abdi.platform.ui.templatetags.kit"],
        },
    },
]

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Jakarta"
