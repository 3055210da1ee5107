"""For who has an account and no desk: no role (yet, or any more), or a role to which no screen belongs."""

from django.http import HttpResponseBase

from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.deuren.aanmelden.startplek import ZONDER_WERKPLEK, find_startplek
from stadspunt.fundament.schermen.toon import toon
from stadspunt.fundament.toegang.scherm import Verzoek, get_actorbron, scherm


@scherm(doel=Doel.AANMELDEN, openbaar=True)
def geen_rol(verzoek: Verzoek) -> HttpResponseBase:
    """Say that the account works, what is missing, and who can give it."""
    account_id = verzoek.user.pk
    actor = get_actorbron()(account_id, verzoek) if account_id is not None else None
    werkplek = find_startplek(actor)
    inhoud = {
        "aangemeld": account_id is not None,
        "heeft_rol": actor is not None,
        "werkplek": "" if werkplek == ZONDER_WERKPLEK else werkplek,
        "stijl": actor is not None and actor.has_doel(Doel.STIJLGIDS),
    }
    return toon(verzoek, "aanmelden/geen_rol.html", inhoud, status=403)
