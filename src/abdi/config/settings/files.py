"""Static files by WhiteNoise; uploads below ABDI_HOME, never served by path."""

from pathlib import Path

from abdi.config import environment as env

STATIC_URL = "/static/"
STATIC_ROOT = env.home() / "static"
STATICFILES_DIRS = [Path(__file__).resolve().parents[2] / "static"]
MEDIA_ROOT = env.home() / "files"
FILE_UPLOAD_PERMISSIONS = 0o600
UPLOAD_MAX_BYTES = int(env.text("ABDI_UPLOAD_MIB", "10")) << 20
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
