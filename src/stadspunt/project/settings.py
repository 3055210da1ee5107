"""Settings, all from the environment (docs/beheer.md lists every variable)."""

import os
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg import conninfo

PAKKET = Path(__file__).resolve().parent.parent


LIJNBEWAKING = {"keepalives_idle": 15, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 20_000}


def _env_bool(naam: str, standaard: bool = False) -> bool:
    return os.environ.get(naam, "1" if standaard else "0").lower() in {"1", "ja", "true", "yes"}


def _env_list(naam: str, standaard: str = "") -> list[str]:
    return [deel.strip() for deel in os.environ.get(naam, standaard).split(",") if deel.strip()]


def _env_getal(naam: str, standaard: int, laagst: int, hoogst: int) -> int:
    waarde = os.environ.get(naam, "").strip() or str(standaard)
    if not waarde.isdecimal() or not laagst <= int(waarde) <= hoogst:
        raise ImproperlyConfigured(f"{naam} is nu '{waarde}'. Geef een getal van {laagst} tot en met {hoogst}.")
    return int(waarde)


def _database(dsn: str) -> dict[str, Any]:
    """Return Django's settings for a PostgreSQL connection string (URI or key=value)."""
    delen = conninfo.conninfo_to_dict(dsn)
    naam, gebruiker = delen.pop("dbname", "stadspunt"), delen.pop("user", "")
    wachtwoord, host, poort = delen.pop("password", ""), delen.pop("host", ""), delen.pop("port", "")
    return {
        "ENGINE": "stadspunt.project.database",
        "NAME": naam,
        "USER": gebruiker,
        "PASSWORD": wachtwoord,
        "HOST": host,
        "PORT": poort,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        # Over TCP the kernel gives up on a server that does not answer; without it a cut line is silent for hours.
        "OPTIONS": {**LIJNBEWAKING, **delen, "connect_timeout": 5},
        "TEST": {"TEMPLATE": "template0"},
    }


DEBUG = _env_bool("STADSPUNT_DEBUG")
SECRET_KEY = os.environ.get("STADSPUNT_GEHEIM", "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Zet STADSPUNT_GEHEIM op een lang, willekeurig geheim, of start met ./stadspunt start.")
if "DATABASE_URL" not in os.environ:
    raise ImproperlyConfigured("Zet DATABASE_URL op een PostgreSQL van versie 15 of nieuwer, of start met ./stadspunt start.")
DATABASES = {"default": _database(os.environ["DATABASE_URL"])}

STADSPUNT_DATA = Path(os.environ.get("STADSPUNT_DATA", "stadspunt-data"))
STADSPUNT_ADRES = os.environ.get("STADSPUNT_ADRES", "http://127.0.0.1:8014").rstrip("/")
ALLOWED_HOSTS = _env_list("STADSPUNT_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = [STADSPUNT_ADRES]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django_htmx",
    "procrastinate.contrib.django",
    "stadspunt.fundament.toegang",
    "stadspunt.fundament.gebeurtenissen",
    "stadspunt.fundament.taken",
    "stadspunt.fundament.opslag",
    "stadspunt.fundament.reservekopieen",
    "stadspunt.fundament.schermen",
    "stadspunt.fundament.concepten",
    "stadspunt.bronnen.organisatie",
    "stadspunt.bronnen.termijnen",
    "stadspunt.bronnen.partijen",
    "stadspunt.bronnen.documenten",
    "stadspunt.bronnen.producten",
    "stadspunt.bronnen.tekstblokken",
    "stadspunt.stromen.klantcontacten",
    "stadspunt.stromen.overdracht",
    "stadspunt.stromen.correspondentie",
    "stadspunt.stromen.intake",
    "stadspunt.stromen.macros",
    "stadspunt.sturing.stuurinformatie",
    "stadspunt.deuren.aanmelden",
    "stadspunt.deuren.mijn",
    "stadspunt.deuren.werkplek",
    "stadspunt.deuren.vakafdeling",
    "stadspunt.deuren.website",
    "stadspunt.deuren.beheer",
    "stadspunt.deuren.sturing",
    "stadspunt.deuren.inkomend",
    "stadspunt.project",
]
# A room or door that is not built yet is no app; the list above is the order of the house.
INSTALLED_APPS = [
    naam
    for naam in INSTALLED_APPS
    if not naam.startswith("stadspunt.") or (PAKKET.parent / naam.replace(".", "/") / "apps.py").exists()
]

