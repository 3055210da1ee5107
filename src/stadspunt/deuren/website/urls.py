"""Addresses of the public site; the English pages stand under /en/."""

from django.urls import path

from stadspunt.deuren.website.contact import bedankt, contact
from stadspunt.deuren.website.paginas import privacy, security_txt, toegankelijkheid
from stadspunt.deuren.website.start import start

app_name = "website"
urlpatterns = [
    path("", start, name="start"),
    path("contact/", contact, name="contact"),
    path("contact/bedankt/<uuid:ontvangst>/", bedankt, name="bedankt"),
    path("toegankelijkheid/", toegankelijkheid, name="toegankelijkheid"),
    path("privacy/", privacy, name="privacy"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
]
