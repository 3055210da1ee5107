"""The stage on which today's work is played: people act through the rooms while the clock stands where it should."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.db import connection

from stadspunt.bronnen.organisatie.actorbron import build_actor
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.gebeurtenissen.actions import deliver_aflevering
from stadspunt.fundament.tijd.dagen import to_dag, to_moment
from stadspunt.fundament.tijd.klok import get_moment, sta_stil
from stadspunt.fundament.toegang.actor import Handeling, build_systeem
from stadspunt.project.demo.jaar import ZAAD
from stadspunt.project.demo.kalender import Werkrooster
from stadspunt.project.demo.laden.inrichting import Inrichting
from stadspunt.project.demo.organisatie import MEDEWERKERS
from stadspunt.project.demo.partijen import generate_partijen
from stadspunt.stromen.correspondentie.actions.verzenden import claim_verzending, record_verzonden

_AFDELINGSMENSEN = frozenset(een.login for een in MEDEWERKERS if een.afdeling)


class Toneel:
    """Knows who is who, and does the work that workers would do."""

    def __init__(self, inrichting: Inrichting) -> None:
        """Stand in a town that is set up, today."""
        self.inrichting = inrichting
        self.nu = get_moment()
        self.vandaag = to_dag(self.nu)
        self.rooster = Werkrooster(self.vandaag - timedelta(days=120), self.vandaag + timedelta(days=120))
        self.partijen = generate_partijen(ZAAD)
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM partijen_partij ORDER BY id LIMIT %s", [len(self.partijen)])
            self.partij_ids = [rij[0] for rij in cursor.fetchall()]
            cursor.execute("SELECT login, id FROM toegang_account")
            self._accounts: dict[str, int] = dict(cursor.fetchall())

    def find_klant(self, rang: int, *, organisatie: bool = False) -> int:
        """Return the place of a client who can be mailed and called; another `rang` is another client."""
        bereikbaar = [plek for plek, een in enumerate(self.partijen) if een.email and een.telefoon and een.taal == "nl"]
        return [plek for plek in bereikbaar if self.partijen[plek].is_organisatie is organisatie][rang * 11 + 5]

    def back(self, werkdagen: int, tijd: time) -> datetime:
        """Return the moment at which it was `tijd`, `werkdagen` working days ago.

        With 0 that is today; when that time has yet to come, or today is no working day, the last working day.
        """
        dag = self.vandaag
        if werkdagen == 0 and (dag not in self.rooster.werkt or to_moment(dag, tijd) >= self.nu):
            werkdagen = 1
        return to_moment(self.rooster.back(dag, werkdagen) if werkdagen else dag, tijd)

    def straks(self, werkdagen: int) -> date:
        """Return the working day that lies `werkdagen` from today; below zero it has passed."""
        if werkdagen > 0:
            return self.rooster.add_werkdagen(self.vandaag, werkdagen)
        if werkdagen == 0 and self.vandaag in self.rooster.werkt:
            return self.vandaag
        return self.rooster.back(self.vandaag, max(1, -werkdagen))

    @contextmanager
    def op(self, moment: datetime) -> Iterator[None]:
        """Let everything within happen at `moment`, and its consequences right after it."""
        with sta_stil(min(moment, self.nu)):
            yield
            self._deliver()

    def als(self, login: str) -> Handeling:
        """Return an act of an employee at the moment where the clock stands, for what he is there for."""
        actor = build_actor(self._accounts[login])
        if actor is None:
            raise LookupError(login)
        doel = Doel.OVERDRACHT_BEANTWOORDEN if login in _AFDELINGSMENSEN else Doel.KLANTVRAAG_BEHANDELEN
        return Handeling(actor, doel, get_moment())

    def systeem(self, naam: str = "demo") -> Handeling:
        """Return an act of the system at the moment where the clock stands."""
        return build_systeem(naam, get_moment())

    def _deliver(self) -> None:
        """Let the rooms react to what was published, as a worker would within a second, and send the receipts."""
        for _ in range(5):
            with connection.cursor() as cursor:
                cursor.execute("SELECT id FROM gebeurtenissen_aflevering WHERE staat = 'wacht' ORDER BY id")
                wachtend = [rij[0] for rij in cursor.fetchall()]
            if not wachtend:
                break
            for aflevering_id in wachtend:
                deliver_aflevering(self.systeem("levering"), aflevering_id)
        self.send("ontvangstbevestiging", timedelta(seconds=20))

    def list_gepland(self, soort: str) -> list[int]:
        """Return the messages of `soort` that wait to be sent."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT id FROM correspondentie_verzending WHERE status = 'gepland' AND soort = %s ORDER BY id", [soort]
            )
            return [rij[0] for rij in cursor.fetchall()]

    def send(self, soort: str, na: timedelta) -> None:
        """Write down that the messages of `soort` that are due `na` from now have left; nothing is really mailed."""
        later = min(get_moment() + na, self.nu)
        with sta_stil(later):
            for verzending_id in self.list_gepland(soort):
                if claim_verzending(self.systeem("verzending"), verzending_id):
                    record_verzonden(self.systeem("verzending"), verzending_id)
