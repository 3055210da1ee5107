"""From a request to where it comes from: the device in plain words, the network without its last part."""

import ipaddress
import re

from django.http import HttpRequest

from stadspunt.fundament.toegang.logboek import Herkomst

# In order: the first that fits. Edge says that it is Chrome too, and Chrome that it is Safari.
_BROWSERS = (
    ("Edge", r"\bEdgA?/|\bEdgiOS/"),
    ("Opera", r"\bOPR/"),
    ("Samsung Internet", r"SamsungBrowser/"),
    ("Firefox", r"\bFirefox/|\bFxiOS/"),
    ("Chrome", r"Chrome/|\bCriOS/|\bChromium/"),
    ("Safari", r"\bSafari/"),
)
_SYSTEMEN = (
    ("een iPhone", r"iPhone"),
    ("een iPad", r"iPad"),
    ("Android", r"Android"),
    ("Windows", r"Windows"),
    ("een Chromebook", r"CrOS"),
    ("een Mac", r"Macintosh|Mac OS X"),
    ("Linux", r"Linux|X11"),
)


def name_apparaat(user_agent: str) -> str:
    """Return what somebody would call this browser: 'Firefox op Windows', or 'Onbekend apparaat'."""
    browser = next((naam for naam, patroon in _BROWSERS if re.search(patroon, user_agent)), "")
    systeem = next((naam for naam, patroon in _SYSTEMEN if re.search(patroon, user_agent)), "")
    if not systeem:
        return browser or "Onbekend apparaat"
    return f"{browser or 'Een browser'} op {systeem}"


def shorten_adres(adres: str) -> str:
    """Return the network of an address: enough to see that it was another town, too little to point at a house."""
    try:
        gelezen = ipaddress.ip_address(adres)
    except ValueError:
        return ""
    if isinstance(gelezen, ipaddress.IPv6Address) and gelezen.ipv4_mapped:
        gelezen = gelezen.ipv4_mapped
    return str(ipaddress.ip_network(f"{gelezen}/{24 if gelezen.version == 4 else 48}", strict=False))


def to_herkomst(verzoek: HttpRequest) -> Herkomst:
    """Return where a request comes from."""
    adres = str(verzoek.META.get("REMOTE_ADDR", ""))
    return Herkomst(shorten_adres(adres), name_apparaat(verzoek.headers.get("user-agent", "")[:400]), _widen(adres))


def _widen(adres: str) -> str:
    """Return what counts as one place for the brake: of IPv6 the network of a household, which has more addresses than stars."""
    try:
        gelezen = ipaddress.ip_address(adres)
    except ValueError:
        return adres
    return adres if gelezen.version == 4 else str(ipaddress.ip_network(f"{adres}/64", strict=False))