MIDDLEWARE = [
    "stadspunt.project.gezondheid.aanvragen.AanvraagMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "stadspunt.project.beveiliging.SecurityHeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "stadspunt.project.achterhaald.AchterhaaldMiddleware",
]
ROOT_URLCONF = "stadspunt.project.urls"
WSGI_APPLICATION = "stadspunt.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

AUTH_USER_MODEL = "toegang.Account"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "/aanmelden/"
LOGIN_REDIRECT_URL = "/"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = STADSPUNT_ADRES.startswith("https://")
SESSION_ENGINE = "stadspunt.fundament.toegang.sessies"
# A session ends after so many minutes without use, and after so many hours whatever happens (NIST SP 800-63B-4, 2.2.3).
STADSPUNT_SESSIE_STIL = _env_getal("STADSPUNT_SESSIE_STIL", 120, 5, 1440)
STADSPUNT_SESSIE_DUUR = _env_getal("STADSPUNT_SESSIE_DUUR", 12, 1, 24)
# Six months, and not longer than that is needed to look into what happened.
STADSPUNT_AANMELDLOGBOEK_DAGEN = _env_getal("STADSPUNT_AANMELDLOGBOEK_DAGEN", 183, 30, 3650)
SESSION_COOKIE_AGE = STADSPUNT_SESSIE_DUUR * 3600
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000 if SESSION_COOKIE_SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
STATIC_URL = "/static/"
# A folder with schermen/thema.css and schermen/gemeente.svg: the look of the municipality, in one place.
STATICFILES_DIRS = [os.environ["STADSPUNT_THEMA"]] if os.environ.get("STADSPUNT_THEMA") else []
STATIC_ROOT = STADSPUNT_DATA / "static"
# After `collectstatic` (the launcher does it) names carry a hash and files are compressed; before, they come from the package.
_VERZAMELD = (STATIC_ROOT / "staticfiles.json").exists()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if _VERZAMELD
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not _VERZAMELD
WHITENOISE_AUTOREFRESH = DEBUG
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

STADSPUNT_ACTORBRON = "stadspunt.bronnen.organisatie.actorbron.build_actor"
STADSPUNT_PARTIJZICHT = "stadspunt.stromen.klantcontacten.queries_vertrouwelijk.build_partijzicht"
STADSPUNT_KADER = "stadspunt.project.kader.build_kader"
STADSPUNT_DATABASESERVER = "stadspunt.project.gezondheid.server.get_database_server"
STADSPUNT_LIVE_POORT = "stadspunt.project.live_poort.mag_volgen"

# Mail. The listener and the way out; mailboxes with their secrets stand in docs/beheer.md.
STADSPUNT_SMTP_UIT = os.environ.get("STADSPUNT_SMTP_UIT", "")
STADSPUNT_SMTP_IN = os.environ.get("STADSPUNT_SMTP_IN", "127.0.0.1:8025")
STADSPUNT_LMTP_IN = os.environ.get("STADSPUNT_LMTP_IN", "")
# '' is: the virus scanner that stands at a well-known place, if any.
STADSPUNT_CLAMAV = os.environ.get("STADSPUNT_CLAMAV", "")

# Where documents are kept: in the database, in a folder, or in a store that speaks S3. Raw receipts are always in the database.
STADSPUNT_OPSLAG = os.environ.get("STADSPUNT_OPSLAG", "database")
STADSPUNT_OPSLAG_MAP = os.environ.get("STADSPUNT_OPSLAG_MAP") or str(STADSPUNT_DATA / "documenten")
STADSPUNT_S3_ADRES = os.environ.get("STADSPUNT_S3_ADRES", "")
STADSPUNT_S3_EMMER = os.environ.get("STADSPUNT_S3_EMMER", "")
STADSPUNT_S3_VOORVOEGSEL = os.environ.get("STADSPUNT_S3_VOORVOEGSEL", "")
STADSPUNT_S3_REGIO = os.environ.get("STADSPUNT_S3_REGIO", "us-east-1")
STADSPUNT_S3_SLEUTEL = os.environ.get("STADSPUNT_S3_SLEUTEL", "")
STADSPUNT_S3_GEHEIM = os.environ.get("STADSPUNT_S3_GEHEIM", "")

SILENCED_SYSTEM_CHECKS: list[str] = []
