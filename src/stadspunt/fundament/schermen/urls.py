"""The addresses of the style guide; the project hangs them under /stijl/."""

from django.urls import path

from stadspunt.fundament.schermen import stijl

app_name = "stijl"
urlpatterns = [
    path("", stijl.stijl, name="stijl"),
    path("publiek/", stijl.publiek, name="publiek"),
    path("kaal/", stijl.kaal, name="kaal"),
    path("dialoog/", stijl.dialoog, name="dialoog"),
]
