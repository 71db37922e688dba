"""The display in the waiting room."""

from django.urls import path

from abdi.web.public.boards import views

urlpatterns = [
    path("<slug:code>/", views.board, name="board"),
    path("<slug:code>/siaran/", views.stream, name="board_stream"),
]
