"""`stadspunt backup`: one file with the database and all documents, while everything goes on."""

import time
from dataclasses import dataclass
from pathlib import Path

from stadspunt.project.opdrachten.django_klaar import find_database, set_up_opdracht
from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.opstart.omgeving import Omgeving, prepare_data
from stadspunt.project.opstart.tijdelijk import borrow_database
from stadspunt.project.reservekopie.plaats import EINDE, Plaats, choose_naam, own_kopieen, read_plaats, remove_oude

GEBRUIK = "Zo werkt het: ./stadspunt backup [--naar BESTAND] [--proef]"


@dataclass(frozen=True, slots=True)
class Vraag:
    """What somebody asked: where to, whether to try it, and whether the clock asks."""

    naar: Path | None = None
    proef: bool = False
    klok: bool = False


def read_vraag(woorden: tuple[str, ...]) -> Vraag:
    """Return what the words ask; raises OpstartError for one that is not known."""
    naar, proef, klok, over = None, False, False, list(woorden)
    while over:
        woord = over.pop(0)
        naam, gelijk, waarde = woord.partition("=")
        if naam == "--naar" and (gelijk or over):
            naar = Path(waarde if gelijk else over.pop(0)).expanduser().absolute()
        elif woord == "--proef":
            proef = True
        elif woord == "--klok":
            klok = True
        else:
            raise OpstartError(f"StadsPunt kent '{woord}' hier niet. {GEBRUIK}")
    return Vraag(naar, proef or klok, klok)


def run(omgeving: Omgeving, woorden: tuple[str, ...]) -> int:
    """Make a copy; returns 0 when it stands there whole (and, when asked, was the same when put back)."""
    vraag = read_vraag(woorden)
    prepare_data(omgeving, proef=False)
    plaats = read_plaats(omgeving)
    with borrow_database(omgeving, "backup"):
        set_up_opdracht(omgeving, find_database(omgeving), "backup")
        return make(omgeving, plaats, vraag)


def make(omgeving: Omgeving, plaats: Plaats, vraag: Vraag) -> int:
    """Make, record, try and tidy up, on the database that Django knows; returns the exit code."""
    from stadspunt.fundament.reservekopieen.rules import Aanleiding
    from stadspunt.project.reservekopie.boekhouding import note_mislukt

    aanleiding = Aanleiding.KLOK if vraag.klok else Aanleiding.HAND
    try:
        return _make(omgeving, plaats, vraag, aanleiding)
    except OpstartError as fout:
        note_mislukt(aanleiding, fout.tekst)
        raise


def _make(omgeving: Omgeving, plaats: Plaats, vraag: Vraag, aanleiding: str) -> int:
    from stadspunt.fundament.tijd.klok import get_moment
    from stadspunt.project.reservekopie.boekhouding import note_kopie, note_mislukt, note_proef
    from stadspunt.project.reservekopie.maken import make_kopie
    from stadspunt.project.reservekopie.proef import try_kopie

    doel = choose_doel(vraag.naar, plaats, choose_naam(get_moment(), aanleiding))
    with own_kopieen(doel.parent):
        begin = time.monotonic()
        kopie = make_kopie(doel, get_moment(), say)
        kopie_id = note_kopie(kopie, aanleiding, time.monotonic() - begin)
        say(f"De reservekopie staat in {kopie.pad} ({kopie.grootte / 1e6:.1f} MB, {kopie.manifest.rijen} rijen, "
            f"{kopie.manifest.documenten.aantal} documenten).")  # fmt: skip
        if vraag.proef:
            say("De reservekopie wordt op een eigen server teruggezet en vergeleken.")
            if verschillen := try_kopie(kopie, omgeving.data):
                note_mislukt(aanleiding, f"De reservekopie {doel.name} is bij het terugzetten niet gelijk: {verschillen[0]}.")
                say("NIET GOED. Na het terugzetten is dit anders:\n" + "\n".join(f"- {een}" for een in verschillen))
                return 1
            note_proef(kopie_id)
            say("Goed: na het terugzetten is alles gelijk.")
        if vraag.klok:
            for naam in remove_oude(plaats):
                say(f"Oude reservekopie weggegooid: {naam}")
    return 0


def choose_doel(naar: Path | None, plaats: Plaats, naam: str) -> Path:
    """Return the file to write: in the folder of the settings, in a folder that was named, or the very file that was named."""
    if naar is None:
        return plaats.map / naam
    if naar.is_dir():
        return naar / naam
    if naar.exists():
        raise OpstartError(f"{naar} bestaat al. Kies een andere naam: een reservekopie wordt nooit overschreven.")
    return naar if naar.suffix else naar.with_name(f"{naar.name}{EINDE}")


def say(tekst: str) -> None:
    """Tell who asked."""
    print(tekst, flush=True)
