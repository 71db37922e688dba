"""Handing over, acknowledging and objecting."""

from django.urls import path

from abdi.web.workplace.objection import views
from abdi.web.workplace.objection.contest import views as contest
from abdi.web.workplace.objection.recusal import views as recusal

urlpatterns = [
    path("", views.cards, name="report_cards"),
    path("menunggu/", views.waiting, name="objection_waiting"),
    path("rapor/<uuid:uid>/", views.card, name="report_card"),
    path("rapor/<uuid:uid>/serahkan/", views.hand_over, name="hand_over"),
    path("rapor/<uuid:uid>/terima/", views.receive, name="receive"),
    path("rapor/<uuid:uid>/tandatangani/", views.sign, name="sign"),
    path("rapor/<uuid:uid>/tolak/", views.refuse, name="refuse_to_sign"),
    path("rapor/<uuid:uid>/tetapkan/", views.settle, name="settle"),
    path("rapor/<uuid:uid>/tanya/", views.ask, name="question_ask"),
    path("rapor/<uuid:uid>/ajukan/", views.keberatan_new, name="keberatan_new"),
    path("tanya/<uuid:uid>/jawab/", views.answer, name="question_answer"),
    path("benturan/<uuid:uid>/", recusal.conflict, name="conflict"),
    path("benturan/<uuid:uid>/putus/", recusal.decide, name="conflict_decide"),
    path("benturan/<uuid:uid>/cabut/", recusal.withdraw, name="conflict_withdraw"),
    path("skp/<uuid:uid>/benturan/", recusal.conflict_new, name="conflict_new"),
    path("skp/<uuid:uid>/pemutus/", recusal.reviewer, name="reviewer"),
    path("fakta/<uuid:uid>/<int:fact>/", contest.contest_new, name="contest_new"),
    path("data/<uuid:uid>/", contest.contest, name="contest"),
    path("data/<uuid:uid>/periksa/", contest.check, name="contest_check"),
    path("data/<uuid:uid>/tarik/", contest.withdraw, name="contest_withdraw"),
    path("<uuid:uid>/", views.keberatan, name="keberatan"),
    path("<uuid:uid>/jelaskan/", views.explain, name="keberatan_explain"),
    path("<uuid:uid>/putus/", views.decide, name="keberatan_decide"),
    path("<uuid:uid>/tarik/", views.withdraw, name="keberatan_withdraw"),
    path("<uuid:uid>/lampiran/", views.attachment, name="keberatan_attachment"),
]
