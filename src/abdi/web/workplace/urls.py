"""The workplace: my promise, my team, my evidence."""

from django.urls import include, path

from abdi.web.workplace import views
from abdi.web.workplace.judging import views as judging
from abdi.web.workplace.plans import views as plans

app_name = "workplace"

urlpatterns = [
    path("", views.start, name="start"),
    path("semua/", views.everything, name="everything"),
    path("skp/", plans.skp_list, name="skp_list"),
    path("skp/baru/", plans.skp_new, name="skp_new"),
    path("skp/<uuid:uid>/", plans.skp_detail, name="skp_detail"),
    path("skp/<uuid:uid>/pdf/", plans.skp_paper, name="skp_paper"),
    path("skp/<uuid:uid>/rhk/", plans.rhk_add, name="rhk_add"),
    path("skp/<uuid:uid>/ekspektasi/", plans.ekspektasi, name="ekspektasi"),
    path("skp/<uuid:uid>/lampiran/", plans.annex, name="annex"),
    path("skp/<uuid:uid>/ajukan/", plans.submit, name="skp_submit"),
    path("skp/<uuid:uid>/kembalikan/", plans.give_back, name="skp_return"),
    path("skp/<uuid:uid>/sepakati/", plans.agree, name="skp_agree"),
    path("skp/<uuid:uid>/buka-kembali/", plans.reopen, name="skp_reopen"),
    path("rhk/<uuid:uid>/hapus/", plans.rhk_remove, name="rhk_remove"),
    path("rhk/<uuid:uid>/ubah/", plans.rhk_change, name="rhk_change"),
    path("rhk/<uuid:uid>/iki/", plans.iki_add, name="iki_add"),
    path("iki/<uuid:uid>/ubah/", plans.iki_change, name="iki_change"),
    path("iki/<uuid:uid>/hapus/", plans.iki_remove, name="iki_remove"),
    path("nilai/", judging.team, name="team"),
    path("nilai/<uuid:uid>/buka/", judging.open_evaluation, name="evaluation_open"),
    path("evaluasi/<uuid:uid>/", judging.evaluation, name="evaluation"),
    path("evaluasi/<uuid:uid>/ukur/", judging.measure_again, name="measure_again"),
    path("evaluasi/<uuid:uid>/realisasi/<uuid:iki>/", judging.report, name="report"),
    path("evaluasi/<uuid:uid>/umpan-balik/", judging.feedback, name="feedback"),
    path("evaluasi/<uuid:uid>/rating/", judging.rate, name="rate"),
    path("evaluasi/<uuid:uid>/pdf/", judging.paper, name="evaluation_paper"),
    path("evaluasi/<uuid:uid>/dokumen/", judging.summary_paper, name="summary_paper"),
    path("ukuran/<uuid:uid>/", judging.why, name="why"),
    path("perpustakaan/", include("abdi.web.workplace.library.urls")),
    path("matriks/", include("abdi.web.workplace.matrix.urls")),
    path("tahun/", include("abdi.web.workplace.year.urls")),
    path("progres/", include("abdi.web.workplace.progress.urls")),
    path("kunjungan/", include("abdi.web.workplace.visits.urls")),
    path("dialog/", include("abdi.web.workplace.dialogue.urls")),
    path("kata-warga/", include("abdi.web.workplace.words.urls")),
    path("kalibrasi/", include("abdi.web.workplace.calibration.urls")),
    path("keberatan/", include("abdi.web.workplace.objection.urls")),
    path("dokumen/", include("abdi.web.workplace.papers.urls")),
    path("langkah-pertama/", include("abdi.web.workplace.onboarding.urls")),
]
