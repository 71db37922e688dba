"""Topics, moderation and official answers."""

from django.urls import path

from abdi.web.staff.consultation import answering, moderating, views

urlpatterns = [
    path("", views.topics, name="consultation"),
    path("baru/", views.topic_new, name="consultation_new"),
    path("unduh/", answering.export, name="consultation_export"),
    path("moderasi/", moderating.queue, name="consultation_moderation"),
    path("jawaban/", answering.answers, name="consultation_answers"),
    path("<uuid:uid>/", views.topic, name="consultation_topic"),
    path("<uuid:uid>/ubah/", views.topic_change, name="consultation_change"),
    path("<uuid:uid>/terbit/", views.topic_publish, name="consultation_publish"),
    path("<uuid:uid>/tutup/", views.topic_close, name="consultation_close"),
    path("ungkapan/<uuid:uid>/jawab/", answering.answer, name="consultation_answer"),
    path("ungkapan/<uuid:uid>/kemajuan/", answering.progress, name="consultation_progress"),
    path("ungkapan/<uuid:uid>/tanggapi/", answering.comment, name="consultation_comment"),
    path("ungkapan/<uuid:uid>/periksa/", moderating.moderate, name="consultation_moderate"),
    path("ungkapan/<uuid:uid>/putuskan/", moderating.weigh, name="consultation_weigh"),
    path("akun/<uuid:uid>/buka/", moderating.restore, name="consultation_restore"),
    path("ungkapan/<uuid:uid>/hentikan/", moderating.stop, name="consultation_stop"),
]
