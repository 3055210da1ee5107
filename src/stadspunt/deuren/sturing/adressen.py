"""The addresses of the lists behind the figures."""

from urllib.parse import urlencode

from django.urls import reverse

from stadspunt.sturing.stuurinformatie.rules import Cijfer


def build_lijst_url(cijfer: Cijfer, **deel: object) -> str:
    """Return the address of the list behind `cijfer`, or of a part of it (kanaal=3, team=2, status="nieuw")."""
    adres = reverse("sturing:lijst", args=[cijfer.value])
    gekozen = {naam: str(waarde) for naam, waarde in deel.items() if waarde is not None}
    return f"{adres}?{urlencode(gekozen)}" if gekozen else adres
