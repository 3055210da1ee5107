"""Copy the contacts, questions and answers of the year."""

from collections.abc import Iterator
from datetime import timedelta

from stadspunt.project.demo.jaarvorm import Jaarcontact, Jaarvraag
from stadspunt.project.demo.laden.jaarsleutels import Jaarwereld
from stadspunt.project.demo.laden.kopieren import Rij, copy_rows, make_uuid7_at

_CONTACT = (
    "id", "uuid", "gemeente_id", "kanaal_id", "ingang_id", "team_id", "medewerker_id", "partij_id", "richting",
    "gebeurd_op", "geregistreerd_op", "samenvatting", "duur_seconden", "bereikt",
)  # fmt: skip
_VRAAG = (
    "id", "uuid", "nummer", "gemeente_id", "eigenaar_team_id", "eigenaar_is_kcc", "behandelaar_id", "partij_id",
    "product_id", "kanaal_id", "ingang_id", "onderwerp", "toelichting", "complexiteit", "taal", "status",
    "ontvangen_op", "beloofd_datum", "afgehandeld_op", "vervalreden", "overdrachten", "heropeningen", "versie",
)  # fmt: skip
_ANTWOORD = ("id", "klantvraag_id", "medewerker_id", "wijze", "tekst", "gegeven_op")
# An automatic arrival is processed within seconds.
_VERWERKT_NA = timedelta(seconds=4)


def load_vragen(wereld: Jaarwereld) -> None:
    """Copy all rows of the room that keeps questions."""
    copy_rows("klantcontacten.Klantcontact", _CONTACT, _list_contacten(wereld))
    copy_rows("klantcontacten.Klantvraag", _VRAAG, _list_vragen(wereld))
    copy_rows(
        "klantcontacten.Contactvraag",
        ("klantcontact_id", "klantvraag_id"),
        (
            (contact_id, vraag_id)
            for contact_id, contact in zip(wereld.contact_ids, wereld.contacten, strict=True)
            for vraag_id in wereld.list_vraag_ids(contact)
        ),
    )
    copy_rows("klantcontacten.Betrokkenafdeling", ("klantvraag_id", "afdeling_id"), _list_betrokkenen(wereld))
    copy_rows("klantcontacten.Antwoord", _ANTWOORD, _list_antwoorden(wereld))


def _list_contacten(wereld: Jaarwereld) -> Iterator[Rij]:
    inrichting = wereld.inrichting
    for contact_id, contact in zip(wereld.contact_ids, wereld.contacten, strict=True):
        # Who had the client before him registers when the conversation is over.
        duur = timedelta(seconds=contact.duur_seconden) if contact.duur_seconden else _VERWERKT_NA
        yield (
            contact_id,
            make_uuid7_at(contact.moment),
            inrichting.gemeente_id,
            inrichting.kanalen[contact.kanaal.value],
            inrichting.ingangen[contact.ingang] if contact.ingang else None,
            inrichting.teams[contact.team],
            wereld.get_medewerker_id(contact.medewerker),
            wereld.get_partij_id(contact),
            contact.richting,
            contact.moment,
            contact.moment + duur,
            _write_samenvatting(wereld, contact),
            contact.duur_seconden,
            contact.bereikt,
        )


def _write_samenvatting(wereld: Jaarwereld, contact: Jaarcontact) -> str:
    """Return the summary; that of an outgoing mail is its subject, in which the number of the question stands."""
    if contact.richting == "uit" and contact.tekst and contact.vervolg_op is not None:
        return f"{contact.samenvatting} [{wereld.nummers[contact.vervolg_op]}]"
    return contact.samenvatting


def _list_vragen(wereld: Jaarwereld) -> Iterator[Rij]:
    inrichting = wereld.inrichting
    for sleutel, vraag in wereld.vraag.items():
        contact = wereld.geopend_bij[sleutel]
        yield (
            wereld.vraag_ids[sleutel],
            make_uuid7_at(contact.moment),
            wereld.nummers[sleutel],
            inrichting.gemeente_id,
            inrichting.teams[contact.team],
            True,
            wereld.get_medewerker_id(vraag.behandelaar),
            wereld.get_partij_id(contact),
            inrichting.producten[vraag.product] if vraag.product else None,
            inrichting.kanalen[contact.kanaal.value],
            inrichting.ingangen[contact.ingang],
            vraag.onderwerp,
            vraag.toelichting,
            vraag.zwaarte,
            contact.taal,
            vraag.status,
            contact.moment,
            vraag.beloofd,
            vraag.afgehandeld_op,
            vraag.vervalreden,
            len(vraag.overdrachten),
            int(vraag.heropend_op is not None),
            _count_versies(vraag),
        )


def _count_versies(vraag: Jaarvraag) -> int:
    """Return the version that the row would have after as many changes."""
    stappen = [vraag.opgepakt_op, vraag.heropend_op, vraag.heropgepakt_op, vraag.vervallen_op]
    for overdracht in vraag.overdrachten:
        stappen += [overdracht.verzonden_op, overdracht.teruggegeven_op, overdracht.getoetst_op]
    return 1 + len(vraag.antwoorden) + sum(stap is not None for stap in stappen)


def _list_betrokkenen(wereld: Jaarwereld) -> Iterator[Rij]:
    for sleutel, vraag in wereld.vraag.items():
        for afdeling in dict.fromkeys(overdracht.afdeling for overdracht in vraag.overdrachten):
            yield wereld.vraag_ids[sleutel], wereld.inrichting.afdelingen[afdeling]


def _list_antwoorden(wereld: Jaarwereld) -> Iterator[Rij]:
    for (sleutel, volgorde), antwoord_id in wereld.antwoord_ids.items():
        antwoord = wereld.vraag[sleutel].antwoorden[volgorde]
        medewerker_id = wereld.get_medewerker_id(antwoord.medewerker)
        yield antwoord_id, wereld.vraag_ids[sleutel], medewerker_id, antwoord.wijze, antwoord.tekst, antwoord.gegeven_op
