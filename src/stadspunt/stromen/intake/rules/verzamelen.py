"""Walks the parts of a message and sorts them: what is read, what is attached, what is a report."""

import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote_to_bytes

from stadspunt.stromen.intake.rules import grenzen
from stadspunt.stromen.intake.rules.bijlagen import make_bijlage
from stadspunt.stromen.intake.rules.cms import find_ondertekende_inhoud, find_samengeperste_inhoud, is_ondertekend
from stadspunt.stromen.intake.rules.codering import decode_base64, split_uuencode
from stadspunt.stromen.intake.rules.kopregels import read_kopregels
from stadspunt.stromen.intake.rules.kopwaarden import decode_koptekst, parse_ids
from stadspunt.stromen.intake.rules.mailbericht import Bijlage, Ondertekening, Rapport, Uitnodiging
from stadspunt.stromen.intake.rules.ontleden import Deel, parse_deel
from stadspunt.stromen.intake.rules.platte_tekst import is_eigenlijk_html, is_eigenlijk_plat, strip_pgp, to_html, unflow
from stadspunt.stromen.intake.rules.rtf import read_rtf
from stadspunt.stromen.intake.rules.tekens import decode_tekst
from stadspunt.stromen.intake.rules.uitnodiging import parse_uitnodiging
from stadspunt.stromen.intake.rules.waarschuwing import Waarschuwingen
from stadspunt.stromen.intake.rules.winmail import HANDTEKENING, read_winmail

VOLLEDIG: Final = "volledig-bericht"
"""The name of the attachment that holds a text too long to show."""

