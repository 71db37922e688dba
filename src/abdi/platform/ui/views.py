"""Every way a page can fail: one clear sentence and the next act."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# status → (heading, sentence when nothing more is known)
WORDS = {
    400: (
        gettext_lazy("Permintaan ini tidak dapat dibaca"),
        gettext_lazy(
            "Alamat atau isian yang dikirim tidak lengkap. Kembali ke halaman sebelumnya lalu ulangi."
        ),
    ),
    403: (
        gettext_lazy("Halaman ini bukan untuk akun Anda"),
        gettext_lazy(
            "Akun Anda belum diberi peran untuk membukanya. Minta peran itu kepada admin instansi Anda."
        ),
    ),
    404: (
        gettext_lazy("Halaman ini tidak ada"),
        gettext_lazy(
            "Alamatnya mungkin salah ketik atau halamannya sudah dipindah. Mulai lagi dari beranda."
        ),
    ),
    409: (
        gettext_lazy("Belum dapat dilakukan"),
        gettext_lazy(
            "Keadaannya sudah berubah sejak halaman ini dibuka. Muat ulang halaman lalu periksa lagi."
        ),
    ),
    422: (
        gettext_lazy("Isian perlu diperbaiki"),
        gettext_lazy("Ada isian yang belum dapat dipakai. Kembali, perbaiki, lalu kirim lagi."),
    ),
}


def error_page(request: HttpRequest, status: int, message: str = "") -> HttpResponse:
    heading, sentence = WORDS[status]
    context = {"heading": heading, "message": message or sentence, "status": status}
    return render(request, "error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the database or the session: either may be the reason we are here."""
    return render(None, "500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was opened too long ago, or in another sign-in; what was typed is one step back."""
    sentence = _("Formulir ini sudah terlalu lama terbuka. Kembali, muat ulang halaman, lalu kirim lagi.")
    return error_page(request, 403, sentence)
