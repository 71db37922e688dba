"""The asynchronous entry point (uvicorn)."""

import os

from django.core.asgi import get_asgi_application

from abdi.config.environment import keep_to_ourselves

keep_to_ourselves()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "abdi.config.settings")
os.environ.setdefault("ABDI_DATABASE_CONNECTIONS", "20")
application = get_asgi_application()
