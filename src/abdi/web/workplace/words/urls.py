"""What citizens said to an officer, and his answer."""

from django.urls import path

from abdi.web.workplace.words import views

urlpatterns = [
    path("", views.words, name="words"),
    path("<uuid:uid>/", views.reply, name="word_reply"),
]
