"""Keeps a thread for every mailbox, as long as the mailbox is in the list."""

import threading

import structlog
from django.db import DatabaseError, close_old_connections, connection
from imapclient.exceptions import IMAPClientError

from stadspunt.deuren.inkomend.postbuslezer import (
    GeenWachtwoordError,
    Postbuslezer,
    connect,
    describe_postbusfout,
)
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.fundament.toegang.actor import build_systeem
from stadspunt.stromen.intake.actions.legen import record_postbusfout
from stadspunt.stromen.intake.beelden import PostbusBeeld
from stadspunt.stromen.intake.queries.postbussen import list_te_legen

_KIJK_SECONDEN = 30.0
_EERSTE_PAUZE = 1.0
_LANGSTE_PAUZE = 300.0
_DATABASE_PAUZE = 10.0  # it is ours: nobody is bothered when we look again soon
_AFRONDEN_SECONDEN = 6.0
log = structlog.get_logger(__name__)


class Postbusdraad(threading.Thread):
    """Empties one mailbox for ever: connects, waits, and connects again with growing pauses."""

    def __init__(self, postbus: PostbusBeeld) -> None:
        super().__init__(name=f"postbus-{postbus.id}", daemon=True)
        self.postbus = postbus
        self.stop = threading.Event()

    def run(self) -> None:
        """Work until `stop`; whatever goes wrong is written with the mailbox and tried again."""
        pauze = _EERSTE_PAUZE
        try:
            while not self.stop.is_set():
                close_old_connections()
                if self._work():
                    pauze = _EERSTE_PAUZE
                self.stop.wait(pauze)
                pauze = min(pauze * 2, _LANGSTE_PAUZE)
        finally:
            connection.close()

    def _work(self) -> bool:
        """Empty and wait until the connection breaks; returns whether to try again soon: the mailbox was fine."""
        geleegd = False
        try:
            with connect(self.postbus) as client:
                lezer = Postbuslezer(self.postbus, client, self.stop)
                while not self.stop.is_set():
                    lezer.empty(opruimen=not geleegd)
                    geleegd = True
                    close_old_connections()
                    if not self.stop.is_set():
                        lezer.wait()
        except DatabaseError as fout:
            log.warning("postbus_wacht_op_database", postbus_id=self.postbus.id, fout=type(fout).__name__)
            return not self.stop.wait(_DATABASE_PAUZE)
        except (OSError, IMAPClientError, GeenWachtwoordError) as fout:
            self._report(fout)
        except Exception as fout:  # a server that says something nobody foresaw must not end the thread
            log.error("postbus_onverwacht", postbus_id=self.postbus.id, fout=type(fout).__name__)
            self._report(fout)
        return geleegd

    def _report(self, fout: Exception) -> None:
        tekst = describe_postbusfout(fout, self.postbus.host)
        log.warning("postbus_niet_bereikt", postbus_id=self.postbus.id, reden=tekst)
        try:
            close_old_connections()
            record_postbusfout(build_systeem("inkomend", get_moment()), self.postbus.id, tekst)
        except DatabaseError:
            log.warning("postbus_wacht_op_database", postbus_id=self.postbus.id)


class Poller:
    """Starts and stops the threads, as the list of mailboxes changes."""

    def __init__(self) -> None:
        self._draden: dict[int, Postbusdraad] = {}
        self._stop = threading.Event()
        self._toezicht = threading.Thread(target=self._watch, name="poller", daemon=True)

    def start(self) -> None:
        """Begin to empty the mailboxes."""
        self._toezicht.start()

    def ask_to_stop(self) -> None:
        """Ask every thread to stop after the message that it is storing now."""
        self._stop.set()
        for draad in list(self._draden.values()):
            draad.stop.set()

    def stop(self) -> None:
        """Stop, and wait until what is being stored is stored."""
        self.ask_to_stop()
        self._toezicht.join(_AFRONDEN_SECONDEN)
        self.ask_to_stop()  # also who was started just now
        for draad in self._draden.values():
            draad.join(_AFRONDEN_SECONDEN)

    def _watch(self) -> None:
        try:
            while not self._stop.is_set():
                close_old_connections()
                try:
                    self._follow_list()
                except DatabaseError:
                    log.warning("poller_wacht_op_database")
                self._stop.wait(_KIJK_SECONDEN)
        finally:
            connection.close()

    def _follow_list(self) -> None:
        nu = {postbus.id: postbus for postbus in list_te_legen(build_systeem("inkomend", get_moment()).raadpleging)}
        for postbus_id, draad in list(self._draden.items()):
            if postbus_id not in nu or not draad.is_alive() or _must_reconnect(draad.postbus, nu[postbus_id]):
                draad.stop.set()
                draad.join(_AFRONDEN_SECONDEN)
                del self._draden[postbus_id]
        for postbus_id, postbus in nu.items():
            if postbus_id not in self._draden:
                self._draden[postbus_id] = Postbusdraad(postbus)
                self._draden[postbus_id].start()


def _must_reconnect(was: PostbusBeeld, nu: PostbusBeeld) -> bool:
    """Say whether a mailbox was set up otherwise, or somebody asked to try its connection."""
    gevraagd = nu.proef_gevraagd_op is not None and nu.proef_gevraagd_op != was.proef_gevraagd_op
    return gevraagd or _get_inrichting(was) != _get_inrichting(nu)


def _get_inrichting(postbus: PostbusBeeld) -> tuple[object, ...]:
    """Return what a new connection is made for when it changes."""
    return (
        postbus.host, postbus.poort, postbus.beveiliging, postbus.gebruiker, postbus.geheim_variabele, postbus.map,
        postbus.verwerkt_map, postbus.ingang_id,
    )  # fmt: skip
