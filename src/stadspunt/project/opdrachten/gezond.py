"""`stadspunt gezond`: ask a running StadsPunt whether it is ready (for people, and for containers)."""

import json
import urllib.error
import urllib.request
from typing import Any

from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.opstart.omgeving import Omgeving


def run(omgeving: Omgeving) -> int:
    """Print the state of each part; returns 0 when all are well."""
    adres = f"http://{omgeving.bereikbaar}/klaar"
    verzoek = urllib.request.Request(adres, headers={"Host": "localhost"})
    try:
        with urllib.request.urlopen(verzoek, timeout=10) as antwoord:  # noqa: S310
            uitkomst: dict[str, Any] = json.load(antwoord)
    except urllib.error.HTTPError as fout:
        uitkomst = _read_weigering(fout)
    except OSError:
        raise OpstartError(f"Op {omgeving.bereikbaar} draait geen StadsPunt. Start het met: ./stadspunt start") from None
    for naam, staat in uitkomst["onderdelen"].items():
        print(f"{naam:12} {staat}")
    print("klaar voor het werk" if uitkomst["klaar"] else "nog niet klaar voor het werk")
    return 0 if uitkomst["klaar"] else 1


def _read_weigering(fout: urllib.error.HTTPError) -> dict[str, Any]:
    try:
        uitkomst: dict[str, Any] = json.load(fout)
    except ValueError:
        uitkomst = {}
    if "onderdelen" not in uitkomst:
        raise OpstartError("Op dit adres antwoordt iets anders dan StadsPunt, of het is nog bezig met starten.") from None
    return uitkomst
