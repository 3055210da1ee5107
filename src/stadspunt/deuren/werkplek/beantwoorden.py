"""Write to a client by e-mail, the answer or a message in between: write, look, send, and take back while that can be done."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stadspunt.bronnen.documenten.actions import Bestand, store_document
from stadspunt.bronnen.documenten.queries import get_documenten
from stadspunt.bronnen.organisatie.queries import get_kanalen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.partijen.rules import Taal
from stadspunt.deuren.werkplek.actieve_klant import find_anderklant
from stadspunt.deuren.werkplek.concepten import build_lezers
from stadspunt.deuren.werkplek.forms_beantwoorden import (
    SOORTKEUZES,
    BeantwoordenForm,
    list_bewaard,
    read_bijlagen,
    to_bewaard,
)
from stadspunt.deuren.werkplek.klantzijde import TAALNAMEN
from stadspunt.deuren.werkplek.onverzonden import (
    build_haak,
    find_begin,
    find_van_collega,
    list_van_collegas,
    to_begin,
    to_plek,
)
from stadspunt.deuren.werkplek.sjabloonkeuze import to_groepen
from stadspunt.fundament.concepten.actions import finish_concept
from stadspunt.fundament.fouten import AchterhaaldError, NietGevondenError
from stadspunt.fundament.schermen.fouten import errors_on, get_tekst
from stadspunt.fundament.schermen.onderdelen import Kruimel
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord, send_tussenbericht
from stadspunt.stromen.correspondentie.beelden import Mailvoorbeeld, Opzetbeeld
from stadspunt.stromen.correspondentie.queries.antwoorden import get_opzet, get_voorbeeld
from stadspunt.stromen.correspondentie.queries.berichten import get_bericht
from stadspunt.stromen.correspondentie.queries.verzendingen import has_mailserver
from stadspunt.stromen.correspondentie.rules.woorden import GESCHREVEN_SOORTEN
from stadspunt.stromen.klantcontacten.actions.reageren import set_taal
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvraag
from stadspunt.stromen.overdracht.queries import check_getoetst, get_overdracht


@dataclass(slots=True)
class _Scherm:
    """What is on the screen while a message is written."""

    vraag: KlantvraagBeeld
    form: BeantwoordenForm
    document_ids: list[int]
    voorbeeld: Mailvoorbeeld | None = None
    melding: str = ""


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
@require_http_methods(["GET", "POST"])
def beantwoorden(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Show the message as it would start; on POST fill in a template, take another language, show what it becomes, or send it."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    if verzoek.method == "GET":
        return _toon(verzoek, _build_begin(verzoek, vraag))
    stand = _Scherm(vraag, BeantwoordenForm(verzoek.POST, verzoek.FILES), list_bewaard(vraag.id, verzoek.POST.getlist("bewaard")))
    _keep_bijlagen(verzoek, stand)
    begin_anders = {"sjabloon": _fill_sjabloon, "taal": _change_taal, "overnemen": _take_over}.get(
        verzoek.POST.get("actie", "").partition("-")[0]
    )
    if begin_anders:
        for fout in stand.form.errors.get("bijlagen", ()):
            messages.error(verzoek, str(fout))
        return _toon(verzoek, begin_anders(verzoek, stand))
    if stand.form.is_valid():
        with errors_on(stand.form):
            if verzoek.POST.get("actie") == "voorbeeld":
                stand.voorbeeld = get_voorbeeld(verzoek.raadpleging, vraag.id, stand.form.to_opzet(stand.document_ids))
                return _toon(verzoek, stand)
            return _send(verzoek, stand)
    return _toon(verzoek, stand, status=400)


def _send(verzoek: Verzoek, stand: _Scherm) -> HttpResponseBase:
    try:
        send = send_antwoord if stand.form.is_antwoord else send_tussenbericht
        bericht_id = send(verzoek.handeling, stand.vraag.id, stand.form.to_opzet(stand.document_ids))
    except AchterhaaldError as weigering:
        stand.melding = get_tekst(weigering)
        return _toon(verzoek, stand, status=409)
    finish_concept(verzoek.handeling, to_plek(stand.vraag))
    return redirect(f"{reverse('werkplek:klantvraag', args=[stand.vraag.nummer])}?verstuurd={bericht_id}")


def _keep_bijlagen(verzoek: Verzoek, stand: _Scherm) -> None:
    """Keep what was chosen, also when something else is wrong: nobody has to choose a file twice."""
    stand.form.is_valid()
    gekozen = stand.form.cleaned_data.get("bijlagen") or ()
    for bijlage in stand.form.add_kept(read_bijlagen(gekozen)):
        bestand = Bestand(bijlage.naam, bijlage.mediatype_gevonden, bijlage.inhoud)
        stand.document_ids.append(store_document(verzoek.handeling, bestand))


def _fill_sjabloon(verzoek: Verzoek, stand: _Scherm) -> _Scherm:
    """Return the screen with subject, text and kind of the chosen template; the rest stays as it was filled in."""
    keuze = verzoek.POST.get("sjabloon", "")
    opzet = get_opzet(verzoek.raadpleging, stand.vraag.id, int(keuze) if keuze.isascii() and keuze.isdigit() else None)
    begin = stand.form.get_ingevuld()
    begin |= {"aan": begin["aan"] or opzet.aan, "kenmerk": begin["kenmerk"] or uuid4()}
    begin |= {"onderwerp": opzet.onderwerp, "tekst": opzet.tekst, "soort": opzet.soort}
    return _Scherm(stand.vraag, BeantwoordenForm(initial=begin), stand.document_ids)


def _take_over(verzoek: Verzoek, stand: _Scherm) -> _Scherm:
    """Go on with what a colleague wrote; he keeps his own until he throws it away."""
    concept = find_van_collega(verzoek.raadpleging, stand.vraag, verzoek.POST.get("actie", "").partition("-")[2])
    begin = stand.form.get_ingevuld()
    if concept is None:
        stand.melding = "Dit concept is er niet meer."
    else:
        begin |= to_begin(concept) | {"kenmerk": begin["kenmerk"] or uuid4()}
    return _Scherm(stand.vraag, BeantwoordenForm(initial=begin), stand.document_ids, melding=stand.melding)


def _change_taal(verzoek: Verzoek, stand: _Scherm) -> _Scherm:
    """Take another language for this question; a text of which nothing was written yet begins again in that language."""
    begin, keuze = stand.form.get_ingevuld(), verzoek.POST.get("taal", "")
    if keuze in TAALNAMEN:
        leeg = get_opzet(verzoek.raadpleging, stand.vraag.id).tekst
        set_taal(verzoek.handeling, stand.vraag.id, Taal(keuze))
        if begin["tekst"].split() == leeg.split():
            begin["tekst"] = get_opzet(verzoek.raadpleging, stand.vraag.id).tekst
    return _Scherm(stand.vraag, BeantwoordenForm(initial=begin), stand.document_ids)


def _build_begin(verzoek: Verzoek, vraag: KlantvraagBeeld) -> _Scherm:
    """Return the screen as it starts: with what was typed before, unless the address asks for something else."""
    if not verzoek.GET:
        eerder = find_begin(verzoek.raadpleging, vraag)
        if eerder is not None:
            return _Scherm(vraag, BeantwoordenForm(initial=eerder[0]), eerder[1])
    opzet = get_opzet(verzoek.raadpleging, vraag.id, kern=_find_vakantwoord(verzoek, vraag))
    gevraagd = verzoek.GET.get("soort", "")
    soort = gevraagd if gevraagd in dict(SOORTKEUZES) else opzet.soort
    begin: dict[str, Any] = {"aan": opzet.aan, "onderwerp": opzet.onderwerp, "tekst": opzet.tekst, "soort": soort}
    document_ids = _take_back(verzoek, vraag, begin)
    return _Scherm(vraag, BeantwoordenForm(initial=begin | {"citeer": True, "kenmerk": uuid4()}), document_ids)


def _take_back(verzoek: Verzoek, vraag: KlantvraagBeeld, begin: dict[str, Any]) -> list[int]:
    """Start from an earlier message that did not arrive (`?bericht=`), so that its text is not lost."""
    gevraagd = verzoek.GET.get("bericht", "")
    if not (gevraagd.isascii() and gevraagd.isdigit() and len(gevraagd) < 19):
        return []
    try:
        bericht, nummer = get_bericht(verzoek.raadpleging, int(gevraagd))
    except NietGevondenError:
        return []
    if nummer != vraag.nummer or bericht.soort not in GESCHREVEN_SOORTEN:
        return []
    onderwerp = bericht.onderwerp.removesuffix(f"[{nummer}]").strip()
    begin |= {"aan": bericht.aan_adres, "onderwerp": onderwerp, "tekst": bericht.tekst, "soort": bericht.soort}
    return [bijlage.document.id for bijlage in bericht.bijlagen]


def _find_vakantwoord(verzoek: Verzoek, vraag: KlantvraagBeeld) -> str:
    """Return the answer of the department that was just checked, when it belongs to this question."""
    try:
        opdracht = get_overdracht(verzoek.raadpleging, UUID(verzoek.GET.get("overdracht", "")))
    except (ValueError, NietGevondenError):
        return ""
    return opdracht.antwoord if opdracht.klantvraag_id == vraag.id else ""


def _get_voorkeur(opzet: Opzetbeeld) -> str:
    """Return the channel by which the client wants to hear from us, '' when that is e-mail or not known."""
    kanaal = get_kanalen().get(opzet.voorkeurskanaal_id or 0)
    return "" if kanaal is None or kanaal.slug == "email" else kanaal.naam.lower()


def _toon(verzoek: Verzoek, stand: _Scherm, status: int = 200) -> HttpResponse:
    vraag, raadpleging = stand.vraag, verzoek.raadpleging
    opzet: Opzetbeeld = get_opzet(raadpleging, vraag.id)
    documenten = get_documenten(raadpleging, stand.document_ids)
    terug_url = reverse("werkplek:klantvraag", args=[vraag.nummer])
    inhoud = build_lezers(raadpleging, vraag.id, vraag.nummer) | {
        "vraag": vraag,
        "form": stand.form,
        "opzet": opzet,
        "voorbeeld": stand.voorbeeld,
        "bewaard": [to_bewaard(vraag.id, documenten[een]) for een in stand.document_ids if een in documenten],
        "sjabloongroepen": to_groepen(opzet.sjablonen, opzet.taal),
        "liefst_via": _get_voorkeur(opzet),
        "talen": TAALNAMEN.items(),
        "klanttaal": TAALNAMEN.get(opzet.klanttaal, "") if opzet.klanttaal != opzet.taal else "",
        "gekozen_sjabloon": verzoek.POST.get("sjabloon", ""),
        "melding": stand.melding,
        "eerst_toetsen": check_getoetst(raadpleging, vraag.id),
        "gaat_nergens_heen": not has_mailserver(),
        "haak": build_haak(raadpleging, vraag, meteen=verzoek.method == "POST" or bool(verzoek.GET)),
        "anderklant": find_anderklant(verzoek, vraag),
        "van_collegas": list_van_collegas(raadpleging, vraag),
        "terug_url": terug_url,
        "kruimels": (
            Kruimel("Werkvoorraad", reverse("werkplek:werkvoorraad")),
            Kruimel(vraag.nummer, terug_url),
            Kruimel("Beantwoorden"),
        ),
    }
    return toon(verzoek, "werkplek/beantwoorden.html", inhoud, status=status)
