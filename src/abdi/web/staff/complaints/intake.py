"""A complaint told at the desk: an officer writes it down, and the citizen takes the receipt home."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from abdi.voice.complaints.actions import file_complaint
from abdi.voice.complaints.enums import Channel
from abdi.voice.complaints.permissions import check_can_file
from abdi.web.access import signed_in
from abdi.web.errors import accepted
from abdi.web.public.complaints.forms import ComplaintForm


class DeskForm(ComplaintForm):
    """The same questions; without a map, since the citizen stands here and not there."""

    lat = lon = view = None
    at_desk = ("visibility", "name", "home", "contact")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["visibility"] = (
            "rahasia"  # UU 25/2009 Ps 42(3): with identity, unless he wants it kept secret
        )
        self.fields["text"].label = _("Apa yang terjadi, dengan kata-kata warga")
        self.fields["home"].label = _("Alamat lengkap pelapor")

    def clean(self) -> dict[str, Any]:
        self.cleaned_data |= {"lat": None, "lon": None}
        return super().clean()


@signed_in
@require_http_methods(["GET", "POST"])
def complaint_new(request: HttpRequest) -> HttpResponse:
    """Whoever filed it here leaves with the receipt on screen: the code is the citizen's, and shown once."""
    check_can_file(request.user, Channel.PETUGAS)
    form = DeskForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        arguments = form.filed() | {"actor": request.user, "channel": Channel.PETUGAS}
        if made := accepted(form, file_complaint, **arguments):
            return redirect("public:complaint_receipt", made.code)
    return render(request, "staff/complaints/new.html", {"form": form}, status=422 if form.errors else 200)
