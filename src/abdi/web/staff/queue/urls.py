"""Number lines, counters and boards of a unit."""

from django.urls import path

from abdi.web.staff.queue import views

urlpatterns = [
    path("", views.queue, name="queue"),
    path("baris/baru/", views.pool_new, name="pool_new"),
    path("baris/<uuid:uid>/", views.pool_change, name="pool_change"),
    path("loket/baru/", views.counter_new, name="counter_new"),
    path("loket/<uuid:uid>/", views.counter_change, name="counter_change"),
    path("papan/baru/", views.board_new, name="board_new"),
    path("papan/<uuid:uid>/", views.board_change, name="board_change"),
    path("harian/<uuid:uid>/", views.running_list, name="queue_day"),
    path("nomor/<uuid:uid>/betulkan/", views.put_right, name="queue_undo"),
]
