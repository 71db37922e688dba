"""What is asked of somebody who holds a document."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from abdi.platform.files.kinds import PDF
from abdi.platform.files.store import measure
from abdi.platform.verification.codes import as_typed
from abdi.services.queue.models import Ticket
from abdi.services.reservations.models import Reservation


class CodeForm(forms.Form):
    kode = forms.CharField(
        label=_("Kode periksa"),
        max_length=30,
        help_text=_("Sepuluh huruf dan angka di kaki dokumen, atau pindai kode QR-nya."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class TicketCodeForm(forms.Form):
    """A number's code or a reservation's; whichever, it leads to its page."""

    kode = forms.CharField(
        label=_("Kode tiket atau reservasi"),
        max_length=30,
        help_text=_("Sepuluh huruf dan angka di bawah kode QR."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def clean_kode(self) -> str:
        code = as_typed(self.cleaned_data["kode"])
        self.page = next((page for page, rows in self._pages() if rows.filter(code=code).exists()), "")
        if not self.page:
            raise forms.ValidationError(_("Kode ini tidak dikenal; periksa ketikannya."))
        return code

    def address(self) -> str:
        return reverse(self.page, args=[self.cleaned_data["kode"]])

    def _pages(self) -> list[tuple[str, Any]]:
        return [("public:ticket", Ticket.objects), ("public:reservation", Reservation.objects)]


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("Berkas PDF"),
        help_text=_("Dihitung sidiknya saja; berkas Anda tidak disimpan."),
        widget=forms.FileInput(attrs={"accept": PDF.content_type}),
    )

    def sha256(self) -> str:
        """Of the file, read in pieces and forgotten. Raises InputRefused for one that is empty or too large."""
        file = self.cleaned_data["file"]
        return measure(file, file.name).sha256
