"""Do a macro on a question: all of its steps or none, in one transaction."""

from dataclasses import asdict, replace
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from stadspunt.fundament.fouten import AchterhaaldError, Fout, GeenRechtError, GeweigerdError, NietGevondenError
from stadspunt.fundament.gebeurtenissen.actions import publish
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.fundament.toegang.poort import action
from stadspunt.fundament.waarden.uuid7 import make_uuid7
from stadspunt.stromen.correspondentie.rules.planning import BEDENKTIJD
from stadspunt.stromen.klantcontacten.actions.herstellen import capture_stand
from stadspunt.stromen.klantcontacten.queries import get_klantvragen
from stadspunt.stromen.macros.beelden import Macrovoorbeeld
from stadspunt.stromen.macros.events import MacroUitgevoerd
from stadspunt.stromen.macros.models import Macro, Macrouitvoering
from stadspunt.stromen.macros.queries import to_stappen
from stadspunt.stromen.macros.rules import Stapsoort, sort_stappen
from stadspunt.stromen.macros.stappen import Opdracht, Sporen, do_stap

_GEEN_RECHT = Fout("geen-recht", "U mag niet alles doen wat deze macro doet.")


@action(recht="klantvraag.behandelen")
def run_macro(
    handeling: Handeling, macro_id: int, klantvraag_id: int, kenmerk: UUID, *, versie: int | None = None, antwoord_url: str = ""
) -> int:
    """Do every step of a macro on a question, or nothing; returns the id of the macrouitvoering.

    The same `kenmerk` on the same question again returns the first one. `versie` is how the
    question stood when somebody looked (None: however it stands); `antwoord_url` is where a begun
    answer is written on. Raises GeweigerdError with what stands in the way (also when this actor
    may not do one of the steps by hand), AchterhaaldError when a colleague was first,
    NietGevondenError.
    """
    voor = capture_stand(handeling, klantvraag_id)  # locks the question: who comes second waits here
    eerder = Macrouitvoering.objects.filter(klantvraag_id=klantvraag_id, kenmerk=kenmerk).first()
    if eerder is not None and eerder.ongedaan_op is not None:
        raise AchterhaaldError(Fout("al-ongedaan", "Deze macro is al ongedaan gemaakt. Laad de pagina opnieuw."))
    if eerder is not None:
        return eerder.pk
    if versie is not None:
        capture_stand(handeling, klantvraag_id, versie)
    macro = _get_macro(handeling, macro_id, klantvraag_id)
    geheel = make_uuid7()
    deel = replace(handeling, geheel=geheel)
    sporen = Sporen()
    zinnen: list[str] = []
    for stap in sort_stappen(to_stappen(macro.stappen)):
        try:
            zinnen.append(do_stap(Opdracht(deel, klantvraag_id, stap, kenmerk, antwoord_url), sporen))
        except GeenRechtError as fout:
            raise GeweigerdError(_GEEN_RECHT) from fout
    rij = Macrouitvoering.objects.create(
        macro=macro,
        klantvraag_id=klantvraag_id,
        medewerker_id=handeling.actor.medewerker_id,
        kenmerk=kenmerk,
        geheel=geheel,
        uitgevoerd_op=handeling.moment,
        ongedaan_tot=handeling.moment + (BEDENKTIJD if sporen.bericht_id else timedelta(minutes=macro.minuten)),
        stand_voor=asdict(voor),
        versie_na=capture_stand(deel, klantvraag_id).versie,
        sporen=asdict(sporen),
        zinnen=zinnen,
    )
    publish(deel, MacroUitgevoerd(klantvraag_id, rij.pk, macro.naam, tuple(zinnen)))
    return rij.pk


def _get_macro(handeling: Handeling, macro_id: int, klantvraag_id: int) -> Macro:
    """Return a macro in use of the municipality of the question."""
    vraag = get_klantvragen(handeling.raadpleging, [klantvraag_id])[klantvraag_id]
    rij = Macro.objects.filter(pk=macro_id, gemeente_id=vraag.gemeente_id, actief=True).first()
    if rij is None:
        raise NietGevondenError(f"macro {macro_id}")
    return rij


@action(recht="klantvraag.behandelen")
def try_macro(handeling: Handeling, macro_id: int, klantvraag_id: int) -> Macrovoorbeeld:
    """Return what a macro would do on a question now, by doing it and taking all of it back.

    Raises NietGevondenError.
    """
    stappen = to_stappen(_get_macro(handeling, macro_id, klantvraag_id).stappen)
    onomkeerbaar = tuple(
        f"De e-mail gaat na {BEDENKTIJD.seconds} seconden weg. Daarna kunt u de macro niet meer ongedaan maken."
        for stap in stappen
        if stap.soort is Stapsoort.VERSTUREN
    )
    try:
        with transaction.atomic():
            uitvoering = Macrouitvoering.objects.get(pk=run_macro(handeling, macro_id, klantvraag_id, make_uuid7()))
            zinnen = tuple(uitvoering.zinnen)
            transaction.set_rollback(True)
    except GeweigerdError as weigering:
        return Macrovoorbeeld((), weigering.fouten, onomkeerbaar)
    return Macrovoorbeeld(zinnen, (), onomkeerbaar)
