"""Pages that every site of a municipality must have."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse, HttpResponseBase

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.website.gemeente import find_plek
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm


@scherm(doel=Doel.VRAAG_STELLEN, openbaar=True)
def toegankelijkheid(verzoek: Verzoek, gemeente: str = "") -> HttpResponseBase:
    """Show how accessible this site is and where to say that it is not."""
    return toon(verzoek, "website/toegankelijkheid.html", {})


@scherm(doel=Doel.VRAAG_STELLEN, openbaar=True)
def privacy(verzoek: Verzoek, gemeente: str = "") -> HttpResponseBase:
    """Show what happens with what a resident fills in."""
    return toon(verzoek, "website/privacy.html", {})


@scherm(doel=Doel.VRAAG_STELLEN, openbaar=True)
def security_txt(verzoek: Verzoek) -> HttpResponseBase:
    """Tell who finds a hole where to report it (RFC 9116)."""
    plek = find_plek(verzoek)
    gemeente = plek.gemeente or next(iter(plek.gemeenten), None)
    adres = f"security@{gemeente.maildomein}" if gemeente else "security@localhost"
    # The standard advises less than a year; thirty days from now is always true for who reads it.
    verloopt = (verzoek.raadpleging.moment + timedelta(days=30)).strftime("%Y-%m-%dT%H:%M:%SZ")
    regels = (
        f"Contact: mailto:{adres}",
        f"Expires: {verloopt}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.STADSPUNT_ADRES}/.well-known/security.txt",
    )
    return HttpResponse("\n".join(regels) + "\n", content_type="text/plain; charset=utf-8")
