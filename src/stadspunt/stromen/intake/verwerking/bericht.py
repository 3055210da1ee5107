"""The message itself, readable and with its files, kept with the question it belongs to."""

from dataclasses import dataclass

from stadspunt.bronnen.documenten.actions import Bestand, store_document
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.waarden.bereik import is_email
from stadspunt.stromen.correspondentie.actions.ontvangen import register_inkomend_bericht
from stadspunt.stromen.correspondentie.rules.ontvangen import InkomendBericht, InkomendeBijlage
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort
from stadspunt.stromen.intake.rules.mailbericht import Adres, Bijlage, Mailbericht
from stadspunt.stromen.intake.rules.moment import judge_moment
from stadspunt.stromen.intake.verwerking.poststuk import Poststuk

_MAX_ADRES = 320


@dataclass(frozen=True, slots=True)
class Berichtgegevens:
    """What the intake found out about a message: where it belongs, whose it is, whether a receipt may go back."""

    klantvraag_ids: tuple[int, ...]
    klantcontact_id: int | None = None
    soort: Berichtsoort = Berichtsoort.GEWOON
    taal: str = "nl"
    mag_automatisch_antwoord: bool = False
    klant: Adres | None = None


def keep_bericht(handeling: Handeling, stuk: Poststuk, bericht: Mailbericht, gegevens: Berichtgegevens) -> int:
    """Keep a read e-mail with its attachments; returns the id of the message."""
    afzender = bericht.afzender or Adres("", "")
    return register_inkomend_bericht(
        handeling,
        InkomendBericht(
            gemeente_id=stuk.gemeente_id,
            soort=gegevens.soort,
            sleutel=stuk.sleutel,
            onderwerp=bericht.onderwerp,
            tekst=bericht.eigen_tekst,
            citaat=bericht.citaat,
            html=bericht.html,
            van_naam=afzender.naam,
            van_adres=afzender.adres[:_MAX_ADRES],
            antwoord_adres=_find_antwoordadres(bericht, gegevens.klant),
            aan_adres=next((adres.adres[:_MAX_ADRES] for adres in bericht.aan.eerste if adres.adres), ""),
            message_id=bericht.message_id,
            in_reply_to=bericht.in_reply_to,
            ruw_hash=stuk.blob_hash,
            taal=gegevens.taal,
            mag_automatisch_antwoord=gegevens.mag_automatisch_antwoord,
            verzonden_op=judge_moment(bericht.verzonden_op, stuk.ontvangen_op).moment,
            klantcontact_id=gegevens.klantcontact_id,
            klantvraag_ids=gegevens.klantvraag_ids,
            bijlagen=keep_bijlagen(handeling, bericht.bijlagen),
        ),
    )


def keep_bijlagen(handeling: Handeling, bijlagen: tuple[Bijlage, ...]) -> tuple[InkomendeBijlage, ...]:
    """Keep the files of a message, dangerous ones too (marked), in their order."""
    return tuple(
        InkomendeBijlage(
            store_document(
                handeling,
                Bestand(bijlage.naam, bijlage.mediatype_gevonden, bijlage.inhoud, str(bijlage.gevaarlijk or "")),
            ),
            bijlage.cid,
            bijlage.inline,
        )
        for bijlage in bijlagen
    )


def _find_antwoordadres(bericht: Mailbericht, klant: Adres | None) -> str:
    """Return where the sender wants answers when that is another address than his own, else ''."""
    afzender = bericht.afzender.adres.lower() if bericht.afzender else ""
    wensen = [adres.adres for adres in bericht.antwoord_naar] + ([klant.adres] if klant else [])
    return next((adres for adres in wensen if is_email(adres) and adres.lower() != afzender), "")
