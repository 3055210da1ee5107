"""Passkeys on a page: for which site they hold, and what the browser is asked."""

import ipaddress
from typing import Any

from django.http import HttpRequest

from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.passkeys import Plek, ask_passkey


def find_plek(verzoek: HttpRequest) -> Plek | None:
    """Return the site of this request, or None when it has no name: browsers make no passkey for a bare number (127.0.0.1)."""
    host = verzoek.get_host().rpartition(":")[0] or verzoek.get_host()
    host = host if ":" in verzoek.get_host() else verzoek.get_host()
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return Plek(host, f"{verzoek.scheme}://{verzoek.get_host()}")
    return None


def build_vraag(verzoek: HttpRequest, raadpleging: Raadpleging, account_id: int | None = None) -> dict[str, Any]:
    """Return what the template needs to offer a passkey; nothing where that cannot work."""
    plek = find_plek(verzoek)
    return {"passkeyvraag": ask_passkey(raadpleging, plek, account_id) if plek else None}
