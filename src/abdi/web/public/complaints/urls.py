"""Saying what went wrong, and following what becomes of it."""

from django.urls import path

from abdi.web.public.complaints import published, views

urlpatterns = [
    path("", views.complaint, name="complaint"),
    path("peta/", views.complaint_map, name="complaint_map"),
    path("publik/", published.complaints, name="complaints"),
    path("publik/<str:number>/", published.complaint_public, name="complaint_public"),
    path("publik/<str:number>/foto/<int:photo>/", published.photo, name="complaint_public_photo"),
    path("statistik/", published.statistics, name="complaint_statistics"),
    path("<slug:code>/", views.track, name="complaint_track"),
    path("<slug:code>/tanda-terima/", views.receipt, name="complaint_receipt"),
    path("<slug:code>/tanda-terima/pdf/", views.receipt_pdf, name="complaint_receipt_pdf"),
    path("<slug:code>/foto/<int:photo>/", views.photo, name="complaint_photo"),
    path("<slug:code>/tambah/", views.add, name="complaint_add"),
    path("<slug:code>/selesai/", views.confirm, name="complaint_confirm"),
    path("<slug:code>/buka-kembali/", views.reopen, name="complaint_reopen"),
    path("<slug:code>/cabut/", views.withdraw, name="complaint_withdraw"),
    path("<slug:code>/eskalasi/", views.escalate, name="complaint_escalate"),
]
