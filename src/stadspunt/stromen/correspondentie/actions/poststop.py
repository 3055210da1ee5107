"""Hold all outgoing mail after a copy was put back, and let it go again.

The database of last night does not know what was sent since. What waited then may have gone, so nothing leaves until
a person has decided.
"""

from datetime import datetime

from stadspunt.fundament.fouten import AchterhaaldError, Fout
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.stromen.correspondentie.models import Poststop, Verzending
from stadspunt.stromen.correspondentie.rules.woorden import ONDERWEG
from stadspunt.stromen.correspondentie.vergrendeling import mark_misschien_verstuurd

_HERSTELD = "Er is een reservekopie teruggezet. Misschien is dit bericht daarvoor al verstuurd."


@action(recht="bericht.verzenden")
def stop_post(handeling: Handeling, stand: datetime) -> None:
    """Hold all mail from now on; `stand` is the moment of the copy that was put back. Held already: the newest moment counts."""
    stop = Poststop.objects.select_for_update().filter(actief=True).first()
    if stop is None:
        Poststop.objects.create(stand_op=stand, sinds_op=handeling.moment)
    elif stop.stand_op < stand:
        # What was held then is in this copy too.
        stop.stand_op = stand
        stop.save(update_fields=["stand_op"])


@action(recht="techniek.herstellen")
def release_post(handeling: Handeling, oude_ook: bool) -> int:
    """Let mail go again, within a minute. What waited in the copy goes too with `oude_ook`, and else a person looks at each.

    Returns how many those are. Raises AchterhaaldError when mail is not held (any more).
    """
    stop = Poststop.objects.select_for_update().filter(actief=True).first()
    if stop is None:
        raise AchterhaaldError(Fout("al-vrij", "De mail is al vrijgegeven."))
    oude = [] if oude_ook else list(
        Verzending.objects.select_for_update(of=("self",))
        .filter(status__in=ONDERWEG, bericht__geregistreerd_op__lte=stop.stand_op)
        .select_related("bericht")
        .order_by("id")
    )  # fmt: skip
    for rij in oude:
        mark_misschien_verstuurd(handeling, rij, _HERSTELD)
    stop.actief = False
    stop.vrijgegeven_op = handeling.moment
    stop.vrijgegeven_door_id = handeling.actor.medewerker_id
    stop.save(update_fields=["actief", "vrijgegeven_op", "vrijgegeven_door_id"])
    return len(oude)
