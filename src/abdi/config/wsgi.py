"""The synchronous entry point."""

import os

from django.core.wsgi import get_wsgi_application

from abdi.config.environment import keep_to_ourselves

keep_to_ourselves()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "abdi.config.settings")
application = get_wsgi_application()
