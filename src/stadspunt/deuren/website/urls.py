"""Addresses of the public site; the English pages stand under /en/.

Where one house answers for several municipalities, each has the same pages under /gemeente/<naam>/.
"""

from django.urls import path

from stadspunt.deuren.website.contact import bedankt, contact
from stadspunt.deuren.website.paginas import privacy, security_txt, toegankelijkheid
from stadspunt.deuren.website.start import start

app_name = "website"
urlpatterns = [
    path(f"{voor}{pad}", pagina, name=naam)
    for voor in ("", "gemeente/<slug:gemeente>/")
    for naam, pad, pagina in (
        ("start", "", start),
        ("contact", "contact/", contact),
        ("bedankt", "contact/bedankt/<uuid:ontvangst>/", bedankt),
        ("toegankelijkheid", "toegankelijkheid/", toegankelijkheid),
        ("privacy", "privacy/", privacy),
    )
]
urlpatterns += [path(".well-known/security.txt", security_txt, name="security_txt")]
