"""Every page of the workplace on one page; the menu keeps those of every day."""

from abdi.web.navigation import Entry

DIRECTORY: tuple[Entry, ...] = ()