_OVERSLAAN: Final = frozenset(["application/applefile", "application/pgp-encrypted", "text/x-amp-html", "text/watch-html"])
_HANDTEKENINGEN: Final = {
    "application/pkcs7-signature": Ondertekening.SMIME,
    "application/x-pkcs7-signature": Ondertekening.SMIME,
    "application/pgp-signature": Ondertekening.PGP,
}
_TEKSTEN: Final = frozenset(["text/plain", "text/html", "text/enriched", "text/richtext", "text/markdown", "text/x-markdown"])
_VERRIJKT: Final = frozenset(["text/enriched", "text/richtext"])
_RTF: Final = frozenset(["text/rtf", "application/rtf", "application/x-rtf"])
# Every other kind of text is read as plain (RFC 2046, section 4.1.4), unless it is for programs.
_GEGEVENS: Final = re.compile(
    r"text/(?:(?:x-)?v?calendar|(?:x-)?vcard|x-vcalendar|directory|rtf|(?:.{0,40}[+-])?(?:xml|json)|csv|css|tab-separated-values"
    r"|(?:x-)?(?:java|ecma|vb)script|x-.{0,40}(?:script|src|code|log|diff|patch|sh|python)|rfc822-headers)"
)
_META_TEKENSET: Final = re.compile(rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([a-z0-9._:-]{1,40})", re.IGNORECASE)
_META_BYTES: Final = 4_096
_STIJL: Final = (re.compile(rb"<style\b", re.IGNORECASE), re.compile(rb"</style\s*>", re.IGNORECASE))
_DATA_BEELD: Final = re.compile(
    rb"""(src\s*=\s*["']?)data:(image/(?:png|jpe?g|gif|webp|bmp))(?:;[a-z0-9=-]{1,40}){0,3};base64,([A-Za-z0-9+/=\s%]*)""",
    re.IGNORECASE,
)
_BERICHTEN: Final = frozenset(["message/rfc822", "message/global", "message/news"])
_SMIME: Final = frozenset(["application/pkcs7-mime", "application/x-pkcs7-mime"])
_TNEF: Final = frozenset(["application/ms-tnef", "application/vnd.ms-tnef"])
_OCTETS: Final = "application/octet-stream"


@dataclass(slots=True)
class Tekstdeel:
    """One readable piece, in one or both forms."""

    plat: str = ""
    html: str = ""


@dataclass(slots=True)
class Verzameling:
    """Everything found so far.

    `gelooft_losse_rapporten`: a machine sent it, so that parts of a report count also outside a multipart/report. When a
    person sends such parts he forwards what he got, and they are attachments.
    """

    waarschuwingen: Waarschuwingen
    gelooft_losse_rapporten: bool = True
    teksten: list[Tekstdeel] = field(default_factory=list)
    bijlagen: list[Bijlage] = field(default_factory=list)
    locaties: dict[str, int] = field(default_factory=dict)
    uitnodigingen: list[Uitnodiging] = field(default_factory=list)
    bezorgstatus: list[bytes] = field(default_factory=list)
    teruggestuurd: list[bytes] = field(default_factory=list)
    rapport: Rapport | None = None
    getekend: Ondertekening | None = None
    versleuteld: Ondertekening | None = None
    stuknummer: str = ""
    _gelezen: int = 0
    _uit_te_pakken: int = grenzen.UITGEPAKT_BYTES

    def read(self, deel: Deel) -> None:
        """Sort one entity and all below it."""
        soort = deel.mediatype
        if soort.startswith("multipart/"):
            self._read_multipart(deel)
        elif soort in _HANDTEKENINGEN:
            self.getekend = _HANDTEKENINGEN[soort]
        elif soort in _OVERSLAAN:
            return
        elif _is_omhulsel(deel):
            self._read_omhulsel(deel)
        elif not self._read_rapport(deel):
            self._read_blad(deel)

    def add_bijlage(
        self, naam: str, soort: str, inhoud: bytes, *, cid: str = "", bron: str = "", onderwerp: str = ""
    ) -> int | None:
        """Keep an attachment and return its index, None when there are too many."""
        if len(self.bijlagen) >= grenzen.BIJLAGEN:
            self.waarschuwingen.add("bijlagen-weggelaten")
            return None
        nummer = len(self.bijlagen) + 1
        self.bijlagen.append(make_bijlage(naam, soort, inhoud, volgnummer=nummer, cid=cid, bron=bron, onderwerp=onderwerp))
        return nummer - 1

    def _read_multipart(self, deel: Deel) -> None:
        soort = deel.mediatype
        kinderen = deel.kinderen
        if soort == "multipart/alternative":
            self._read_alternatief(kinderen)
            return
        if soort == "multipart/encrypted":
            self._mark_versleuteld(Ondertekening.PGP)
            for kind in kinderen:
                if kind.mediatype != "application/pgp-encrypted":
                    self._attach(kind)
            return
        buiten = self.gelooft_losse_rapporten
        if soort == "multipart/report":
            self._note_rapport(deel.get_parameter("report-type").lower())
            self.gelooft_losse_rapporten = True
        for kind in kinderen:
            self.read(kind)
        self.gelooft_losse_rapporten = buiten

    def _read_alternatief(self, kinderen: list[Deel]) -> None:
        """Take the best plain text and the best HTML; the last of a kind is the richest (RFC 2046, section 5.1.4)."""
        buiten, beste = self.teksten, Tekstdeel()
        for kind in kinderen:
            self.teksten = []
            self.read(kind)
            plat = "\n\n".join(deel.plat for deel in self.teksten if deel.plat.strip())
            html = "\n".join(deel.html for deel in self.teksten if deel.html.strip())
            if html:
                beste.html = html
            if plat and not (html and beste.plat):
                beste.plat = plat
        self.teksten = buiten
        self.teksten.append(beste)

    def _read_omhulsel(self, deel: Deel) -> None:
        """Open what holds a whole message in one part, unless that is nested too deep."""
        if deel.diepte >= grenzen.DIEPTE:
            self.waarschuwingen.add("te-diep-genest")
            self._attach(deel)
        elif deel.mediatype == "message/partial":
            self._read_gedeeltelijk(deel)
        else:
            self._read_smime(deel)

    def _read_smime(self, deel: Deel) -> None:
        """Open signed and compressed content; what is encrypted or unreadable stays an attachment."""
        soort = deel.get_parameter("smime-type").lower()
        inhoud = deel.decode(self.waarschuwingen)
        binnen = find_ondertekende_inhoud(inhoud)
        if binnen is not None:
            self.getekend = Ondertekening.SMIME
        elif self._uit_te_pakken > 0:
            binnen = find_samengeperste_inhoud(inhoud, self._uit_te_pakken)
            self._uit_te_pakken -= len(binnen or b"")
        if binnen is not None:
            self.read(parse_deel(binnen, self.waarschuwingen, diepte=deel.diepte + 1))
            return
        if soort == "signed-data":
            self.getekend = Ondertekening.SMIME
            self.waarschuwingen.add("ondertekening-onleesbaar")
        elif soort not in ("certs-only", "compressed-data") and not is_ondertekend(inhoud):
            self._mark_versleuteld(Ondertekening.SMIME)
        self.add_bijlage(_get_naam(deel) or "smime.p7m", deel.mediatype, inhoud)

    def _read_gedeeltelijk(self, deel: Deel) -> None:
        """Read the first piece of a message that was sent in pieces (RFC 2046, section 5.2.2); another one is a file."""
        self.stuknummer = deel.get_parameter("number")[:10] or "?"
        self.waarschuwingen.add("bericht-in-stukken")
        if self.stuknummer == "1":
            self.read(parse_deel(deel.decode(self.waarschuwingen), self.waarschuwingen, diepte=deel.diepte + 1))
        else:
            self._attach(deel)

    def _read_rapport(self, deel: Deel) -> bool:
        """Take the machine-readable parts of a report (RFC 3464, RFC 8098, RFC 5965); True when it was one."""
        soort = deel.mediatype
        if not self.gelooft_losse_rapporten:
            return False
        if soort in ("message/delivery-status", "message/global-delivery-status"):
            self._note_rapport("delivery-status")
            self.bezorgstatus.append(deel.decode(self.waarschuwingen))
        elif soort in ("message/disposition-notification", "message/global-disposition-notification"):
            self._note_rapport("disposition-notification")
            self.teruggestuurd.append(deel.decode(self.waarschuwingen))
        elif soort == "message/feedback-report":
            self._note_rapport("feedback-report")
        elif soort in ("text/rfc822-headers", "message/rfc822-headers", "message/global-headers"):
            self.teruggestuurd.append(deel.decode(self.waarschuwingen))
        else:
            return False
        return True

    def _note_rapport(self, soort: str) -> None:
        gevonden = {
            "delivery-status": Rapport.BEZORGING,
            "disposition-notification": Rapport.LEESBEVESTIGING,
            "feedback-report": Rapport.MISBRUIK,
        }.get(soort)
        self.rapport = self.rapport or gevonden

    def _read_blad(self, deel: Deel) -> None:
        soort = deel.mediatype
        plaatsing, _ = deel.get_plaatsing()
        # A named text is a file, unless it is the first thing to read: some programs give the body a name.
        heeft_naam = bool(_get_naam(deel))
        is_los = plaatsing.startswith("attachment") or (bool(self.teksten) and heeft_naam)
        is_leestekst = soort in _TEKSTEN or (soort.startswith("text/") and not heeft_naam and not _GEGEVENS.fullmatch(soort))
        if is_leestekst and not is_los:
            self._read_tekst(deel)
        elif soort in _RTF and not is_los and not self.teksten:
            self._read_rtf(deel)
        elif soort in _TNEF or _get_naam(deel).lower() == "winmail.dat":
            self._read_winmail(deel)
        elif soort in ("text/calendar", "application/ics"):
            self._read_agenda(deel)
        else:
            self._attach(deel)

    def _read_tekst(self, deel: Deel) -> None:
        is_html = deel.mediatype == "text/html"
        if self._gelezen > (grenzen.HTML_TEKENS if is_html else grenzen.TEKST_BYTES):  # hundreds of pages: enough is enough
            self.waarschuwingen.add("html-te-lang" if is_html else "tekst-te-lang")
            self._attach(deel)
            return
        inhoud = deel.decode(self.waarschuwingen)
        self._gelezen += len(inhoud)
        if deel.mediatype == "text/plain" and b"\nbegin " in b"\n" + inhoud[: grenzen.TEKST_BYTES]:
            inhoud, bestanden = split_uuencode(inhoud)
            for naam, bestand in bestanden:
                self.add_bijlage(decode_koptekst(naam), "application/octet-stream", bestand, bron="uuencode")
        elif is_html:
            inhoud = self._extract_beelden(inhoud)
        self._keep_lang(deel.mediatype, inhoud)
        if is_html and len(inhoud) > grenzen.HTML_TEKENS:
            inhoud = _strip_stijl(inhoud)
        tekst, code = decode_tekst(inhoud[: grenzen.TEKST_BYTES], deel.get_parameter("charset") or _find_meta(deel, inhoud))
        self.waarschuwingen.add(code)
        if deel.mediatype in _VERRIJKT:
            tekst = to_html(tekst)
        if _is_html(deel.mediatype, tekst):
            self.teksten.append(Tekstdeel(html=tekst))
            return
        if deel.get_parameter("format").lower() == "flowed":
            tekst = unflow(tekst, delsp=deel.get_parameter("delsp").lower() == "yes")
        tekst, getekend, versleuteld = strip_pgp(tekst)
        self.getekend = self.getekend or getekend
        if versleuteld:
            self._mark_versleuteld(versleuteld)
        self.teksten.append(Tekstdeel(plat=tekst))

    def _read_rtf(self, deel: Deel) -> None:
        """Read rich text that is the message itself; it stays an attachment as well."""
        inhoud = deel.decode(self.waarschuwingen)
        gelezen, is_html = read_rtf(inhoud)
        self.teksten.append(Tekstdeel(html=gelezen) if is_html else Tekstdeel(plat=gelezen.strip()))
        self.add_bijlage(_get_naam(deel), deel.mediatype, inhoud)

    def _keep_lang(self, mediatype: str, inhoud: bytes) -> None:
        """Keep a text that is too long to show as an attachment, whole."""
        is_html = mediatype == "text/html"
        if len(inhoud) > (grenzen.HTML_TEKENS if is_html else grenzen.TEKST_TEKENS):
            self.waarschuwingen.add("html-te-lang" if is_html else "tekst-te-lang")
            self.add_bijlage(VOLLEDIG, mediatype, inhoud)

    def _extract_beelden(self, html: bytes) -> bytes:
        """Return HTML with its `data:` images turned into attachments, as if the sender had attached them."""

        def _to_bijlage(beeld: re.Match[bytes]) -> bytes:
            inhoud, code = decode_base64(unquote_to_bytes(beeld[3]))
            self.waarschuwingen.add(code)
            cid = f"data-beeld-{len(self.bijlagen)}@stadspunt.invalid"
            soort = beeld[2].decode("ascii").lower()
            index = self.add_bijlage("", soort, inhoud, cid=cid, bron="data-uri") if inhoud else None
            return beeld[1] + b"cid:" + cid.encode() if index is not None else beeld[1]

        return _DATA_BEELD.sub(_to_bijlage, html) if b"data:image" in html else html

    def _read_winmail(self, deel: Deel) -> None:
        """Unpack what Outlook packed; when that fails the file itself stays as it came."""
        inhoud = deel.decode(self.waarschuwingen)
        winmail = read_winmail(inhoud)
        if winmail is None:
            if inhoud.startswith(HANDTEKENING) or deel.mediatype in _TNEF:
                self.waarschuwingen.add("winmail-onleesbaar")
            self.add_bijlage(_get_naam(deel) or "winmail.dat", deel.mediatype, inhoud)
            return
        if not any(tekst.plat.strip() or tekst.html.strip() for tekst in self.teksten):
            self.teksten.append(Tekstdeel(winmail.tekst, winmail.html))
        for losse in winmail.bijlagen:
            self.add_bijlage(losse.naam, "application/octet-stream", losse.inhoud, cid=losse.cid, bron="winmail.dat")

    def _read_agenda(self, deel: Deel) -> None:
        """Read an invitation in short and keep the file."""
        inhoud = deel.decode(self.waarschuwingen)
        tekst, _ = decode_tekst(inhoud, deel.get_parameter("charset") or "utf-8")
        uitnodiging = parse_uitnodiging(tekst, deel.get_parameter("method"))
        if uitnodiging is not None and len(self.uitnodigingen) < grenzen.UITNODIGINGEN and uitnodiging not in self.uitnodigingen:
            self.uitnodigingen.append(uitnodiging)
        if not any(bijlage.inhoud == inhoud for bijlage in self.bijlagen):
            self.add_bijlage(_get_naam(deel) or "uitnodiging.ics", "text/calendar", inhoud)

    def _attach(self, deel: Deel) -> None:
        inhoud = deel.decode(self.waarschuwingen)
        naam, onderwerp = _get_naam(deel), ""
        if deel.mediatype in _BERICHTEN:
            koppen = read_kopregels(inhoud, 0, len(inhoud))
            onderwerp = decode_koptekst(koppen.get("subject")[: grenzen.ONDERWERP_BYTES])[: grenzen.ONDERWERP_TEKENS]
            naam = naam or f"{onderwerp or 'bericht'}.eml"
            self.teruggestuurd.append(inhoud[: koppen.begin_inhoud])
        cid = next(iter(parse_ids(deel.koppen.get("content-id"))), "").strip("<>")
        index = self.add_bijlage(naam, deel.mediatype, inhoud, cid=cid, onderwerp=onderwerp)
        locatie = decode_koptekst(deel.koppen.get("content-location"))
        if index is not None and locatie:
            self.locaties.setdefault(locatie, index)

    def _mark_versleuteld(self, wijze: Ondertekening) -> None:
        self.versleuteld = wijze
        self.waarschuwingen.add("versleuteld")


def _get_naam(deel: Deel) -> str:
    """Return the file name of a part, from its disposition or else from its type."""
    _, parameters = deel.get_plaatsing()
    naam = parameters["filename"].to_tekst() if "filename" in parameters else ""
    return naam or deel.get_parameter("name") or deel.get_parameter("filename")


def _is_omhulsel(deel: Deel) -> bool:
    """Say whether a part wraps a whole message: opaque S/MIME, also when only its name says so, or a piece of a message."""
    if deel.mediatype in _SMIME or deel.mediatype == "message/partial":
        return True
    return deel.mediatype == _OCTETS and _get_naam(deel).lower() == "smime.p7m"


def _is_html(mediatype: str, tekst: str) -> bool:
    """Say whether a text is to be read as HTML; the label is believed unless the content shows the opposite."""
    if mediatype == "text/html":
        return not is_eigenlijk_plat(tekst)
    return mediatype in _VERRIJKT or is_eigenlijk_html(tekst)


def _find_meta(deel: Deel, inhoud: bytes) -> str:
    """Return the charset that a web page names in itself, '' without; a page of single bytes cannot be UTF-16 or UTF-7."""
    treffer = _META_TEKENSET.search(inhoud[:_META_BYTES]) if deel.mediatype == "text/html" else None
    label = treffer[1].decode("ascii") if treffer else ""
    return "" if label.lower().startswith(("utf-16", "utf-32", "utf-7")) else label


def _strip_stijl(html: bytes) -> bytes:
    """Return a very long page without its style sheets, which can be longer than all the words after them."""
    begin, einde = _STIJL
    uit: list[bytes] = []
    plaats = 0
    while (open_ := begin.search(html, plaats)) and (dicht := einde.search(html, open_.end())):
        uit.append(html[plaats : open_.start()])
        plaats = dicht.end()
    return b"".join([*uit, html[plaats:]])
