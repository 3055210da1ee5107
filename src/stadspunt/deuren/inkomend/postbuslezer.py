"""One mailbox over IMAP: seen, stored, and only then moved; by number and never by date."""

import os
import socket
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from time import monotonic
from typing import Any, cast

import structlog
from django.db import InterfaceError, OperationalError
from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import CapabilityError, IMAPClientAbortError, IMAPClientError, LoginError

from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import Handeling, build_systeem
from stadspunt.stromen.correspondentie.rules.versleuteling import describe_tlsfout
from stadspunt.stromen.intake.actions.legen import (
    Postbusstuk,
    open_postbus,
    receive_postbusbericht,
    record_aansluiting,
    record_gezien,
    refuse_postbusbericht,
)
from stadspunt.stromen.intake.beelden import PostbusBeeld
from stadspunt.stromen.intake.queries.postbussen import find_opgeslagen_uids, has_aansluiting
from stadspunt.stromen.intake.rules.ontvangst import MAX_BYTES
from stadspunt.stromen.intake.rules.postbus import Beveiliging, Weigering

# Servers end an IDLE after 30 minutes at most (RFC 2177), many routers forget a silent line after ten.
_IDLE_SECONDEN = 9 * 60
_IDLE_PLAK = 1.0
_ZONDER_IDLE_SECONDEN = 60
_TEGELIJK = 200
_MERK = b"$StadsPunt"
log = structlog.get_logger(__name__)


class GeenWachtwoordError(Exception):
    """The environment variable with the password of a mailbox is not there."""


@contextmanager
def connect(postbus: PostbusBeeld) -> Iterator[IMAPClient]:
    """Sign in to a mailbox and out again. Raises OSError, IMAPClientError, GeenWachtwoordError."""
    wachtwoord = os.environ.get(postbus.geheim_variabele)
    if not wachtwoord:
        raise GeenWachtwoordError(postbus.geheim_variabele)
    veilig = ssl.create_default_context()
    met_tls, wacht = postbus.beveiliging == Beveiliging.TLS, SocketTimeout(connect=15, read=60)
    # Its own way out signs off, and keeps quiet when the line is gone already.
    with IMAPClient(postbus.host, postbus.poort, ssl=met_tls, ssl_context=veilig if met_tls else None, timeout=wacht) as client:
        client.normalise_times = False
        if postbus.beveiliging == Beveiliging.STARTTLS:
            # Raises when the server does not offer it: the password never goes over an open line.
            client.starttls(veilig)
        client.login(postbus.gebruiker, wachtwoord)
        yield client


