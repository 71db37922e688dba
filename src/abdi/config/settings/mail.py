"""Outgoing mail. Without a server, letters are kept as files below ABDI_HOME/mail."""

from abdi.config import environment as env

EMAIL_HOST = env.text("ABDI_EMAIL_HOST")
EMAIL_PORT = int(env.text("ABDI_EMAIL_PORT", "587"))
EMAIL_HOST_USER = env.text("ABDI_EMAIL_USER")
EMAIL_HOST_PASSWORD = env.text("ABDI_EMAIL_PASSWORD")
EMAIL_USE_TLS = env.flag("ABDI_EMAIL_TLS", default=True)
EMAIL_FILE_PATH = env.home() / "mail"
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
DEFAULT_FROM_EMAIL = env.text("ABDI_EMAIL_FROM", "abdi@localhost")
