"""Every text of the working pages has its English."""

from abdi.platform.ui import translations

PAGES = ("web", "templates/workplace", "templates/staff", "planning", "evaluation")


def test_nothing_is_left_untranslated():
    known = translations.read(translations.CATALOGUE.read_text(encoding="utf-8"))
    translated = {entry.source for entry in known if entry.is_translated}
    wanted = {
        entry.source for entry in translations.collect(*(translations.PACKAGE / part for part in PAGES))
    }
    assert wanted - translated == set()
