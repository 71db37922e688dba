"""The product with a few addresses of the test's own beside its own."""

from abdi.config import settings as _product

globals().update({name: value for name, value in vars(_product).items() if name.isupper()})

ROOT_URLCONF = "tests.platform.live.addresses"
PLAIN = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # nothing is collected
STORAGES = _product.STORAGES | {"staticfiles": PLAIN}
