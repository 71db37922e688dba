"""What an instansi's administration keeps: its people, units, services, periods, and the trail of what was done."""

from django.urls import include, path

from abdi.web.staff import views
from abdi.web.staff.agencies import views as agencies
from abdi.web.staff.employment import views as employment
from abdi.web.staff.outages import views as outages
from abdi.web.staff.parameters import views as parameters
from abdi.web.staff.periods import views as periods
from abdi.web.staff.units import views as units

app_name = "staff"

urlpatterns = [
    path("", views.start, name="start"),
    path("pegawai/", views.employees, name="employees"),
    path("pegawai/impor/", views.import_new, name="import"),
    path("pegawai/impor/templat/", views.import_table, name="import_template"),
    path("pegawai/impor/<uuid:uid>/", views.import_preview, name="import_preview"),
    path("pegawai/baru/", employment.employee_new, name="employee_new"),
    path("pegawai/<uuid:uid>/", views.employee, name="employee"),
    path("pegawai/<uuid:uid>/ubah/", employment.employee_change, name="employee_change"),
    path("pegawai/<uuid:uid>/penempatan/", employment.placement_new, name="placement_new"),
    path("pegawai/<uuid:uid>/penilai/", employment.assessor_new, name="assessor_new"),
    path("pegawai/<uuid:uid>/akun/", employment.sign_in_new, name="sign_in_new"),
    path("pegawai/<uuid:uid>/sandi/", employment.password_new, name="password_new"),
    path("pegawai/<uuid:uid>/kunci/", employment.sign_in_lock, name="sign_in_lock"),
    path("pegawai/<uuid:uid>/buka/", employment.sign_in_unlock, name="sign_in_unlock"),
    path("pegawai/<uuid:uid>/peran/", employment.role_new, name="role_new"),
    path("pegawai/penempatan/<uuid:uid>/akhiri/", employment.placement_end, name="placement_end"),
    path("pegawai/penilai/<uuid:uid>/akhiri/", employment.assessor_end, name="assessor_end"),
    path("pegawai/peran/<uuid:uid>/akhiri/", employment.role_end, name="role_end"),
    path("unit/", units.units, name="units"),
    path("unit/baru/", units.unit_new, name="unit_new"),
    path("unit/<uuid:uid>/", units.unit_change, name="unit_change"),
    path("layanan/", units.layanan, name="layanan"),
    path("layanan/baru/", units.layanan_new, name="layanan_new"),
    path("layanan/<uuid:uid>/", units.layanan_change, name="layanan_change"),
    path("periode/", periods.periods, name="periods"),
    path("periode/baru/", periods.period_new, name="period_new"),
    path("periode/tahun/", periods.year_open, name="year_open"),
    path("ketentuan/", parameters.settable, name="parameters"),
    path("ketentuan/<path:path>/kembali/", parameters.parameter_lift, name="parameter_lift"),
    path("ketentuan/<path:path>/", parameters.parameter_set, name="parameter_set"),
    path("gangguan/", outages.outages, name="outages"),
    path("gangguan/baru/", outages.outage_new, name="outage_new"),
    path("gangguan/<uuid:uid>/akhiri/", outages.outage_end, name="outage_end"),
    path("standar/", include("abdi.web.staff.standards.urls")),
    path("jam/", include("abdi.web.staff.hours.urls")),
    path("antrean/", include("abdi.web.staff.queue.urls")),
    path("perangkat/", include("abdi.web.staff.devices.urls")),
    path("sesi/", include("abdi.web.staff.slots.urls")),
    path("survei/", include("abdi.web.staff.surveys.urls")),
    path("aduan/", include("abdi.web.staff.complaints.urls")),
    path("konsultasi/", include("abdi.web.staff.consultation.urls")),
    path("forum/", include("abdi.web.staff.forums.urls")),
    path("proyek/", include("abdi.web.staff.projects.urls")),
    path("wilayah/", include("abdi.web.staff.areas.urls")),
    path("kunci/", include("abdi.web.staff.keys.urls")),
    path("audit/", views.audit, name="audit"),
    path("instansi/", agencies.agencies, name="agencies"),
    path("instansi-baru/", agencies.agency_new, name="agency_new"),
    path("instansi/<slug:code>/", agencies.agency_change, name="agency_change"),
    path("instansi/<slug:code>/bekerja/", agencies.agency_enter, name="agency_enter"),
]
