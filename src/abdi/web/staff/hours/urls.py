"""Opening hours and special days."""

from django.urls import path

from abdi.web.staff.hours import views

urlpatterns = [
    path("", views.hours, name="hours"),
    path("<uuid:uid>/", views.unit_hours, name="unit_hours"),
    path("<uuid:uid>/minggu/", views.schedule_new, name="schedule_new"),
    path("<uuid:uid>/hari/", views.special_day_new, name="special_day_new"),
    path("minggu/<uuid:uid>/akhiri/", views.schedule_end, name="schedule_end"),
    path("hari/<uuid:uid>/hapus/", views.special_day_clear, name="special_day_clear"),
]
