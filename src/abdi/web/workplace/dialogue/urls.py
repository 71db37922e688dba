"""Talking about the work: dialogues, feedback, the closed survey, coaching."""

from django.urls import path

from abdi.web.workplace.dialogue.coaching import views as coaching
from abdi.web.workplace.dialogue.feedback import views as feedback
from abdi.web.workplace.dialogue.surveys import views as surveys
from abdi.web.workplace.dialogue.talks import views as talks

urlpatterns = [
    path("", talks.dialogues, name="dialogues"),
    path("tim/", talks.team, name="dialogue_team"),
    path("baru/", talks.plan, name="dialogue_new"),
    path("<uuid:uid>/", talks.dialogue, name="dialogue"),
    path("<uuid:uid>/ics/", talks.calendar, name="dialogue_calendar"),
    path("<uuid:uid>/hasil/", talks.hold, name="dialogue_hold"),
    path("<uuid:uid>/benarkan/", talks.confirm, name="dialogue_confirm"),
    path("<uuid:uid>/batalkan/", talks.cancel, name="dialogue_cancel"),
    path("tindakan/<uuid:uid>/selesai/", talks.complete, name="agreed_complete"),
    path("umpan-balik/", feedback.mine, name="feedback_mine"),
    path("umpan-balik/beri/", feedback.give, name="feedback_give"),
    path("umpan-balik/minta/", feedback.ask, name="feedback_ask"),
    path("survei/", surveys.surveys, name="surveys"),
    path("survei/baru/", surveys.propose, name="survey_new"),
    path("survei/<uuid:uid>/", surveys.survey, name="survey"),
    path("survei/<uuid:uid>/penanggap/", surveys.confirm, name="survey_confirm"),
    path("survei/<uuid:uid>/jawab/", surveys.answer, name="survey_answer"),
    path("survei/<uuid:uid>/tutup/", surveys.close, name="survey_close"),
    path("bimbingan/", coaching.sessions, name="sessions"),
    path("bimbingan/baru/", coaching.record, name="session_new"),
    path("bimbingan/<uuid:uid>/", coaching.session, name="session"),
    path("bimbingan/<uuid:uid>/b18/", coaching.feedback, name="session_feedback"),
    path("bimbingan/<uuid:uid>/b18/pdf/", coaching.feedback_paper, name="session_feedback_paper"),
    path("bimbingan/<uuid:uid>/b19/", coaching.competencies, name="session_competencies"),
    path("bimbingan/<uuid:uid>/b19/pdf/", coaching.competencies_paper, name="session_competencies_paper"),
]
