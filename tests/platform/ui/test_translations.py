"""English is whole, and the plain-Python catalogue agrees with gettext's format."""

import gettext
import io

import pytest

from abdi.platform.ui import translations as t

PARTS = {
    "kit": ["platform/ui", "templates/components", "templates/base.html", "templates/work.html"],
    "errors": ["templates/error.html", "templates/500.html"],
    "account": ["templates/account", "templates/allauth", "templates/mfa"],
    "home": ["web/home", "web/navigation.py", "templates/home"],
    "law": ["web/law", "templates/law"],
}


def known() -> dict[str, t.Entry]:
    return {entry.source: entry for entry in t.read(t.CATALOGUE.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("part", PARTS)
def test_every_text_has_its_english(part):
    needed = t.collect(*(t.PACKAGE / place for place in PARTS[part]))
    assert needed
    have = known()
    assert [entry.source for entry in needed if not have.get(entry.source, entry).is_translated] == []


@pytest.mark.parametrize("mark", ["%(", "%s", "{"])
def test_placeholders_survive_translation(mark):
    for entry in known().values():
        for text in filter(None, entry.texts):
            assert text.count(mark) == entry.source.count(mark), entry.source


def test_python_reads_what_was_compiled():
    entries = [
        t.Entry("Masuk", texts=("Sign in",)),
        t.Entry("%s hari", "%s hari", ("%s day", "%s days")),
        t.Entry('Kata "sandi"\nbaru', texts=('A "new"\npassword',)),
        t.Entry("Belum", texts=("",)),
    ]
    assert t.read(t.written(entries)) == entries
    catalogue = gettext.GNUTranslations(io.BytesIO(t.binary(entries)))
    assert catalogue.gettext("Masuk") == "Sign in"
    assert catalogue.ngettext("%s hari", "%s hari", 1) == "%s day"
    assert catalogue.ngettext("%s hari", "%s hari", 5) == "%s days"
    assert catalogue.gettext('Kata "sandi"\nbaru') == 'A "new"\npassword'
    assert catalogue.gettext("Belum") == "Belum"


def test_wrapped_lines_of_an_editor_are_read():
    text = 'msgid ""\n"Mau mengurus "\n"apa?"\nmsgstr ""\n"What brings "\n"you here?"\n'
    assert t.read(text) == [t.Entry("Mau mengurus apa?", texts=("What brings you here?",))]
