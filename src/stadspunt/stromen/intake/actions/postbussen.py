"""Set up the mailboxes that are emptied."""

from django.db import IntegrityError, transaction

from stadspunt.bronnen.organisatie.queries import get_ingang
from stadspunt.bronnen.organisatie.rules.inrichting import demand, demand_gemeente
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.fundament.fouten import Fout, GeweigerdError, NietGevondenError
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.intake.models import Postbus
from stadspunt.stromen.intake.rules.postbus import Postbusgegevens, check_postbusgegevens


@action(recht="beheer.wijzigen")
def add_postbus(handeling: Handeling, gegevens: Postbusgegevens) -> int:
    """Add a mailbox; the poller starts to empty it within half a minute. Returns its id. Raises GeweigerdError."""
    return _save(handeling, Postbus(), gegevens)


@action(recht="beheer.wijzigen")
def update_postbus(handeling: Handeling, postbus_id: int, gegevens: Postbusgegevens) -> None:
    """Change a mailbox. Another account or folder is another mailbox: it is read from the start, doubles do no harm.

    Raises GeweigerdError, NietGevondenError.
    """
    postbus: Postbus | None = Postbus.objects.visible_to(handeling.raadpleging).select_for_update().filter(pk=postbus_id).first()
    if postbus is None:
        raise NietGevondenError(f"postbus {postbus_id}")
    if (postbus.host, postbus.gebruiker, postbus.map) != (
        gegevens.host.strip(),
        gegevens.gebruiker.strip(),
        gegevens.map.strip(),
    ):
        postbus.uidvalidity, postbus.laatste_uid = None, 0
    _save(handeling, postbus, gegevens)


@action(recht="beheer.wijzigen")
def request_proef(handeling: Handeling, postbus_id: int) -> None:
    """Ask that the connection to a mailbox is tried now, by the process that empties it and has its password.

    Raises GeweigerdError when the mailbox is off, NietGevondenError.
    """
    postbus = Postbus.objects.visible_to(handeling.raadpleging).select_for_update().filter(pk=postbus_id).first()
    if postbus is None:
        raise NietGevondenError(f"postbus {postbus_id}")
    if not postbus.actief:
        raise GeweigerdError(Fout("staat-uit", "Deze postbus staat uit. Zet de postbus eerst aan."))
    postbus.proef_gevraagd_op = handeling.moment
    postbus.save(update_fields=["proef_gevraagd_op"])


def _save(handeling: Handeling, postbus: Postbus, gegevens: Postbusgegevens) -> int:
    demand(check_postbusgegevens(gegevens))
    ingang = get_ingang(gegevens.ingang_id)
    demand_gemeente(handeling.actor, ingang.gemeente_id)
    if ingang.soort != Ingangsoort.POSTBUS:
        raise GeweigerdError(Fout("geen-postbus", "Kies een ingang die een e-mailadres is.", "ingang_id"))
    postbus.ingang_id, postbus.gemeente_id = ingang.id, ingang.gemeente_id
    postbus.host, postbus.poort = gegevens.host.strip(), gegevens.poort
    postbus.beveiliging, postbus.gebruiker = gegevens.beveiliging, gegevens.gebruiker.strip()
    postbus.geheim_variabele, postbus.actief = gegevens.geheim_variabele, gegevens.actief
    postbus.map, postbus.verwerkt_map = gegevens.map.strip(), gegevens.verwerkt_map.strip()
    try:
        with transaction.atomic():
            postbus.save()
    except IntegrityError as fout:
        raise GeweigerdError(Fout("bestaat-al", "Deze postbus staat al in de lijst. Pas die postbus aan.", "gebruiker")) from fout
    return postbus.pk
