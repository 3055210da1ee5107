"""Bounces, automatic replies and read receipts: kept with the message they answer, never answered, never a new contact."""

from dataclasses import dataclass, replace

from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.stromen.correspondentie.actions.ontvangen import record_bounce
from stadspunt.stromen.correspondentie.rules.ontvangen import Bouncemelding
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort
from stadspunt.stromen.intake.rules.automatisch import Soort, classify
from stadspunt.stromen.intake.rules.mailbericht import Bezorgactie, Mailbericht
from stadspunt.stromen.intake.rules.ontvangst import Uitkomst
from stadspunt.stromen.intake.verwerking.bericht import Berichtgegevens, keep_bericht
from stadspunt.stromen.intake.verwerking.draad import Verband
from stadspunt.stromen.intake.verwerking.poststuk import Poststuk
from stadspunt.stromen.intake.verwerking.uitslag import Uitslag
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld

_SOORTEN: dict[Soort, tuple[Berichtsoort, Uitkomst]] = {
    Soort.BOUNCE: (Berichtsoort.BOUNCE, Uitkomst.BOUNCE),
    Soort.BEZORGMELDING: (Berichtsoort.BOUNCE, Uitkomst.BOUNCE),
    Soort.AUTOMATISCH_ANTWOORD: (Berichtsoort.AUTOMATISCH, Uitkomst.AUTOMATISCH),
    Soort.LEESBEVESTIGING: (Berichtsoort.LEESBEVESTIGING, Uitkomst.LEESBEVESTIGING),
}


@dataclass(frozen=True, slots=True)
class Melding:
    """A report by a machine, and the question it is about when that is known."""

    berichtsoort: Berichtsoort
    uitkomst: Uitkomst
    vraag: KlantvraagBeeld | None


def judge_melding(bericht: Mailbericht, retouradres: str | None, verband: Verband | None, *, van_klant: bool) -> Melding | None:
    """Return the report that this message is, None when it is an ordinary message.

    Without one of our own message identifiers an automatic reply must come from the client to be kept with his question.
    A message that only looks automatic by its subject and answers nothing of ours may be a person writing about absence:
    it is treated as an ordinary one, because a report about nothing becomes no question.
    """
    soorten = _SOORTEN.get(classify(bericht, retouradres))
    if soorten is None:
        return None
    berichtsoort, uitkomst = soorten
    hoort_erbij = verband is not None and (verband.zeker or van_klant or berichtsoort is Berichtsoort.BOUNCE)
    if hoort_erbij and verband is not None:
        return Melding(berichtsoort, uitkomst, verband.vraag)
    zegt_iets = bool(bericht.eigen_tekst.strip() or bericht.bijlagen)
    if _SOORTEN.get(classify(replace(bericht, onderwerp=""), retouradres)) is None and zegt_iets:
        return None
    return Melding(berichtsoort, uitkomst, None)


def handle_melding(handeling: Handeling, stuk: Poststuk, bericht: Mailbericht, ingang_id: int, melding: Melding) -> Uitslag:
    """Keep a report with its question and tell the outbox what came back; about nothing of ours only its outcome stays."""
    if melding.vraag is None:
        return Uitslag(melding.uitkomst, ingang_id)
    bericht_id = keep_bericht(
        handeling, stuk, bericht, Berichtgegevens((melding.vraag.id,), soort=melding.berichtsoort, taal=melding.vraag.taal)
    )
    for bounce in bericht.bounces if melding.berichtsoort is Berichtsoort.BOUNCE else ():
        record_bounce(
            handeling,
            Bouncemelding(
                bounce.oorspronkelijk_message_id,
                bounce.ontvanger,
                bounce.status,
                bounce.diagnose,
                # 'failed' means that nobody tries any more, also with a code of a passing fault (RFC 3464, 2.3.3).
                permanent=bounce.actie is Bezorgactie.MISLUKT,
            ),
            bericht_id,
        )
    return Uitslag(melding.uitkomst, ingang_id, klantvraag_id=melding.vraag.id)
