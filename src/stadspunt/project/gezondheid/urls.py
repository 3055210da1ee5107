"""The addresses for machines; without a slash at the end, as monitors ask for them."""

from django.urls import path

from stadspunt.project.gezondheid import views

app_name = "gezondheid"
urlpatterns = [
    path("gezond", views.gezond, name="gezond"),
    path("klaar", views.klaar, name="klaar"),
    path("toestand", views.toestand, name="toestand"),
    path("metrics", views.metrics, name="metrics"),
]
