"""Secrets, hosts, cookies and the content security policy: nothing inline, no other origin."""

from csp.constants import NONE, SELF

from abdi.config import environment as env
from abdi.config.settings.maps import MAP_ORIGINS

SECRET_KEY = env.key("secret_key")
PERSONAL_DATA_KEY = env.key("personal_data")  # contacts, counselling: see platform/encryption
ALLOWED_HOSTS = env.words("ABDI_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("ABDI_ORIGINS")
CSRF_FAILURE_VIEW = "abdi.platform.ui.views.csrf_failure"

# plain HTTP is right on one office's own machine; behind TLS this is set once
HTTPS = env.flag("ABDI_HTTPS")
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^sehat$", r"^siap$"]  # asked by the process manager on the machine itself
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
X_FRAME_OPTIONS = "DENY"
SILENCED_SYSTEM_CHECKS = [] if HTTPS else ["security.W004", "security.W008", "security.W012", "security.W016"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *MAP_ORIGINS],
        "font-src": [SELF],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
