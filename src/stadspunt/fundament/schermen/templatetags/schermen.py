"""The components as template tags. Each draws one frozen value or a few words; none asks the database."""

import functools
import hashlib
from collections.abc import Sequence
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.http import HttpRequest, QueryDict
from django.template.context import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from stadspunt.fundament.schermen import grafiek as grafieken
from stadspunt.fundament.schermen.onderdelen import (
    Bestand,
    Blad,
    Concepthaak,
    Feit,
    Filter,
    Kerncijfer,
    Kruimel,
    Stap,
    Tab,
    Termijn,
    Toast,
)
from stadspunt.fundament.schermen.toetsen import TOETSGROEPEN, Toetsgroep
from stadspunt.fundament.schermen.velden import list_foutregels, to_veld

register = template.Library()

_KNOP = {
    "primair": "utrecht-button--primary-action",
    "gewoon": "utrecht-button--secondary-action",
    "stil": "utrecht-button--subtle",
    "gevaar": "utrecht-button--primary-action utrecht-button--danger",
}
_STATUS = {
    "actief": "active",
    "wacht": "neutral",
    "klaar": "success",
    "fout": "error",
    "let-op": "warning",
    "rust": "inactive",
}
_MELDING = {
    "info": ("info", "info"),
    "ok": ("ok", "ok"),
    "let-op": ("warning", "let-op"),
    "fout": ("error", "fout"),
}
_NIVEAU_VAN_DJANGO = {"success": "ok", "warning": "let-op", "error": "fout"}
_NIVEAU = {"ruim": "klok", "bijna": "let-op", "te-laat": "fout", "klaar": "vink"}
_POST = {
    "contact-in": "binnen",
    "contact-uit": "buiten",
    "bericht": "email",
    "overdracht": "overdragen",
    "status": "status",
    "notitie": "notitie",
    "ontvangstbevestiging": "ok",
}


def _teken(deel: str, /, **context: object) -> SafeString:
    return render_to_string(f"schermen/delen/{deel}.html", context)


@functools.lru_cache(maxsize=512)
def _draw_icoon(naam: str, tekst: str) -> SafeString:
    url = static("schermen/iconen.svg")
    if tekst:
        return format_html('<svg class="icoon" role="img" aria-label="{}"><use href="{}#{}"></use></svg>', tekst, url, naam)
    return format_html('<svg class="icoon" aria-hidden="true"><use href="{}#{}"></use></svg>', url, naam)


@register.simple_tag
def icoon(naam: str, tekst: str = "") -> SafeString:
    """Draw an icon of `iconen.svg`; without `tekst` a screen reader skips it. A list has hundreds, so it is drawn once."""
    return _draw_icoon(naam, tekst)


@register.simple_tag
def knop(tekst: str, soort: str = "gewoon", **opties: Any) -> SafeString:
    """Draw a button. Options: icoon, naam, waarde, type, uit, bezig, sneltoets, dialoog, kort, formulier."""
    opties.setdefault("type", "submit")
    return _teken("knop", tekst=tekst, klasse=_KNOP[soort], **opties)


@register.simple_tag
def knoplink(tekst: str, url: str, soort: str = "gewoon", **opties: Any) -> SafeString:
    """Draw a link that looks like a button. Options: icoon, sneltoets, kort, dialoog ("laden" or an id)."""
    return _teken("knop", tekst=tekst, url=url, klasse=_KNOP[soort], **opties)


@register.simple_tag
@functools.lru_cache(maxsize=256)
def status(tekst: str, soort: str = "wacht") -> SafeString:
    """Draw a status badge: the word always stands in it, the colour only helps."""
    return format_html('<span class="utrecht-badge-status utrecht-badge-status--{}">{}</span>', _STATUS[soort], tekst)


@register.simple_tag
def label(tekst: str) -> SafeString:
    """Draw a tag: a subject or a mark on a thing."""
    return format_html('<span class="label">{}</span>', tekst)


@register.simple_tag
@functools.lru_cache(maxsize=256)
def kanaal(naam: str, beeld: str = "kanaal") -> SafeString:
    """Draw a channel: icon and name. Channels are data, so an unknown one has the general icon."""
    return format_html('<span class="kanaal">{} {}</span>', icoon(beeld or "kanaal"), naam)


@register.simple_tag
@functools.lru_cache(maxsize=1024)
def termijn(waarde: Termijn | None) -> SafeString:
    """Draw a due moment in words with its icon; nothing when there is none. A list has fifty that are much alike."""
    if waarde is None:
        return SafeString("")
    return _teken("termijn", termijn=waarde, beeld=_NIVEAU[waarde.niveau])


