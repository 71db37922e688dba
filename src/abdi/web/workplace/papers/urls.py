"""Documents, one by one and in bulk."""

from django.urls import path

from abdi.web.workplace.papers import views

urlpatterns = [
    path("", views.papers, name="papers"),
    path("lambang/", views.emblem, name="emblem"),
    path("<uuid:uid>/", views.batch, name="batch"),
    path("<uuid:uid>/berkas/", views.batch_file, name="batch_file"),
    path("<uuid:uid>/hapus/", views.batch_remove, name="batch_remove"),
    path("<slug:kind>/<uuid:uid>/", views.paper, name="paper"),
    path("<slug:kind>/<uuid:uid>/terbitkan/", views.paper_issue, name="paper_issue"),
    path("<slug:kind>/<uuid:uid>/pdf/", views.paper_file, name="paper_file"),
    path("<slug:kind>/<uuid:uid>/tanda-tangan/", views.paper_sign, name="paper_sign"),
]
