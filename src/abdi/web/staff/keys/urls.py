"""Keys of other systems."""

from django.urls import path

from abdi.web.staff.keys import views

urlpatterns = [
    path("", views.keys, name="keys"),
    path("baru/", views.key_new, name="key_new"),
    path("<uuid:uid>/cabut/", views.key_withdraw, name="key_withdraw"),
]