@register.simple_tag
def initialen(naam: str) -> SafeString:
    """Draw the initials of `naam` (decorative: the name stands next to it), always in the same of six tints."""
    woorden = [woord for woord in naam.split() if woord[:1].isupper()] or naam.split() or ["?"]
    letters = woorden[0][:1] + (woorden[-1][:1] if len(woorden) > 1 else "")
    tint = hashlib.sha256(naam.encode()).digest()[0] % 6 + 1
    return format_html('<span class="initialen initialen--{}" aria-hidden="true">{}</span>', tint, letters.upper())


@register.simple_tag
def veld(gebonden: BoundField, **opties: Any) -> SafeString:
    """Draw a form field. Options: label, breedte, teller, verborgen_label (see `velden.to_veld`)."""
    return _teken("veld", veld=to_veld(gebonden, **opties))


@register.simple_tag
def velden(formulier: BaseForm) -> SafeString:
    """Draw every field of a form in its order."""
    return SafeString("".join(veld(gebonden) for gebonden in formulier))


@register.simple_tag
def concepthaak(haak: Concepthaak | None) -> SafeString:
    """Draw the attributes of a form of which what is typed is kept; nothing when there is no draft."""
    if haak is None:
        return SafeString("")
    return format_html(
        'data-concept="{}" data-concept-titel="{}" data-concept-adres="{}" data-concept-url="{}" data-concept-sinds="{}"'
        ' data-concept-versie="{}"{}',
        haak.plek,
        haak.titel,
        haak.adres,
        haak.url,
        haak.sinds,
        haak.versie,
        SafeString(" data-concept-meteen") if haak.meteen else "",
    )


@register.simple_tag
def conceptstaat(haak: Concepthaak | None) -> SafeString:
    """Draw the place where a form says that what was typed is kept."""
    if haak is None:
        return SafeString("")
    tekst = f"Bewaard: {haak.om}" if haak.om else ""
    return format_html('<span class="conceptstaat" data-concept-staat>{}</span>', tekst)


@register.simple_tag
def foutenlijst(formulier: BaseForm) -> SafeString:
    """Draw the summary of what is wrong, with a link to each field; nothing when all is well."""
    regels = list_foutregels(formulier) if formulier.is_bound else ()
    return _teken("foutenlijst", regels=regels) if regels else SafeString("")


def _wissel(context: Context, **parameters: str | None) -> str:
    """Return the address of this page with some parameters replaced, None takes one away."""
    verzoek: HttpRequest | None = context.get("request")
    gegevens = verzoek.GET.copy() if verzoek is not None else QueryDict(mutable=True)
    for naam, waarde in parameters.items():
        gegevens.pop(naam, None)
        if waarde is not None:
            gegevens[naam] = waarde
    return f"?{gegevens.urlencode()}"


@register.simple_tag(takes_context=True)
def paginering(context: Context, blad: Blad) -> SafeString:
    """Draw the pages of a list with its count (GET parameter `blad`); keeps the other parameters."""

    def build_url(nummer: int | None) -> str:
        return _wissel(context, blad=str(nummer)) if nummer else ""

    return _teken(
        "paginering",
        blad=blad,
        links=[(nummer, build_url(nummer)) for nummer in blad.list_nummers()],
        vorige_url=build_url(blad.vorige),
        volgende_url=build_url(blad.volgende),
    )


@register.simple_tag(takes_context=True)
def kolomkop(context: Context, naam: str, veldnaam: str, getal: bool = False) -> SafeString:
    """Draw a sortable column head: a link that sorts by `veldnaam`, and back when pressed again."""
    verzoek = context.get("request")
    nu = verzoek.GET.get("sorteer", "") if verzoek is not None else ""
    richting = {veldnaam: "ascending", f"-{veldnaam}": "descending"}.get(nu, "")
    doel = f"-{veldnaam}" if richting == "ascending" else veldnaam
    url = _wissel(context, sorteer=doel, blad=None)
    return _teken("kolomkop", naam=naam, url=url, richting=richting, getal=getal)


@register.simple_tag
def tabnav(tabs: Sequence[Tab], naam: str) -> SafeString:
    """Draw links of which one is the present page: saved filters, parts of a record."""
    return _teken("tabnav", tabs=tabs, naam=naam)


@register.simple_tag
def actieve_filters(filters: Sequence[Filter], wis_url: str) -> SafeString:
    """Draw the filters that are on, each with a link that takes it off."""
    return _teken("actieve_filters", filters=filters, wis_url=wis_url) if filters else SafeString("")


@register.simple_tag
def kruimelpad(kruimels: Sequence[Kruimel]) -> SafeString:
    """Draw the way to this page."""
    return _teken("kruimelpad", kruimels=kruimels)


@register.simple_tag
def stappen(reeks: Sequence[Stap]) -> SafeString:
    """Draw where in a process we are."""
    return _teken("stappen", stappen=reeks)


