"""The list of a department: what must be back, first what must be back first."""

from dataclasses import dataclass

from django.http import HttpResponseBase
from django.urls import reverse

from stadspunt.bronnen.organisatie.queries import get_medewerkers, list_afdelingen
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.partijen.queries import get_partijen
from stadspunt.bronnen.termijnen.queries import get_kalender
from stadspunt.deuren.vakafdeling.weergave import to_termijn, to_teruggegeven_termijn
from stadspunt.fundament.schermen.onderdelen import Blad, Tab, Termijn
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.tijd.dagen import to_dag
from stadspunt.fundament.tijd.kort import format_dag_kort
from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.fundament.toegang.scherm import Verzoek, scherm
from stadspunt.stromen.overdracht.beelden import Overdrachtlijst
from stadspunt.stromen.overdracht.queries import (
    PAGINAGROOTTE,
    Filter,
    Lijst,
    count_overdrachten,
    list_overdrachten,
)
from stadspunt.stromen.overdracht.rules import VORMNAMEN, Vorm

TABNAMEN: dict[Lijst, str] = {Lijst.OPEN: "Open", Lijst.TE_LAAT: "Te laat", Lijst.TERUGGEGEVEN: "Teruggegeven"}
_LEEG: dict[Lijst, tuple[str, str]] = {
    Lijst.OPEN: ("Het KCC wacht nergens op", "Zodra het KCC u iets vraagt, ziet u het hier."),
    Lijst.TE_LAAT: ("Niets is te laat", "Alles wat openstaat, kan nog op tijd terug."),
    Lijst.TERUGGEGEVEN: ("Nog niets teruggegeven", "Wat u hebt beantwoord, kunt u hier teruglezen."),
}


@dataclass(frozen=True, slots=True)
class Opdrachtregel:
    """One row of the list, ready to draw."""

    url: str
    nummer: str
    onderwerp: str
    klant: str
    vorm: str
    opnieuw: bool
    termijn: Termijn
    gevraagd_op: str
    wie: str
    afdeling: str


@scherm(doel=Doel.OVERDRACHT_BEANTWOORDEN)
def lijst(verzoek: Verzoek) -> HttpResponseBase:
    """Show one of the three lists of the departments of this employee."""
    raadpleging = verzoek.raadpleging
    gekozen = _parse_lijst(verzoek.GET.get("lijst", ""))
    gevonden = list_overdrachten(raadpleging, Filter(gekozen, pagina=_parse_blad(verzoek.GET.get("blad", ""))))
    inhoud = {
        "tabs": _build_tabs(raadpleging, gekozen),
        "tabnaam": TABNAMEN[gekozen],
        "teruggegeven": gekozen is Lijst.TERUGGEGEVEN,
        "regels": _to_regels(raadpleging, gevonden),
        "meer_afdelingen": len(raadpleging.actor.afdeling_ids) > 1,
        "blad": Blad(gevonden.pagina, PAGINAGROOTTE, gevonden.aantal),
        "leeg": _LEEG[gekozen],
        "ververs_url": verzoek.get_full_path(),
        "live_afdeling_ids": sorted(raadpleging.actor.afdeling_ids),
    }
    deel = "vakafdeling/delen/lijst.html" if verzoek.headers.get("HX-Request") else "vakafdeling/lijst.html"
    return toon(verzoek, deel, inhoud)


def _parse_lijst(tekst: str) -> Lijst:
    return Lijst(tekst) if tekst in set(Lijst) else Lijst.OPEN


def _parse_blad(tekst: str) -> int:
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 7 else 1


def _build_tabs(raadpleging: Raadpleging, gekozen: Lijst) -> list[Tab]:
    begin = reverse("vakafdeling:lijst")
    return [
        Tab(naam, f"{begin}?lijst={lijst}", count_overdrachten(raadpleging, Filter(lijst)), lijst is gekozen)
        for lijst, naam in TABNAMEN.items()
    ]


def _to_regels(raadpleging: Raadpleging, gevonden: Overdrachtlijst) -> list[Opdrachtregel]:
    """Join the rows with names: one question to each room, whatever the number of rows."""
    vandaag = raadpleging.vandaag
    partijen = get_partijen(raadpleging, {regel.partij_id for regel in gevonden.regels if regel.partij_id})
    medewerkers = get_medewerkers({regel.behandelaar_id for regel in gevonden.regels if regel.behandelaar_id})
    afdelingen = {afdeling.id: afdeling for afdeling in list_afdelingen(raadpleging.actor.gemeente_ids)}
    kalenders = {gemeente_id: get_kalender(gemeente_id) for gemeente_id in sorted(raadpleging.actor.gemeente_ids)}
    regels = []
    for regel in gevonden.regels:
        afdeling = afdelingen.get(regel.afdeling_id)
        kalender = kalenders[afdeling.gemeente_id if afdeling else min(kalenders)]
        klant = partijen.get(regel.partij_id or 0)
        wie = medewerkers.get(regel.behandelaar_id or 0)
        regels.append(
            Opdrachtregel(
                url=reverse("vakafdeling:opdracht", args=[regel.uuid]),
                nummer=regel.klantvraag_nummer,
                onderwerp=regel.onderwerp,
                klant=klant.weergavenaam if klant else "Anoniem",
                vorm=VORMNAMEN[Vorm(regel.vorm)],
                opnieuw=regel.ronde > 1,
                termijn=to_termijn(regel.terug_op, vandaag, kalender)
                if regel.teruggegeven_op is None
                else to_teruggegeven_termijn(regel.terug_op, to_dag(regel.teruggegeven_op), vandaag),
                gevraagd_op=format_dag_kort(to_dag(regel.verzonden_op), vandaag),
                wie="Ik" if regel.behandelaar_id == raadpleging.actor.medewerker_id else wie.naam if wie else "",
                afdeling=afdeling.naam if afdeling else "",
            )
        )
    return regels
