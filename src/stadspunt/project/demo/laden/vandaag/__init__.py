"""Today's open work: about sixty pieces in every state, played through the actions of the rooms with the clock moved.

Each piece is one transaction with its step, so that a broken run goes on where it was.
"""

from collections.abc import Callable
from functools import partial

from django.db import transaction

from stadspunt.project.demo.laden.inrichting import Inrichting
from stadspunt.project.demo.laden.vandaag import bijzonder, bijzonder_geheim, bijzonder_mail, bijzonder_werk
from stadspunt.project.demo.laden.vandaag.spelen import play_werkstuk
from stadspunt.project.demo.laden.vandaag.toneel import Toneel
from stadspunt.project.demo.laden.vandaag.werkstukken import WERKSTUKKEN
from stadspunt.project.demo.laden.voortgang import is_gezet, mark_gezet

_BIJZONDER: dict[str, Callable[[Toneel], None]] = {
    "heropend": bijzonder_mail.play_heropend,
    "automatisch-antwoord": bijzonder_mail.play_automatisch_antwoord,
    "onbestelbaar": bijzonder_mail.play_onbestelbaar,
    "geweigerd": bijzonder_mail.play_geweigerd,
    "onverwerkbaar": bijzonder_mail.play_onverwerkbaar,
    "foto": bijzonder_mail.play_foto,
    "engels": bijzonder_mail.play_engels,
    "reactie-derde": bijzonder_mail.play_reactie_derde,
    "reclame": bijzonder_mail.play_reclame,
    "notitie": bijzonder_mail.play_met_notitie,
    "korte-vragen": bijzonder.play_korte_vragen,
    "drie-vragen": bijzonder.play_drie_vragen,
    "brief": bijzonder.play_brief,
    "anonieme-melding": bijzonder.play_anonieme_melding,
    "wachten": bijzonder_werk.play_wachten,
    "vertrouwelijk": bijzonder_geheim.play_vertrouwelijk,
    "bezoeker": bijzonder.play_bericht_van_tafel,
    # Last, because an answer leaves twenty seconds after it was written.
    "bedenktijd": bijzonder_mail.play_bedenktijd,
}


def list_stukken() -> tuple[str, ...]:
    """Return the names of all pieces."""
    return (*(stuk.naam for stuk in WERKSTUKKEN), *_BIJZONDER)


def build_vandaag(inrichting: Inrichting) -> None:
    """Play every piece that was not played yet, oldest first."""
    toneel = Toneel(inrichting)
    for stuk in sorted(WERKSTUKKEN, key=lambda stuk: toneel.back(stuk.dagen, stuk.tijd)):
        _play(stuk.naam, partial(play_werkstuk, toneel, stuk))
    for naam, spel in _BIJZONDER.items():
        _play(naam, partial(spel, toneel))


def _play(naam: str, spel: Callable[[], object]) -> None:
    if is_gezet(f"vandaag-{naam}"):
        return
    with transaction.atomic():
        spel()
        mark_gezet(f"vandaag-{naam}")
