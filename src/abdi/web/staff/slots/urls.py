"""Times that can be booked."""

from django.urls import path

from abdi.web.staff.slots import views

urlpatterns = [
    path("", views.slots, name="slots"),
    path("baru/", views.slot_new, name="slot_new"),
    path("<uuid:uid>/akhiri/", views.slot_end, name="slot_end"),
]
