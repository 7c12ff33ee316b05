"""Django settings. Everything a deployment may choose comes through wargame.surroundings.

UNDER_SILENCE_DATA         data folder (default: data/ in the clone)
UNDER_SILENCE_ORIGINS      exact addresses browsers use, comma-separated
UNDER_SILENCE_DEBUG        1 shows Django's debug pages; loopback only
UNDER_SILENCE_SYNCHRONOUS  NORMAL trades the last moves before a power cut for speed
DATABASE_URL, REDIS_URL    for several processes; unset, everything is embedded
"""

from __future__ import annotations

import os
from pathlib import Path

from wargame import surroundings

REPOSITORY = Path(__file__).resolve().parents[1]
DATA = surroundings.data_folder(Path(os.environ.get("UNDER_SILENCE_DATA") or REPOSITORY / "data"))

# Exact scheme://host:port of every address a browser may use. Sockets and POSTs check it.
ORIGINS = surroundings.origins(
    os.environ.get("UNDER_SILENCE_ORIGINS")
    or surroundings.origins_for(surroundings.DEFAULT_PORT, [])
)
ALLOWED_HOSTS = surroundings.hosts(ORIGINS)
CSRF_TRUSTED_ORIGINS = list(ORIGINS)

DEBUG = surroundings.flag(os.environ, "UNDER_SILENCE_DEBUG")
surroundings.check_debug(DEBUG, ORIGINS)
SECRET_KEY = surroundings.secret_key(DATA)

DATABASES = {
    "default": surroundings.database(
        os.environ.get("DATABASE_URL", ""),
        DATA,
        os.environ.get("UNDER_SILENCE_SYNCHRONOUS") or "FULL",
    )
}
CHANNEL_LAYERS = {"default": surroundings.channel_layer(os.environ.get("REDIS_URL", ""))}
MIGRATION_MODULES = {"wargame": "wargame.models.migrations"}

INSTALLED_APPS = [
    "channels",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "wargame",
]

# Headers first, so that static files and error pages carry them too.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "servestatic.middleware.ServeStaticMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]

ROOT_URLCONF = "wargame.urls"
ASGI_APPLICATION = "wargame.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [REPOSITORY / "wargame" / "web" / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
            ]
        },
    }
]

# The built front end. Names below assets/ carry a hash of their content and never change.
FRONTEND_DIST = REPOSITORY / "frontend" / "dist"
FRONTEND_MANIFEST = FRONTEND_DIST / "manifest.json"
STATIC_URL = "/static/"
STATIC_ROOT = FRONTEND_DIST
SERVESTATIC_ADD_HEADERS_FUNCTION = surroundings.keep_hashed_files
SERVESTATIC_ALLOW_ALL_ORIGINS = False
SERVESTATIC_USE_FINDERS = False
SERVESTATIC_AUTOREFRESH = DEBUG

SECURE = all(origin.startswith("https://") for origin in ORIGINS)
SESSION_COOKIE_NAME = "sid"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SECURE
CSRF_COOKIE_NAME = "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = SECURE
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024

# Nothing inline and nothing from elsewhere. The socket addresses are written out because
# older browsers do not count ws: as 'self'.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'", *surroundings.socket_sources(ORIGINS)],
        "media-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français")]
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True

AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Plain lines on standard error. Nothing logs what a player wrote.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"level": "INFO", "handlers": ["stderr"], "propagate": False},
        # One line per request would drown the lines a teacher should read.
        "django.channels.server": {"level": "WARNING"},
        "daphne": {"level": "WARNING"},
        # The person is told what is wrong; the terminal needs no traceback of a wrong Host.
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
    },
}
