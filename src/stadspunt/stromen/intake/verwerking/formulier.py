"""A web form becomes a contact with a new question."""

from stadspunt.bronnen.organisatie.beelden import IngangBeeld
from stadspunt.bronnen.organisatie.queries import get_ingang
from stadspunt.bronnen.partijen.rules import Partijgegevens, Taal
from stadspunt.bronnen.producten.queries import list_producten
from stadspunt.fundament.opslag.blobs import load_blob
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.waarden.bereik import is_email
from stadspunt.stromen.correspondentie.actions.ontvangen import register_inkomend_bericht
from stadspunt.stromen.correspondentie.rules.ontvangen import InkomendBericht
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort
from stadspunt.stromen.intake.rules.bijlagen import make_bijlage
from stadspunt.stromen.intake.rules.formulier import Formulierinzending, from_bytes
from stadspunt.stromen.intake.rules.ontvangst import Uitkomst
from stadspunt.stromen.intake.rules.vraagtekst import first_words
from stadspunt.stromen.intake.verwerking.bericht import keep_bijlagen
from stadspunt.stromen.intake.verwerking.partij import find_or_register_partij
from stadspunt.stromen.intake.verwerking.poststuk import Poststuk
from stadspunt.stromen.intake.verwerking.uitslag import NietTeVerwerkenError, Uitslag
from stadspunt.stromen.klantcontacten.actions.registreren import Registratie, register_klantcontact
from stadspunt.stromen.klantcontacten.rules import NieuwContact, NieuweVraag

_ZONDER_ONDERWERP = "Vraag via het webformulier"


def handle_formulier(handeling: Handeling, stuk: Poststuk, ruw: bytes) -> Uitslag:
    """Register what a web form brings and return what it became. Raises NietTeVerwerkenError, FormulierOnleesbaarError."""
    inzending = from_bytes(ruw)
    if stuk.ingang_id is None:
        raise NietTeVerwerkenError("Dit formulier heeft geen ingang. Maak in het beheer een ingang voor het formulier aan.")
    ingang = get_ingang(stuk.ingang_id)
    onderwerp = inzending.onderwerp.strip() or first_words(inzending.vraag) or _ZONDER_ONDERWERP
    registratie = _register(handeling, stuk, inzending, ingang, onderwerp)
    register_inkomend_bericht(
        handeling,
        InkomendBericht(
            gemeente_id=stuk.gemeente_id,
            soort=Berichtsoort.GEWOON,
            sleutel=stuk.sleutel,
            onderwerp=onderwerp,
            tekst=inzending.vraag,
            van_naam=inzending.naam,
            van_adres=inzending.email if is_email(inzending.email) else "",
            ruw_hash=stuk.blob_hash,
            taal=inzending.taal,
            mag_automatisch_antwoord=is_email(inzending.email),
            verzonden_op=stuk.ontvangen_op,
            klantcontact_id=registratie.klantcontact_id,
            klantvraag_ids=registratie.klantvraag_ids,
            bijlagen=keep_bijlagen(
                handeling,
                tuple(
                    make_bijlage(naam, "", load_blob(hash_), volgnummer=volgnummer, bron="formulier")
                    for volgnummer, (naam, hash_) in enumerate(inzending.bijlagen, start=1)
                ),
            ),
        ),
    )
    return Uitslag(Uitkomst.CONTACT, ingang.id, registratie.klantcontact_id, registratie.klantvraag_ids[0])


def _register(
    handeling: Handeling, stuk: Poststuk, inzending: Formulierinzending, ingang: IngangBeeld, onderwerp: str
) -> Registratie:
    partij_id = find_or_register_partij(
        handeling,
        stuk.gemeente_id,
        Partijgegevens(inzending.naam, inzending.email, inzending.telefoon, voorkeurstaal=Taal(inzending.taal)),
    )
    vraag = NieuweVraag(onderwerp, inzending.vraag, product_id=_find_product(stuk.gemeente_id, inzending.product_slug))
    return register_klantcontact(
        handeling,
        NieuwContact(
            gemeente_id=stuk.gemeente_id,
            kanaal_id=ingang.kanaal_id,
            team_id=ingang.team_id,
            ingang_id=ingang.id,
            partij_id=partij_id,
            gebeurd_op=stuk.ontvangen_op,
            samenvatting=first_words(inzending.vraag, 160),
            bron_sleutel=stuk.sleutel,
            taal=inzending.taal,
            vragen=(vraag,),
        ),
    )


def _find_product(gemeente_id: int, slug: str) -> int | None:
    if not slug:
        return None
    return next((product.id for product in list_producten([gemeente_id]) if product.slug == slug), None)
