"""Fields in the kit: what is wrong is said below the field and tied to it; what was typed stays."""

import re

from django import forms

from abdi.platform.ui.forms import KitFormRenderer

RENDERER = KitFormRenderer


class Sample(forms.Form):
    alasan = forms.CharField(label="Alasan", widget=forms.Textarea, help_text="Satu kalimat.")
    surel = forms.EmailField(label="Surel")
    hasil = forms.ChoiceField(
        label="Hasil", widget=forms.RadioSelect, choices=[("a", "Atas"), ("b", "Bawah")]
    )
    setuju = forms.BooleanField(label="Setuju", required=False)
    berkas = forms.FileField(label="Berkas", required=False)
    kode = forms.CharField(widget=forms.HiddenInput, required=False)


def drawn(data=None) -> str:
    return str(Sample(data))


def test_errors_are_tied_to_their_field():
    page = drawn({"surel": "bukan surel"})
    field = re.search(r"<input[^>]*id=\"id_surel\"[^>]*>", page)[0]
    assert 'aria-invalid="true"' in field
    assert 'aria-describedby="id_surel_error"' in field
    assert 'id="id_surel_error"' in page
    assert 'value="bukan surel"' in field


def test_help_and_error_are_both_read_out():
    field = re.search(r"<textarea[^>]*>", drawn({}))[0]
    assert 'aria-describedby="id_alasan_helptext id_alasan_error"' in field
    assert 'class="input"' in field
    assert 'rows="4"' in field


def test_every_input_has_its_label():
    page = drawn()
    for name in ("alasan", "surel", "setuju", "berkas"):
        assert f'for="id_{name}"' in page
    assert "<legend>Hasil" in page
    assert 'for="id_hasil_0"' in page


def test_choices_are_tiles_and_a_group_error_belongs_to_the_group():
    page = drawn({})
    assert page.count('class="choice"') == 3
    assert 'aria-describedby="id_hasil_error"' in re.search(r"<fieldset[^>]*>", page)[0]


def test_only_what_may_stay_empty_says_so():
    assert drawn().count("boleh kosong") == 1  # the file; a checkbox needs no word for it


def test_hidden_fields_have_no_furniture():
    hidden = re.search(r"<input[^>]*name=\"kode\"[^>]*>", drawn())[0]
    assert "class=" not in hidden


def test_what_belongs_to_no_field_stands_above_all():
    form = Sample({})
    form.add_error(None, "Periode ini sudah ditutup.")
    assert re.match(r"\s*<div class=\"notice is-bad\" role=\"alert\">", str(form))


def test_markup_that_was_typed_is_text():
    assert "<b>x</b>" not in drawn({"surel": '"><b>x</b>'})
