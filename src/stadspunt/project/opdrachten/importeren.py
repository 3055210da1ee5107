"""`stadspunt import`: feed it one's own mail and contacts."""

import sys
from pathlib import Path

from stadspunt.project.opdrachten.django_klaar import find_database, set_up_opdracht
from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.opstart.omgeving import Omgeving, prepare_data
from stadspunt.project.opstart.tijdelijk import borrow_database
from stadspunt.project.opstart.voortgang import Voortgang

GEBRUIK = "Zo werkt het: ./stadspunt import mail PAD...  of: ./stadspunt import contacten BESTAND.csv"


def run(omgeving: Omgeving, woorden: tuple[str, ...]) -> int:
    """Import what `woorden` names; returns the exit code. Raises OpstartError when it names nothing that is there."""
    soort, paden = _read(woorden)
    prepare_data(omgeving)
    with borrow_database(omgeving, f"import {soort}"):
        set_up_opdracht(omgeving, find_database(omgeving), "import")
        from stadspunt.deuren.inkomend.importeren import import_contacten, import_mail
        from stadspunt.project.gezondheid.controles import check_taken

        with Voortgang(sys.stderr) as voortgang:
            if soort == "mail":
                return int(import_mail(paden, voortgang, lambda: not check_taken()))
            return int(import_contacten(paden[0], voortgang))


def _read(woorden: tuple[str, ...]) -> tuple[str, list[Path]]:
    soort, namen = (woorden[0] if woorden else ""), woorden[1:]
    if soort not in {"mail", "contacten"} or not namen or (soort == "contacten" and len(namen) > 1):
        raise OpstartError(GEBRUIK)
    paden = [Path(naam).absolute() for naam in namen]
    for pad in paden:
        if not pad.exists():
            raise OpstartError(f"{pad} bestaat niet. Controleer de naam.")
    return soort, paden
