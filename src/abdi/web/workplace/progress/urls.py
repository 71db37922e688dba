"""What was done, day by day. `pekerja.js` lies here so that the service worker reaches no other page."""

from django.urls import path

from abdi.web.workplace.progress import views
from abdi.web.workplace.progress.action_plan import views as action_plan
from abdi.web.workplace.progress.approving import views as approving
from abdi.web.workplace.progress.device import views as device
from abdi.web.workplace.progress.evidence import views as evidence

urlpatterns = [
    path("", views.day, name="progress"),
    path("pekan/", views.week, name="progress_week"),
    path("sahkan/", views.confirm, name="progress_confirm"),
    path("kirim/", device.send, name="progress_send"),
    path("tanda/", device.token, name="progress_token"),
    path("pekerja.js", device.worker, name="progress_worker"),
    path("persetujuan/", approving.waiting, name="progress_waiting"),
    path("pengaturan/", approving.windows, name="progress_windows"),
    path("<uuid:uid>/", views.entry, name="progress_entry"),
    path("<uuid:uid>/tarik/", views.withdraw, name="progress_withdraw"),
    path("<uuid:uid>/kembalikan/", approving.give_back, name="progress_return"),
    path("<uuid:uid>/bukti/", evidence.support, name="progress_support"),
    path("bukti-realisasi/<uuid:uid>/", evidence.realisation, name="realisation_evidence"),
    path("bukti/<uuid:uid>/", evidence.show, name="evidence"),
    path("bukti/<uuid:uid>/lepas/", evidence.remove, name="evidence_remove"),
    path("rencana-aksi/<uuid:uid>/", action_plan.plan, name="action_plan"),
    path("rencana-aksi/<uuid:uid>/pdf/", action_plan.paper, name="action_plan_paper"),
    path("rencana-aksi/baris/<uuid:uid>/", action_plan.report, name="action_report"),
    path("rencana-aksi/baris/<uuid:uid>/hapus/", action_plan.remove, name="action_remove"),
]
