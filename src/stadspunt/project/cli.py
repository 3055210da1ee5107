"""`stadspunt …`: read the options, find the command, and never end in a traceback."""

import os
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from stadspunt.project.opstart.foutmeldingen import OpstartError, explain_exception
from stadspunt.project.opstart.omgeving import Omgeving, read_omgeving
from stadspunt.project.opstart.opties import HULP, Opties, read_opties

AFGEBROKEN = 130


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    try:
        return _run(argumenten)
    except BrokenPipeError:  # who listened went away, as `head` does: that is no fault of ours
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(argumenten: Sequence[str] | None) -> int:
    try:
        opties = read_opties(sys.argv[1:] if argumenten is None else argumenten)
        if opties.opdracht == "help":
            print(HULP, flush=True)
            return 0
        omgeving = read_omgeving(os.environ, opties.data, opties.poort, opties.luister)
    except OpstartError as fout:
        return _tell(fout.tekst)
    if opties.opdracht != "test":
        os.umask(0o077)  # what residents wrote is not for other users of this computer
    try:
        return dispatch(omgeving, opties)
    except OpstartError as fout:
        if fout.__cause__ is not None or fout.__context__ is not None:
            _note_traceback(omgeving)  # without a cause it is a word that was typed wrong, and all is said
        return _tell(fout.tekst)
    except KeyboardInterrupt:
        return _tell("Afgebroken.", AFGEBROKEN)
    except BrokenPipeError:
        raise
    except Exception as fout:
        plek = _note_traceback(omgeving)
        return _tell(explain_exception(fout, omgeving.data, plek).tekst)


def dispatch(omgeving: Omgeving, opties: Opties) -> int:
    """Call the command. Each is loaded only when asked for: most need Django, the first does not."""
    match opties.opdracht:
        case "start":
            from stadspunt.project.opdrachten.start import run as start

            return start(omgeving, opties.leeg)
        case "web":
            from stadspunt.project.opdrachten.web import run as web

            return web(omgeving, opties.stopcontact)
        case "live":
            from stadspunt.project.opdrachten.live import run as live

            return live(omgeving, opties.stopcontact)
        case "taken":
            from stadspunt.project.opdrachten.taken import run as taken

            return taken(omgeving)
        case "inkomend":
            from stadspunt.project.opdrachten.inkomend import run as inkomend

            return inkomend(omgeving)
        case "migrate":
            from stadspunt.project.opdrachten.migrate import run as migrate

            return migrate(omgeving)
        case "voorbereiden":
            from stadspunt.project.opdrachten.voorbereiden import run as voorbereiden

            return voorbereiden(omgeving, opties.leeg)
        case "import":
            from stadspunt.project.opdrachten.importeren import run as importeren

            return importeren(omgeving, opties.rest)
        case "backup":
            from stadspunt.project.opdrachten.backup import run as backup

            return backup(omgeving, opties.rest)
        case "restore":
            from stadspunt.project.opdrachten.restore import run as restore

            return restore(omgeving, opties.rest)
        case "upgrade":
            from stadspunt.project.opdrachten.upgrade import run as upgrade

            return upgrade(omgeving, opties.rest)
        case "django":
            from stadspunt.project.opdrachten.beheeropdracht import run as beheeropdracht

            return beheeropdracht(omgeving, opties.rest)
        case "gezond":
            from stadspunt.project.opdrachten.gezond import run as gezond

            return gezond(omgeving)
        case "opslag":
            from stadspunt.project.opdrachten.opslag import run as opslag

            return opslag(omgeving, opties.rest)
        case "test":
            from stadspunt.project.opdrachten.keuring import run as keuring

            return keuring(opties.rest)
    raise OpstartError(f"StadsPunt kent de opdracht '{opties.opdracht}' niet. Zie: ./stadspunt help")


def _tell(tekst: str, code: int = 1) -> int:
    print(tekst, file=sys.stderr, flush=True)
    return code


def _note_traceback(omgeving: Omgeving) -> Path:
    """Keep the traceback for who must mend it; when even that fails there is nothing left to do."""
    bestand = omgeving.logmap / "fouten.log"
    try:
        if omgeving.logmap.is_dir():
            with bestand.open("a", encoding="utf-8") as log:
                log.write(f"--- {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {' '.join(sys.argv[1:2])}\n")
                traceback.print_exc(file=log)
    except OSError:
        pass
    return bestand


if __name__ == "__main__":
    sys.exit(main())
