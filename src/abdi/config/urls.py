"""Every address of the installation."""

from django.urls import URLPattern, URLResolver, include, path

handler400 = "abdi.platform.ui.views.bad_request"
handler403 = "abdi.platform.ui.views.forbidden"
handler404 = "abdi.platform.ui.views.not_found"
handler500 = "abdi.platform.ui.views.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("abdi.web.home.urls")),
    path("akun/", include("allauth.urls")),
    path("", include("abdi.platform.operations.urls")),
    path("", include("abdi.web.public.urls")),
    path("dasar-hukum/", include("abdi.web.law.urls")),
    path("kerja/", include("abdi.web.workplace.urls")),
    path("pemberitahuan/", include("abdi.web.workplace.notices.urls")),
    path("loket/", include("abdi.web.counter.urls")),
    path("kelola/", include("abdi.web.staff.urls")),
    path("api/v1/", include("abdi.api.urls")),
    path("open311/v2/", include("abdi.api.open311.urls")),
    path("open311/v2-ext/", include("abdi.api.open311.extension")),
]