@register.simple_tag
def bestanden(reeks: Sequence[Bestand]) -> SafeString:
    """Draw a list of files with size, kind, warning and download link."""
    return _teken("bestanden", bestanden=reeks)


@register.simple_tag
def feiten(reeks: Sequence[Feit]) -> SafeString:
    """Draw key facts as a description list."""
    return _teken("feiten", feiten=reeks)


@register.simple_tag
def kerncijfer(cijfer: Kerncijfer) -> SafeString:
    """Draw a figure with its definition and the list behind it."""
    return _teken("kerncijfer", cijfer=cijfer)


@register.simple_tag(takes_context=True)
def toast(context: Context, waarde: Toast) -> SafeString:
    """Draw a short notice, with undo (a POST) when there is one."""
    return _teken("toast", toast=waarde, beeld=_MELDING[waarde.soort][1], csrf_token=context.get("csrf_token", ""))


@register.simple_tag
def bericht_toast(tekst: str, niveau: str) -> SafeString:
    """Draw a message of Django's messages framework as a short notice."""
    soort = _NIVEAU_VAN_DJANGO.get(niveau, "info")
    return _teken("toast", toast=Toast(tekst, soort), beeld=_MELDING[soort][1])


@register.simple_tag
def toetsgroepen() -> tuple[Toetsgroep, ...]:
    """Return the keys that work on every page, for the sheet behind `?`."""
    return TOETSGROEPEN


@register.simple_tag
def skelet(regels: int = 3) -> SafeString:
    """Draw grey lines where content is on its way, announced as "Bezig met laden"."""
    return _teken("skelet", regels=range(regels))


@register.simple_tag
def staafgrafiek(waarde: grafieken.Grafiek) -> SafeString:
    """Draw a bar chart with its table."""
    return grafieken.render_staafgrafiek(waarde)


@register.simple_tag
def lijngrafiek(waarde: grafieken.Grafiek) -> SafeString:
    """Draw a line chart with its table."""
    return grafieken.render_lijngrafiek(waarde)


@register.simple_tag
def stapelgrafiek(waarde: grafieken.Grafiek) -> SafeString:
    """Draw a stacked bar chart with its table."""
    return grafieken.render_stapelgrafiek(waarde)


@register.simple_tag
def bericht(html: SafeString) -> SafeString:
    """Draw the readable form of a message. The caller sanitised it: anything but a SafeString is escaped."""
    return format_html('<div class="bericht">{}</div>', html)


@register.simple_tag
def live(lijst: str, url: str) -> SafeString:
    """Write the attributes with which an element is fetched again when `lijst` changes; several names with spaces."""
    # Nobody is at the keys when a list changes: it keeps no session alive.
    return format_html(
        'data-live="{}" hx-get="{}" hx-trigger="live" hx-swap="outerMorph" hx-target="this" hx-headers="{}"',
        lijst,
        url,
        '{"X-Achtergrond": "1"}',
    )


@register.simple_tag(takes_context=True)
def thema_attribuut(context: Context) -> SafeString:
    """Write data-thema when the reader chose light or dark; without a choice the device decides."""
    verzoek = context.get("request")
    keuze = verzoek.COOKIES.get("thema", "") if verzoek is not None else ""
    return format_html(' data-thema="{}"', keuze) if keuze in ("licht", "donker") else SafeString("")


@register.simple_block_tag
def melding(content: SafeString, soort: str = "info", kop: str = "") -> SafeString:
    """Draw a notice in the page around `content`."""
    klasse, beeld = _MELDING[soort]
    return _teken("melding", inhoud=content, klasse=klasse, beeld=beeld, kop=kop)


@register.simple_block_tag
def dialoog(content: SafeString, id: str, titel: str) -> SafeString:
    """Draw a closed dialog; a link or button with dialoog="<id>" opens it."""
    return _teken("dialoog", inhoud=content, id=id, titel=titel)


@register.simple_block_tag
def leegstaat(content: SafeString, kop: str, icoon: str = "vink") -> SafeString:
    """Draw what stands where a list is empty: what it means and what can be done."""
    return _teken("leegstaat", inhoud=content, kop=kop, beeld=icoon)


@register.simple_block_tag
def citaat(content: SafeString, kop: str = "") -> SafeString:
    """Draw quoted history, folded."""
    return _teken("citaat", inhoud=content, kop=kop or gettext("Eerdere berichten"))


@register.simple_block_tag
def tijdlijnpost(content: SafeString, soort: str, kop: str, wie: str = "", wanneer: str = "", **opties: Any) -> SafeString:
    """Draw one entry of a timeline. Options: kanaal (name), tijdstip (ISO), nieuw (it is unread)."""
    return _teken("tijdlijnpost", inhoud=content, soort=soort, kop=kop, wie=wie, wanneer=wanneer, beeld=_POST[soort], **opties)
