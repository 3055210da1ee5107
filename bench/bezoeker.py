"""An employee with a browser, as small as can be: cookies, forms, no rendering."""

import gzip
import http.client
import time
from html.parser import HTMLParser
from urllib.parse import urlencode


class Formulier(HTMLParser):
    """The fields of a page with the values that a browser would send."""

    def __init__(self, pagina: str) -> None:
        super().__init__()
        self.velden: dict[str, str] = {}
        self._tekstvak = ""
        self._keuzelijst = ""
        self.feed(pagina)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        bij = dict(attrs)
        naam = bij.get("name") or ""
        if tag == "textarea":
            self._tekstvak = naam
            self.velden[naam] = ""
        elif tag == "select":
            self._keuzelijst = naam
        elif tag == "option" and self._keuzelijst and ("selected" in bij or self._keuzelijst not in self.velden):
            self.velden[self._keuzelijst] = bij.get("value") or ""
        elif tag == "input" and naam and (bij.get("type") not in ("radio", "checkbox") or "checked" in bij):
            self.velden[naam] = bij.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._tekstvak = ""
        elif tag == "select":
            self._keuzelijst = ""

    def handle_data(self, data: str) -> None:
        if self._tekstvak:
            self.velden[self._tekstvak] += data


class Bezoeker:
    """One browser on one connection; keeps how many milliseconds each kind of page took, seen from outside."""

    def __init__(self, poort: int, duren: dict[str, list[float]]) -> None:
        self.poort, self.duren = poort, duren
        self.koekjes: dict[str, str] = {}
        self.groottes: dict[str, int] = {}
        self.verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=60)

    def sign_in(self, login: str, wachtwoord: str) -> None:
        """Sign in by the form."""
        velden = Formulier(self.get("", "/aanmelden/")).velden
        self.post("", "/aanmelden/", velden | {"login": login, "wachtwoord": wachtwoord})
        if "sessionid" not in " ".join(self.koekjes):
            raise SystemExit(f"{login} kan niet aanmelden")

    def get(self, soort: str, adres: str, volg: int = 3) -> str:
        """Return a page."""
        return self._ask(soort, "GET", adres, None, {}, volg)

    def post(self, soort: str, adres: str, velden: dict[str, str], *, htmx: bool = False) -> str:
        """Send a form and return what comes back."""
        koppen = {"Content-Type": "application/x-www-form-urlencoded"} | ({"HX-Request": "true"} if htmx else {})
        return self._ask(soort, "POST", adres, urlencode(velden).encode(), koppen, 3)

    def _ask(self, soort: str, methode: str, adres: str, lijf: bytes | None, koppen: dict[str, str], volg: int) -> str:
        alle = koppen | {
            "Cookie": "; ".join(f"{naam}={waarde}" for naam, waarde in self.koekjes.items()),
            "Accept-Encoding": "gzip",
            "Referer": f"http://127.0.0.1:{self.poort}/",
            "Host": f"127.0.0.1:{self.poort}",
        }
        begin = time.perf_counter()
        self.verbinding.request(methode, adres, lijf, alle)
        antwoord = self.verbinding.getresponse()
        inhoud = antwoord.read()
        duur = 1000 * (time.perf_counter() - begin)
        if soort:
            self.duren.setdefault(soort, []).append(duur)
            self.groottes[soort] = max(self.groottes.get(soort, 0), len(inhoud))
        for kop in antwoord.headers.get_all("Set-Cookie") or ():
            naam, _, rest = kop.partition("=")
            self.koekjes[naam] = rest.partition(";")[0]
        naar = antwoord.headers.get("Location") or antwoord.headers.get("HX-Redirect")
        if naar and volg and antwoord.status < 400:
            return self._ask(soort, "GET", naar, None, {}, volg - 1)
        if antwoord.status >= 400:
            raise RuntimeError(f"{methode} {adres}: {antwoord.status}")
        return (gzip.decompress(inhoud) if antwoord.headers.get("Content-Encoding") == "gzip" else inhoud).decode()
