"""The year of plans: versions, copies, many at once, who is late."""

from django.urls import path

from abdi.web.workplace.year import views
from abdi.web.workplace.year.changes import views as changes

urlpatterns = [
    path("belum/", views.chase, name="year_chase"),
    path("belum/ingatkan/", views.chase_remind, name="year_remind"),
    path("banyak/", views.many_at_once, name="year_many"),
    path("skp/<uuid:uid>/versi/", changes.versions, name="skp_versions"),
    path("skp/<uuid:uid>/versi/<int:number>/pdf/", changes.version_paper, name="skp_version_paper"),
    path("skp/<uuid:uid>/salin/", changes.copy, name="skp_copy"),
    path("skp/<uuid:uid>/pindah/", changes.split, name="skp_split"),
    path("pegawai/<uuid:uid>/keadaan/", changes.absences_of, name="year_absences"),
    path("keadaan/<uuid:uid>/akhiri/", changes.absence_end, name="absence_end"),
]
