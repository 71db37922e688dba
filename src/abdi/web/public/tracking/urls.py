"""One code, everything that became of an errand."""

from django.urls import path

from abdi.web.public.tracking import views

urlpatterns = [
    path("", views.track, name="track"),
    path("ajukan/", views.apply, name="apply"),
    path("<slug:code>/", views.visit, name="visit"),
    path("<slug:code>/<int:number>/berkas/<int:paper>/", views.attach, name="visit_attach"),
    path("<slug:code>/<int:number>/lengkap/", views.resubmit, name="visit_resubmit"),
    path("<slug:code>/<int:number>/batal/", views.cancel, name="visit_cancel"),
    path("<slug:code>/<int:number>/produk/", views.product, name="visit_product"),
]
