"""Being heard before it is decided."""

from django.urls import path

from abdi.web.public.citizens.things import SECTIONS
from abdi.web.public.consultation import mine, speaking, views

SECTIONS += [mine.said, mine.supported]

urlpatterns = [
    path("", views.topics, name="consultation"),
    path("belum-dijawab/", views.late, name="consultation_late"),
    path("catatan-moderasi/", views.log, name="consultation_log"),
    path("unduh/<slug:kind>/", views.export, name="consultation_export"),
    path("ungkapan/<uuid:uid>/lapor/", speaking.report, name="consultation_report"),
    path("ungkapan/<uuid:uid>/keberatan/", speaking.appeal, name="consultation_appeal"),
    path("<uuid:uid>/", views.topic, name="consultation_topic"),
    path("<uuid:uid>/unduh/<slug:kind>/", views.topic_export, name="consultation_topic_export"),
    path("<uuid:uid>/usul/", speaking.propose, name="consultation_propose"),
    path("<uuid:uid>/<int:number>/", views.proposal, name="consultation_proposal"),
    path("<uuid:uid>/<int:number>/riwayat/", views.history, name="consultation_history"),
    path("<uuid:uid>/<int:number>/ubah/", speaking.reword, name="consultation_reword"),
    path("<uuid:uid>/<int:number>/tarik/", speaking.withdraw, name="consultation_withdraw"),
    path("<uuid:uid>/<int:number>/dukung/", speaking.support, name="consultation_support"),
    path("<uuid:uid>/<int:number>/batal-dukung/", speaking.unsupport, name="consultation_unsupport"),
    path("<uuid:uid>/<int:number>/tanggapi/", speaking.comment, name="consultation_comment"),
]
