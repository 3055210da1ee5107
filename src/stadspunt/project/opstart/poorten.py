"""The one address of the site: we hold the port from the first moment, the front door gets it from us."""

import errno
import socket

from stadspunt.project.opstart.foutmeldingen import OpstartError, port_in_use

WACHTRIJ = 512


def open_listener(adres: str, poort: int) -> socket.socket:
    """Return a socket that listens on `adres`:`poort`; raises OpstartError with what to do.

    Held by the supervisor, so that visitors wait instead of being refused while the front door restarts.
    """
    familie = socket.AF_INET6 if ":" in adres else socket.AF_INET
    luisteraar = socket.socket(familie, socket.SOCK_STREAM)
    try:
        luisteraar.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        luisteraar.bind((adres, poort))
        luisteraar.listen(WACHTRIJ)
    except OSError as fout:
        luisteraar.close()
        raise _explain(fout, adres, poort) from fout
    return luisteraar


def _explain(fout: OSError, adres: str, poort: int) -> OpstartError:
    if fout.errno == errno.EADDRINUSE:
        return port_in_use(poort, adres)
    if fout.errno == errno.EACCES:
        return OpstartError(
            f"Poort {poort} mag alleen de systeembeheerder gebruiken. Kies een poort boven 1023, "
            "bijvoorbeeld: ./stadspunt start --poort 8014"
        )
    if fout.errno == errno.EADDRNOTAVAIL or isinstance(fout, socket.gaierror):
        return OpstartError(
            f"Deze computer heeft het adres {adres} niet. Kies met --luister een adres van deze computer, "
            "bijvoorbeeld 127.0.0.1 (alleen deze computer) of 0.0.0.0 (ook het netwerk)."
        )
    return OpstartError(f"StadsPunt kan niet luisteren op {adres}, poort {poort} ({fout.strerror}).")
