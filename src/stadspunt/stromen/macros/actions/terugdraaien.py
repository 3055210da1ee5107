"""Undo a macro: exactly back to how the question stood, while nobody did anything after it."""

from dataclasses import replace
from typing import Any

from stadspunt.fundament.concepten.actions import finish_concept
from stadspunt.fundament.concepten.queries import find_concept
from stadspunt.fundament.fouten import AchterhaaldError, Fout, NietGevondenError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.gebeurtenissen.queries import has_latere_gebeurtenis
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.fundament.waarden.uuid7 import make_uuid7
from stadspunt.stromen.correspondentie.actions.verzenden import withdraw_verzending
from stadspunt.stromen.correspondentie.queries.berichten import get_bericht
from stadspunt.stromen.klantcontacten.actions.herstellen import Vraagstand, capture_stand, restore_stand
from stadspunt.stromen.macros.events import MacroTeruggedraaid
from stadspunt.stromen.macros.models import Macrouitvoering
from stadspunt.stromen.overdracht.actions.overdragen import withdraw_overdracht

_AL_GEDAAN = Fout("al-ongedaan", "Deze macro is al ongedaan gemaakt.")
_VAN_ANDER = Fout("van-ander", "Alleen wie de macro uitvoerde, kan hem ongedaan maken.")
_TE_LAAT = Fout("te-laat", "De tijd om deze macro ongedaan te maken is voorbij.")
_GEWIJZIGD = Fout("gewijzigd", "Na de macro is er iets met deze vraag gebeurd. U kunt de macro niet meer ongedaan maken.")
_VERDER = Fout("verder-geschreven", "In het begonnen antwoord is verder geschreven. Gooi dat antwoord eerst weg.")


@action(recht="klantvraag.behandelen")
def undo_macro(handeling: Handeling, macrouitvoering_id: int) -> int:
    """Take back what a macro did; returns the question.

    What was handed over is withdrawn, a message that waits is not sent, notes and answers are
    gone, and every value is what it was. Raises AchterhaaldError when a colleague did the macro, it
    was undone already, too much time has passed or anything happened since; NietGevondenError.
    """
    gezien = Macrouitvoering.objects.filter(pk=macrouitvoering_id).first()
    if gezien is None:
        raise NietGevondenError(f"macrouitvoering {macrouitvoering_id}")
    nu = capture_stand(handeling, gezien.klantvraag_id)  # locks the question: who comes second waits here
    rij = Macrouitvoering.objects.select_related("macro").get(pk=macrouitvoering_id)
    _demand_mogelijk(handeling, rij, nu)
    deel = replace(handeling, geheel=make_uuid7())
    _take_back(deel, rij.sporen)
    voor = Vraagstand(rij.stand_voor["versie"], rij.stand_voor["velden"], tuple(rij.stand_voor["afdeling_ids"]))
    restore_stand(deel, rij.klantvraag_id, voor, rij.sporen["notitie_ids"], rij.sporen["antwoord_ids"])
    rij.ongedaan_op = handeling.moment
    rij.save(update_fields=["ongedaan_op"])
    publish(deel, MacroTeruggedraaid(rij.klantvraag_id, rij.pk, rij.macro.naam))
    return int(rij.klantvraag_id)


def _demand_mogelijk(handeling: Handeling, rij: Macrouitvoering, nu: Vraagstand) -> None:
    if rij.medewerker_id != handeling.actor.medewerker_id:
        raise AchterhaaldError(_VAN_ANDER)
    if rij.ongedaan_op is not None:
        raise AchterhaaldError(_AL_GEDAAN)
    if handeling.moment >= rij.ongedaan_tot:
        raise AchterhaaldError(_TE_LAAT)
    gebeurd = has_latere_gebeurtenis(handeling.raadpleging, f"klantvraag:{rij.klantvraag_id}", rij.geheel)
    if nu.versie != rij.versie_na or gebeurd:
        raise AchterhaaldError(_GEWIJZIGD)


def _take_back(handeling: Handeling, sporen: dict[str, Any]) -> None:
    """Undo what stands in other rooms than that of the question."""
    if sporen["bericht_id"]:
        verzending = get_bericht(handeling.raadpleging, sporen["bericht_id"])[0].verzending
        if verzending is not None:
            withdraw_verzending(handeling, verzending.id)
    if sporen["overdracht_id"]:
        withdraw_overdracht(handeling, sporen["overdracht_id"])
    if sporen["conceptplek"]:
        concept = find_concept(handeling.raadpleging, sporen["conceptplek"])
        if concept is not None and concept.versie != sporen["conceptversie"]:
            raise AchterhaaldError(_VERDER)
        finish_concept(handeling, sporen["conceptplek"])
