"""Put two questions together: choose the other one, look at what it becomes, do it; and take them apart again."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from stadspunt.bronnen.organisatie.queries import get_medewerkers, list_teams
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.partijen.queries import get_partijen
from stadspunt.deuren.werkplek.forms_samenvoegen import MetForm, SamenvoegForm
from stadspunt.deuren.werkplek.klantvraag import toon_klantvraag
from stadspunt.deuren.werkplek.overdragen import build_kruimels
from stadspunt.deuren.werkplek.weergave import ANONIEM, to_statusteken
from stadspunt.fundament.fouten import AchterhaaldError, Fout, GeweigerdError, NietGevondenError
from stadspunt.fundament.schermen.fouten import get_tekst
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.tijd.kort import format_dag_kort, format_moment_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.fundament.waarden.nummer import parse_nummer
from stadspunt.stromen.correspondentie.actions.samenvoegen import merge_klantvragen, undo_samenvoeging
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.klantcontacten.actions.samenvoegen import Samenvoegpaar
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvraag, get_klantvragen, get_vraagdossier
from stadspunt.stromen.klantcontacten.queries_samenvoegen import find_samenvoeging, list_kandidaten
from stadspunt.stromen.klantcontacten.rules import OPEN_STATUSSEN
from stadspunt.stromen.overdracht.queries import list_overdrachten_van_klantvraag


@dataclass(frozen=True, slots=True)
class Kant:
    """One of the two, or what they become together, in words."""

    nummer: str
    onderwerp: str
    klant: str
    wie: str
    ontvangen: str
    beloofd: str
    erbij: str


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def samenvoegen(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Let the agent choose the other question (`?met=`), show both side by side with the result; on POST do it."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    if verzoek.method == "POST":
        return _merge(verzoek, vraag)
    if "met" not in verzoek.GET:
        return _toon_keuze(verzoek, vraag, MetForm())
    form = MetForm(verzoek.GET)
    form.is_valid()
    andere = _find_andere(verzoek.raadpleging, verzoek.GET.get("met", ""))
    if andere is None or andere.id == vraag.id:
        form.add_error("met", "Deze vraag is er niet. Kijk het nummer na, of kies een vraag uit de lijst.")
    elif fout := _find_beletsel(vraag, andere):
        form.add_error("met", fout)
    if form.errors or andere is None:
        return _toon_keuze(verzoek, vraag, form, status=400)
    return _toon_voorbeeld(verzoek, vraag, andere)


def _merge(verzoek: Verzoek, vraag: KlantvraagBeeld) -> HttpResponseBase:
    form = SamenvoegForm(verzoek.POST)
    paar = get_klantvragen(verzoek.raadpleging, form.list_ids() if form.is_valid() else [])
    if len(paar) != 2 or vraag.id not in paar:
        raise NietGevondenError(f"samenvoegen met vraag {vraag.id}")
    gekozen: Samenvoegpaar = form.get_paar()
    try:
        merge_klantvragen(verzoek.handeling, gekozen)
    except GeweigerdError as weigering:
        vers = get_klantvraag(verzoek.raadpleging, vraag.nummer)
        code = 409 if isinstance(weigering, AchterhaaldError) else 400
        return toon_klantvraag(verzoek, vers, status=code, melding=get_tekst(weigering))
    blijver, opgegaan = paar[gekozen.blijver_id], paar[gekozen.opgegaan_id]
    messages.success(verzoek, f"Vraag {opgegaan.nummer} is samengevoegd met deze vraag.")
    return redirect("werkplek:klantvraag", blijver.nummer)


def _find_andere(raadpleging: Raadpleging, tekst: str) -> KlantvraagBeeld | None:
    nummer = parse_nummer(tekst[:40])
    try:
        return get_klantvraag(raadpleging, str(nummer)) if nummer else None
    except NietGevondenError:
        return None


def _find_beletsel(vraag: KlantvraagBeeld, andere: KlantvraagBeeld) -> str:
    """Return what is plain to see before anybody presses the button; the action asks everything again."""
    if vraag.gemeente_id != andere.gemeente_id:
        return "Deze vraag is van een andere gemeente. De vragen kunnen niet samen."
    if andere.status not in OPEN_STATUSSEN:
        return "Deze vraag is niet meer open. Alleen open vragen kunnen samen."
    return ""


def _toon_keuze(verzoek: Verzoek, vraag: KlantvraagBeeld, form: MetForm, status: int = 200) -> HttpResponse:
    kandidaten = [
        {
            "nummer": een.nummer,
            "onderwerp": een.onderwerp,
            "lijkt_op": een.lijkt_op,
            "status": to_statusteken(een.status),
            "ontvangen": format_moment_kort(een.ontvangen_op, verzoek.raadpleging.vandaag),
        }
        for een in list_kandidaten(verzoek.raadpleging, vraag.id)
    ]
    inhoud = {"vraag": vraag, "form": form, "kandidaten": kandidaten, "kruimels": build_kruimels(vraag, "Samenvoegen")}
    return toon(verzoek, "werkplek/samenvoegen_kiezen.html", inhoud, status=status)


def _toon_voorbeeld(verzoek: Verzoek, vraag: KlantvraagBeeld, andere: KlantvraagBeeld) -> HttpResponse:
    # The oldest stays, unless the agent turns it round: that is the number the client had first.
    eerste, tweede = sorted((vraag, andere), key=lambda een: (een.ontvangen_op, een.id))
    blijver, opgegaan = (tweede, eerste) if verzoek.GET.get("andersom") else (eerste, tweede)
    namen = _Namen(verzoek.raadpleging, blijver, opgegaan)
    begin = {
        "blijver": blijver.id,
        "opgegaan": opgegaan.id,
        "versie_blijver": blijver.versie,
        "versie_opgegaan": opgegaan.versie,
    }
    hier = f"?met={andere.nummer}"
    inhoud = {
        "vraag": vraag,
        "form": SamenvoegForm(initial=begin),
        "blijver": namen.to_kant(blijver),
        "opgegaan": namen.to_kant(opgegaan),
        "samen": namen.to_samen(blijver, opgegaan),
        "vertrouwelijk": blijver.is_vertrouwelijk or opgegaan.is_vertrouwelijk,
        "andersom_url": hier if verzoek.GET.get("andersom") else f"{hier}&andersom=1",
        "kruimels": build_kruimels(vraag, "Samenvoegen"),
    }
    return toon(verzoek, "werkplek/samenvoegen.html", inhoud)


class _Namen:
    """The names and numbers that the sides of the preview need."""

    def __init__(self, raadpleging: Raadpleging, blijver: KlantvraagBeeld, opgegaan: KlantvraagBeeld) -> None:
        paar = (blijver, opgegaan)
        self.vandaag = raadpleging.vandaag
        self.partijen = get_partijen(raadpleging, {een.partij_id for een in paar if een.partij_id})
        self.wie = {
            een.id: een.naam for een in get_medewerkers({een.behandelaar_id for een in paar if een.behandelaar_id}).values()
        }
        self.teams = {een.id: een.naam for een in list_teams([een.gemeente_id for een in paar])}
        self.aantallen = {een.id: _count(raadpleging, een.id) for een in paar}

    def to_kant(self, vraag: KlantvraagBeeld) -> Kant:
        """Return one side."""
        return self._make(vraag, vraag, vraag, vraag, self.aantallen[vraag.id])

    def to_samen(self, blijver: KlantvraagBeeld, opgegaan: KlantvraagBeeld) -> Kant:
        """Return what it becomes: the subject of the one that stays, the earliest receipt and promise, all that hangs on both."""
        samen = tuple(een + twee for een, twee in zip(self.aantallen[blijver.id], self.aantallen[opgegaan.id], strict=True))
        klant = blijver if blijver.partij_id else opgegaan
        wie = blijver if blijver.behandelaar_id else opgegaan
        return self._make(blijver, klant, wie, opgegaan, samen)

    def _make(
        self,
        vraag: KlantvraagBeeld,
        klant: KlantvraagBeeld,
        wie: KlantvraagBeeld,
        ook: KlantvraagBeeld,
        aantallen: tuple[int, ...],
    ) -> Kant:
        partij = self.partijen.get(klant.partij_id or 0)
        return Kant(
            vraag.nummer,
            vraag.onderwerp,
            partij.weergavenaam if partij else ANONIEM,
            f"{self.wie.get(wie.behandelaar_id or 0, 'niemand')}, {self.teams.get(vraag.team_id, '')}",
            format_moment_kort(min(vraag.ontvangen_op, ook.ontvangen_op), self.vandaag),
            format_dag_kort(min(vraag.beloofd, ook.beloofd), self.vandaag),
            ", ".join(f"{aantal} {_WOORDEN[plek][aantal != 1]}" for plek, aantal in enumerate(aantallen) if aantal),
        )


_WOORDEN = (("contact", "contacten"), ("notitie", "notities"), ("bericht", "berichten"), ("opdracht", "opdrachten"))


def _count(raadpleging: Raadpleging, klantvraag_id: int) -> tuple[int, ...]:
    dossier = get_vraagdossier(raadpleging, klantvraag_id)
    berichten = list_berichten(raadpleging, klantvraag_id)
    opdrachten = list_overdrachten_van_klantvraag(raadpleging, klantvraag_id)
    return len(dossier.contacten), len(dossier.notities), len(berichten), len(opdrachten)


@scherm(doel=Doel.KLANTVRAAG_BEHANDELEN)
def uit_elkaar(verzoek: Verzoek, nummer: str) -> HttpResponseBase:
    """Say what goes back and what stays; on POST take the two apart."""
    vraag = get_klantvraag(verzoek.raadpleging, nummer)
    samenvoeging = find_samenvoeging(verzoek.raadpleging, vraag.id)
    blijver = (
        get_klantvragen(verzoek.raadpleging, [samenvoeging.blijver_id]).get(samenvoeging.blijver_id) if samenvoeging else None
    )
    if samenvoeging is None or blijver is None:
        melding = get_tekst(AchterhaaldError(Fout("al-ongedaan", "Deze vraag is niet (meer) samengevoegd.")))
        return toon_klantvraag(verzoek, vraag, status=409, melding=melding)
    if verzoek.method == "POST":
        try:
            undo_samenvoeging(verzoek.handeling, samenvoeging.id)
        except AchterhaaldError as weigering:
            vers = get_klantvraag(verzoek.raadpleging, nummer)
            return toon_klantvraag(verzoek, vers, status=409, melding=get_tekst(weigering))
        messages.success(verzoek, f"De vragen {vraag.nummer} en {blijver.nummer} zijn weer los van elkaar.")
        return redirect("werkplek:klantvraag", vraag.nummer)
    inhoud = {
        "vraag": vraag,
        "blijver": blijver,
        "blijver_url": reverse("werkplek:klantvraag", args=[blijver.nummer]),
        "wanneer": format_moment_kort(samenvoeging.gedaan_op, verzoek.raadpleging.vandaag),
        "kruimels": build_kruimels(vraag, "Samenvoegen ongedaan maken"),
    }
    return toon(verzoek, "werkplek/uit_elkaar.html", inhoud)
