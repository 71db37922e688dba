"""Structured logs on standard error, without personal data."""

from abdi.config import environment as env

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "abdi.platform.ui.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": env.text("ABDI_LOG_LEVEL", "WARNING")},
    "loggers": {"PIL": {"level": "WARNING"}},  # below that it writes out what a photograph tells of its owner
}
