"""What an instansi's administration keeps: its people, and the trail of what was done."""

from django.urls import path

from abdi.web.staff import views

app_name = "staff"

urlpatterns = [
    path("", views.start, name="start"),
    path("pegawai/", views.employees, name="employees"),
    path("pegawai/impor/", views.import_new, name="import"),
    path("pegawai/impor/templat/", views.import_table, name="import_template"),
    path("pegawai/impor/<uuid:uid>/", views.import_preview, name="import_preview"),
    path("pegawai/<uuid:uid>/", views.employee, name="employee"),
    path("audit/", views.audit, name="audit"),
]