class Postbuslezer:
    """Empties one mailbox over one connection, until `stop`."""

    def __init__(self, postbus: PostbusBeeld, client: IMAPClient, stop: threading.Event) -> None:
        self._postbus, self._client, self._stop = postbus, client, stop
        self._uidvalidity = 0
        self._kan_merken = False
        self._laatste = 0

    def empty(self, *, opruimen: bool = False) -> int:
        """Take in all that is new and return how many messages that were; `opruimen` also moves what a crash left behind."""
        self._select()
        laatste = open_postbus(_handeling(), self._postbus.id, self._uidvalidity)
        nieuw = self._search_na(laatste)
        self._laatste = max([laatste, *nieuw])
        open_ = record_gezien(_handeling(), self._postbus.id, self._uidvalidity, nieuw)
        opgeslagen = self._take_in(open_)
        opgeslagen += self._reconcile()
        if opruimen:
            opgeslagen += self._find_achtergebleven()
        self._put_away(sorted(set(opgeslagen)))
        return len(open_)

    def wait(self) -> None:
        """Wait until the server says that something came, or it is time to look anyway."""
        # What came while we were busy the server said then, between other answers, and will not say again.
        if self._search_na(self._laatste):
            return
        if not self._client.has_capability("IDLE"):
            self._stop.wait(_ZONDER_IDLE_SECONDEN)
            return
        self._client.idle()
        einde = monotonic() + _IDLE_SECONDEN
        # In slices, so that a stop is noticed.
        while not self._stop.is_set() and (begin := monotonic()) < einde:
            meldingen = self._client.idle_check(timeout=_IDLE_PLAK)
            # Nothing, and sooner than asked: the library hides so that the line was cut. Leaving IDLE brings it out.
            verbroken = not meldingen and monotonic() - begin < _IDLE_PLAK / 2
            if verbroken or any(len(melding) > 1 and melding[1] in {b"EXISTS", b"RECENT"} for melding in meldingen):
                break
        self._client.idle_done()

    def _search_na(self, laatste: int) -> list[int]:
        # The star is the last message, also when that is an older one.
        return [uid for uid in self._search(["UID", f"{laatste + 1}:*"]) if uid > laatste]

    def _select(self) -> None:
        gegevens = cast("dict[bytes, Any]", self._client.select_folder(self._postbus.map))
        self._uidvalidity = int(gegevens[b"UIDVALIDITY"])
        self._kan_merken = b"\\*" in gegevens.get(b"PERMANENTFLAGS", ())

    def _search(self, vraag: Sequence[str]) -> list[int]:
        return [int(uid) for uid in self._client.search(list(vraag))]

    def _take_in(self, uids: Sequence[int]) -> list[int]:
        """Store messages one by one, each committed before the next; returns those that may be moved."""
        gedaan: list[int] = []
        for begin in range(0, len(uids), _TEGELIJK):
            deel = uids[begin : begin + _TEGELIJK]
            gegevens = self._client.fetch(deel, ["RFC822.SIZE", "INTERNALDATE"])
            for uid in deel:
                if self._stop.is_set():
                    return gedaan
                try:
                    if self._take_in_one(uid, gegevens.get(uid)):
                        gedaan.append(uid)
                except (OperationalError, InterfaceError, IMAPClientAbortError, OSError):
                    raise
                except Exception as fout:
                    # One message that nobody can store must not keep the others waiting; it stays 'seen', the count tells.
                    log.error("postbusbericht_niet_opgeslagen", postbus_id=self._postbus.id, uid=uid, fout=type(fout).__name__)
        return gedaan

    def _take_in_one(self, uid: int, gegevens: Any) -> bool:
        if gegevens is None:
            return self._refuse(uid, Weigering.VERDWENEN)
        if int(gegevens.get(b"RFC822.SIZE", 0)) > MAX_BYTES:
            return self._refuse(uid, Weigering.TE_GROOT)
        ruw = self._client.fetch([uid], ["BODY.PEEK[]"]).get(uid, {}).get(b"BODY[]")
        if ruw is None:
            return self._refuse(uid, Weigering.VERDWENEN)
        stuk = Postbusstuk(self._postbus.id, self._uidvalidity, uid, ruw, gegevens.get(b"INTERNALDATE"))
        receive_postbusbericht(_handeling(), stuk)
        return True

    def _refuse(self, uid: int, reden: Weigering) -> bool:
        refuse_postbusbericht(_handeling(), self._postbus.id, self._uidvalidity, uid, reden)
        return False

    def _reconcile(self) -> list[int]:
        """Once a day: count, and fetch what was overlooked."""
        handeling = _handeling()
        if self._stop.is_set() or has_aansluiting(handeling.raadpleging, self._postbus.id):
            return []
        gisteren = handeling.vandaag - timedelta(days=1)
        overgeslagen = record_aansluiting(handeling, self._postbus.id, gisteren, self._search(["ALL"]))
        if not overgeslagen:
            return []
        return self._take_in(record_gezien(handeling, self._postbus.id, self._uidvalidity, overgeslagen))

    def _find_achtergebleven(self) -> list[int]:
        """Return what is stored and still lies where it lay: the process died between the commit and the move."""
        if self._postbus.verwerkt_map:
            aanwezig = self._search(["ALL"])
        else:
            aanwezig = self._search(["UNKEYWORD", _MERK.decode()] if self._kan_merken else ["UNSEEN"])
        return find_opgeslagen_uids(_handeling().raadpleging, self._postbus.id, self._uidvalidity, aanwezig)

    def _put_away(self, uids: list[int]) -> None:
        """Move stored messages to their folder, or mark them."""
        if not uids:
            return
        if not self._postbus.verwerkt_map:
            self._client.add_flags(uids, [rb"\Seen", _MERK] if self._kan_merken else [rb"\Seen"], silent=True)
            return
        if not self._client.folder_exists(self._postbus.verwerkt_map):
            self._client.create_folder(self._postbus.verwerkt_map)
        for begin in range(0, len(uids), _TEGELIJK):
            deel = uids[begin : begin + _TEGELIJK]
            try:
                self._client.move(deel, self._postbus.verwerkt_map)
            except CapabilityError:  # a server without MOVE (RFC 6851)
                self._client.copy(deel, self._postbus.verwerkt_map)
                self._client.delete_messages(deel, silent=True)
                self._client.expunge(deel if self._client.has_capability("UIDPLUS") else None)


def describe_postbusfout(fout: Exception, host: str) -> str:
    """Return what keeps us from a mailbox, in Dutch and without what the server said (it may quote somebody)."""
    match fout:
        case GeenWachtwoordError():
            return f"de omgevingsvariabele {fout} met het wachtwoord ontbreekt"
        case ssl.SSLError():
            return describe_tlsfout(fout, host)
        case CapabilityError():
            return "de server biedt geen versleuteling (STARTTLS) aan"
        case LoginError():
            return "de server weigert de gebruikersnaam of het wachtwoord"
        case IMAPClientAbortError():
            return "de server verbrak de verbinding"
        case TimeoutError():
            return "de server antwoordt niet"
        case socket.gaierror():
            return "de naam van de server is niet te vinden"
        case ConnectionRefusedError():
            return "de server neemt geen verbinding aan"
        case OSError():
            return f"geen verbinding ({type(fout).__name__})"
        case IMAPClientError():
            return f"de server antwoordt anders dan verwacht ({type(fout).__name__})"
        case _:
            return type(fout).__name__


def _handeling() -> Handeling:
    return build_systeem("inkomend", get_moment())
