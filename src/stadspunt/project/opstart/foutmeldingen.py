"""What goes wrong while starting, as a Dutch sentence that says what to do.

Everything here ends on the terminal of someone who may see StadsPunt for the first
time: one or two sentences, no code names, no traceback. The traceback goes to the
log folder of the data.
"""

import errno
from pathlib import Path

VOL = frozenset({errno.ENOSPC, errno.EDQUOT})
GEEN_RECHT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
VOL_TEKST = ("no space left on device", "disk quota exceeded")


class OpstartError(Exception):
    """Starting cannot go on; `tekst` is Dutch and says what to do."""

    def __init__(self, tekst: str) -> None:
        super().__init__(tekst)
        self.tekst = tekst


def disk_full(map_: Path) -> OpstartError:
    """The disk below `map_` is full."""
    return OpstartError(
        f"De schijf is vol: er past niets meer in {map_}. "
        "Maak ruimte vrij (StadsPunt heeft ongeveer 1 GB nodig) en start opnieuw. Er is niets kwijt."
    )


def not_writable(map_: Path) -> OpstartError:
    """We may not write below `map_`."""
    return OpstartError(
        f"StadsPunt mag niet schrijven in {map_}. "
        "Kies met --data een map waarin u wel mag schrijven, of pas de rechten van deze map aan."
    )


def explain_oserror(fout: OSError, map_: Path) -> OpstartError:
    """Translate an error of the operating system that happened while working in `map_`."""
    if fout.errno in VOL:
        return disk_full(map_)
    if fout.errno in GEEN_RECHT:
        return not_writable(Path(fout.filename) if fout.filename else map_)
    if fout.errno == errno.ENOTDIR or fout.errno == errno.EEXIST:
        return OpstartError(f"{fout.filename or map_} is geen map. Kies met --data een andere map.")
    return OpstartError(f"Het lukt niet om in {map_} te werken ({fout.strerror}). Kies met --data een andere map.")


def explain_output(uitvoer: str, map_: Path, anders: str) -> OpstartError:
    """Translate what a program printed when it failed in `map_`; `anders` when we do not recognise it."""
    klein = uitvoer.lower()
    if any(tekst in klein for tekst in VOL_TEKST):
        return disk_full(map_)
    if "permission denied" in klein or "read-only file system" in klein:
        return not_writable(map_)
    return OpstartError(anders)


def port_in_use(poort: int, adres: str) -> OpstartError:
    """Somebody else listens on the port of the site."""
    return OpstartError(
        f"Poort {poort} op {adres} is al in gebruik door een ander programma. "
        f"Stop dat programma, of kies een andere poort: ./stadspunt start --poort {poort + 1}"
    )


def already_running(map_: Path, wie: str) -> OpstartError:
    """Another command works on the same data."""
    return OpstartError(
        f"Op de gegevens in {map_} werkt al een ander StadsPunt ({wie}). "
        "Stop dat eerst (Ctrl-C), of kies met --data een andere map."
    )


def explain_exception(fout: Exception, map_: Path, log: Path) -> OpstartError:
    """Translate anything that was not foreseen; the details stand in `log`."""
    if isinstance(fout, OSError) and fout.errno in VOL | GEEN_RECHT:
        return explain_oserror(fout, map_)
    schakel: BaseException | None = fout
    while schakel is not None:
        # 53100 disk_full; class 08 and 57P0x: the connection is gone (PostgreSQL, appendix A)
        code = getattr(schakel, "sqlstate", None) or ""
        if code == "53100" or any(tekst in str(schakel).lower() for tekst in VOL_TEKST):
            return disk_full(map_)
        if code.startswith(("08", "57P")) or type(schakel).__name__ == "OperationalError":
            return OpstartError("De database is niet bereikbaar of is gestopt. Start StadsPunt opnieuw en probeer het nog eens.")
        schakel = schakel.__cause__ or schakel.__context__
    return OpstartError(f"Er ging iets mis dat niet had mogen gebeuren. De details staan in {log}")
