"""Send messages: each when it is due, and once a minute what was left behind."""

import time

import structlog
from django.db import InterfaceError, OperationalError, close_old_connections, connection

from stadspunt.fundament.taken.wachtrij import elke, taak
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import Handeling, build_systeem
from stadspunt.stromen.correspondentie.actions.verzenden import (
    claim_verzending,
    record_mislukt,
    record_onbekend,
    record_onzeker,
    record_uitstel,
    record_verzonden,
)
from stadspunt.stromen.correspondentie.koppeling import (
    GeweigerdDoorServerError,
    UitgesteldError,
    UitkomstOnbekendError,
    get_verzender,
)
from stadspunt.stromen.correspondentie.models import Verzending
from stadspunt.stromen.correspondentie.queries.verzendingen import get_uitgaande_mail, has_poststop, list_bijlagen
from stadspunt.stromen.correspondentie.rules.mail import build_mail
from stadspunt.stromen.correspondentie.rules.planning import LEASE
from stadspunt.stromen.correspondentie.rules.woorden import Verzendstatus

# That the mail server took a message is known only here until it is written down: a database
# that is away for a minute must not make us send it twice.
_VOLHOUDEN_SECONDEN = (0.5, 1, 2, 4, 8, 16, 32)
_ACHTERSTAND = 500
log = structlog.get_logger(__name__)


@taak("correspondentie.verzend_bericht")
def verzend_bericht(verzending_id: int) -> None:
    """Send one message when it is due; running twice, or long after, does no harm."""
    handeling = build_systeem("verzending", get_moment())
    verzender = get_verzender()  # before the claim: a setting that is wrong leaves everything waiting
    if not claim_verzending(handeling, verzending_id):
        return
    if _has_beletsel(handeling, verzending_id):
        return
    try:
        uit = get_uitgaande_mail(handeling.raadpleging, verzending_id)
        mail = build_mail(uit)
    except (ValueError, LookupError) as fout:
        # What cannot be made into a mail now cannot be later: a person has to look.
        log.exception("bericht_niet_op_te_maken", verzending_id=verzending_id)
        record_mislukt(handeling, verzending_id, f"Van dit bericht is geen e-mail te maken ({type(fout).__name__}).")
        return
    try:
        verzender.send(mail, uit.van_adres, mail["To"].addresses[0].addr_spec)
    except UitgesteldError as fout:
        record_uitstel(build_systeem("verzending", get_moment()), verzending_id, str(fout))
    except GeweigerdDoorServerError as fout:
        record_mislukt(build_systeem("verzending", get_moment()), verzending_id, str(fout))
    except UitkomstOnbekendError as fout:
        record_onbekend(build_systeem("verzending", get_moment()), verzending_id, str(fout))
    else:
        _record_verzonden(verzending_id)


def _has_beletsel(handeling: Handeling, verzending_id: int) -> bool:
    """Say whether a file holds the message back: for good when it has a virus, for now when the scanner has not seen it."""
    bijlagen = list_bijlagen(handeling.raadpleging, verzending_id)
    besmet = next((een for een in bijlagen if een.is_besmet), None)
    if besmet:
        record_mislukt(handeling, verzending_id, f"Niet verstuurd: in {besmet.naam} zit een virus ({besmet.virusnaam}).")
    elif any(een.wacht_op_controle for een in bijlagen):
        record_uitstel(handeling, verzending_id, "Een bestand is nog niet gecontroleerd op virussen.")
    else:
        return False
    return True


def _record_verzonden(verzending_id: int) -> None:
    for pauze in (*_VOLHOUDEN_SECONDEN, None):
        try:
            record_verzonden(build_systeem("verzending", get_moment()), verzending_id)
        except (OperationalError, InterfaceError):
            if pauze is None or connection.in_atomic_block:
                raise
            log.warning("database_weg_na_verzending", verzending_id=verzending_id)
            time.sleep(pauze)
            close_old_connections()
        except Exception as fout:
            # Never silent and never sent again: the client has it, our own books do not.
            log.exception("verzonden_niet_vastgelegd", verzending_id=verzending_id)
            tekst = f"Het bericht is verzonden, maar dat kon niet worden vastgelegd ({type(fout).__name__})."
            record_onzeker(build_systeem("verzending", get_moment()), verzending_id, tekst)
            return
        else:
            return


@elke("* * * * *", naam="correspondentie.verzend_achterstand")
def verzend_achterstand() -> None:
    """Send what is due and was left: its job was lost, or its worker died half-way."""
    if has_poststop():
        return
    nu = get_moment()
    wachtend = Verzending.objects.filter(status=Verzendstatus.GEPLAND, volgende_poging_op__lte=nu)
    verlaten = Verzending.objects.filter(status=Verzendstatus.BEZIG, begonnen_op__lte=nu - LEASE)
    ids = [rij for rijen in (verlaten, wachtend) for rij in rijen.order_by("id").values_list("pk", flat=True)[:_ACHTERSTAND]]
    for verzending_id in ids:
        verzend_bericht(verzending_id)
