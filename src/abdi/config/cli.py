"""The `abdi` command: Django's management commands and ours."""

import os
import sys

from django.core.management import execute_from_command_line

from abdi.config.environment import keep_to_ourselves


def main() -> None:
    keep_to_ourselves()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "abdi.config.settings")
    execute_from_command_line(["abdi", *sys.argv[1:]])
