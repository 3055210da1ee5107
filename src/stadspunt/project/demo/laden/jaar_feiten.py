"""Copy the facts of the year, from which the timelines are drawn. They have no deliveries: nothing reacts to the past."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.gebeurtenissen.feiten import get_onderwerpen, to_inhoud
from stadspunt.fundament.tijd.dagen import to_dag
from stadspunt.fundament.toegang.actor import ActorSoort
from stadspunt.project.demo.jaarvorm import Jaarcontact, Jaarvraag
from stadspunt.project.demo.laden.jaar_berichten import Jaarbericht
from stadspunt.project.demo.laden.jaarsleutels import Jaarwereld
from stadspunt.project.demo.laden.kopieren import Rij, copy_rows, make_uuid7_at
from stadspunt.project.demo.organisatie import MEDEWERKER_PER_LOGIN
from stadspunt.stromen.correspondentie.events import BerichtOntvangen, BerichtVerzonden, VerzendingGepland
from stadspunt.stromen.klantcontacten.events import (
    KlantcontactGeregistreerd,
    KlantvraagAfgehandeld,
    KlantvraagGeopend,
    KlantvraagHeropend,
    KlantvraagOpgepakt,
    KlantvraagVervallen,
)
from stadspunt.stromen.overdracht.events import AntwoordGetoetst, KlantvraagOvergedragen, OverdrachtTeruggegeven

_FEIT = (
    "uuid", "soort", "moment_op", "actor_soort", "actor", "medewerker_id", "doel", "inhoud", "onderwerpen",
)  # fmt: skip
_BEDENKTIJD = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class _Feit:
    moment: datetime
    waarde: object
    login: str = ""
    doel: str = Doel.KLANTVRAAG_BEHANDELEN


def load_feiten(wereld: Jaarwereld, berichten: list[Jaarbericht], bericht_ids: list[int]) -> None:
    """Copy every fact of the year in the order in which things happened."""
    feiten = list(_list_contactfeiten(wereld))
    for sleutel, vraag in wereld.vraag.items():
        feiten += _list_vraagfeiten(wereld, vraag, wereld.geopend_bij[sleutel])
    for contact_id, contact in zip(wereld.contact_ids, wereld.contacten, strict=True):
        if contact.heropent and contact.vervolg_op is not None:
            feiten.append(_Feit(contact.moment, KlantvraagHeropend(wereld.vraag_ids[contact.vervolg_op], contact_id)))
    feiten += _list_berichtfeiten(wereld, berichten, bericht_ids)
    feiten.sort(key=lambda feit: feit.moment)
    copy_rows("gebeurtenissen.Gebeurtenis", _FEIT, (_to_rij(wereld, feit) for feit in feiten))


def _to_rij(wereld: Jaarwereld, feit: _Feit) -> Rij:
    door_mens = feit.login != ""
    return (
        make_uuid7_at(feit.moment),
        type(feit.waarde).__name__,
        feit.moment,
        (ActorSoort.MEDEWERKER if door_mens else ActorSoort.SYSTEEM).value,
        MEDEWERKER_PER_LOGIN[feit.login].naam if door_mens else "intake",
        wereld.get_medewerker_id(feit.login),
        str(feit.doel) if door_mens else "systeemtaak",
        json.dumps(to_inhoud(feit.waarde)),
        get_onderwerpen(feit.waarde),
    )


def _list_contactfeiten(wereld: Jaarwereld) -> Iterator[_Feit]:
    gemeente_id = wereld.inrichting.gemeente_id
    for contact_id, contact in zip(wereld.contact_ids, wereld.contacten, strict=True):
        kanaal_id = wereld.inrichting.kanalen[contact.kanaal.value]
        vraag_ids = wereld.list_vraag_ids(contact)
        geregistreerd = KlantcontactGeregistreerd(contact_id, gemeente_id, kanaal_id, contact.richting, vraag_ids)
        yield _Feit(contact.moment, geregistreerd, contact.medewerker)
        for vraag in contact.vragen:
            product_id = wereld.inrichting.producten[vraag.product] if vraag.product else None
            geopend = KlantvraagGeopend(
                wereld.vraag_ids[vraag.sleutel], contact_id, gemeente_id, kanaal_id,
                wereld.inrichting.teams[contact.team], product_id, vraag.beloofd,
            )  # fmt: skip
            yield _Feit(contact.moment, geopend, contact.medewerker)


def _list_vraagfeiten(wereld: Jaarwereld, vraag: Jaarvraag, contact: Jaarcontact) -> Iterator[_Feit]:
    vraag_id = wereld.vraag_ids[vraag.sleutel]
    # After a reply the same employee takes the question again; while it lies open it is nobody's.
    opnemer = vraag.behandelaar or (vraag.antwoorden[0].medewerker if vraag.antwoorden else "")
    for moment in (vraag.opgepakt_op, vraag.heropgepakt_op):
        if moment is not None and opnemer:
            yield _Feit(moment, KlantvraagOpgepakt(vraag_id, wereld.inrichting.medewerkers[opnemer]), opnemer)
    yield from _list_overdrachtfeiten(wereld, vraag, vraag_id)
    for volgorde, antwoord in enumerate(vraag.antwoorden):
        eerste = volgorde == 0 and not vraag.overdrachten
        antwoord_id = wereld.antwoord_ids[vraag.sleutel, volgorde]
        afgehandeld = KlantvraagAfgehandeld(vraag_id, antwoord_id, antwoord.wijze, eerste_contact=eerste)
        yield _Feit(antwoord.gegeven_op, afgehandeld, antwoord.medewerker)
    if vraag.vervallen_op is not None:
        yield _Feit(vraag.vervallen_op, KlantvraagVervallen(vraag_id, vraag.vervalreden), vraag.behandelaar)


def _list_overdrachtfeiten(wereld: Jaarwereld, vraag: Jaarvraag, vraag_id: int) -> Iterator[_Feit]:
    for ronde, overdracht in enumerate(vraag.overdrachten, start=1):
        overdracht_id = wereld.overdracht_ids[vraag.sleutel, ronde]
        afdeling_id = wereld.inrichting.afdelingen[overdracht.afdeling]
        gevraagd = KlantvraagOvergedragen(overdracht_id, vraag_id, afdeling_id, ronde, overdracht.vorm, overdracht.terug_op)
        yield _Feit(overdracht.verzonden_op, gevraagd, overdracht.van)
        if overdracht.teruggegeven_op is not None:
            op_tijd = to_dag(overdracht.teruggegeven_op) <= overdracht.terug_op
            terug = OverdrachtTeruggegeven(overdracht_id, vraag_id, afdeling_id, op_tijd)
            yield _Feit(overdracht.teruggegeven_op, terug, overdracht.behandelaar, Doel.OVERDRACHT_BEANTWOORDEN)
        if overdracht.getoetst_op is not None:
            redenen = (("snelheid", overdracht.reden_te_laat), ("begrijpelijkheid", overdracht.reden_onbegrijpelijk))
            afwijkingen = tuple(punt for punt, reden in redenen if reden)
            yield _Feit(overdracht.getoetst_op, AntwoordGetoetst(overdracht_id, vraag_id, afwijkingen), overdracht.toetser)


def _list_berichtfeiten(wereld: Jaarwereld, berichten: list[Jaarbericht], bericht_ids: list[int]) -> Iterator[_Feit]:
    for bericht_id, bericht in zip(bericht_ids, berichten, strict=True):
        vraag_ids = (wereld.vraag_ids[bericht.sleutel],)
        if bericht.richting == "in":
            yield _Feit(bericht.moment, BerichtOntvangen(bericht_id, vraag_ids, bericht.soort))
            continue
        gepland = bericht.moment - _BEDENKTIJD
        yield _Feit(gepland, VerzendingGepland(bericht_id, vraag_ids, bericht.soort), bericht.medewerker)
        yield _Feit(bericht.moment, BerichtVerzonden(bericht_id, vraag_ids, bericht.soort))
