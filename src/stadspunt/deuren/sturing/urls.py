"""Addresses of the dashboard."""

from django.urls import path

from stadspunt.deuren.sturing.dashboard import dashboard
from stadspunt.deuren.sturing.lijst import lijst

app_name = "sturing"
urlpatterns = [
    path("", dashboard, name="dashboard"),
    path("cijfers/<slug:cijfer>/", lijst, name="lijst"),
]
