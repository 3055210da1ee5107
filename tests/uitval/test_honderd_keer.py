"""A hundred kills at random moments while a thousand questions come in by mail and by form.

Nothing is lost, nothing comes twice: the senders send again until they are told that it arrived, as mail servers and
people do, and everything that is killed comes back by itself.
"""

import random
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from stadspunt.project.opstart.processen import wait_until
from tests.opstart.gestart import Gestart
from tests.uitval.stelsel import Formulier, Postkantoor, ask, find_database, find_deel, offer_mail, start_stelsel

pytestmark = [pytest.mark.uitval, pytest.mark.traag]

MAILS, FORMULIEREN, ANTWOORDEN, KILLS = 900, 100, 15, 100
GEDULD = 600


@pytest.fixture
def stadspunt(postkantoor: tuple[Postkantoor, int]) -> Iterator[Gestart]:
    """A whole StadsPunt with the small city in it, and answers that leave in twenty seconds."""
    map_ = Path(tempfile.mkdtemp(prefix="sp-uitval-"))
    map_.chmod(0o755)  # else the database of root stands outside it, and stays behind
    with start_stelsel(map_, postkantoor[1], ANTWOORDEN) as (gestart, _):
        yield gestart
    shutil.rmtree(map_, ignore_errors=True)


class Toevoer:
    """Sends every question until it is acknowledged; how far it may be depends on how often was killed."""

    def __init__(self, gestart: Gestart) -> None:
        self.gestart = gestart
        self.kills = 0
        self.uiterlijk = time.monotonic() + GEDULD
        self.open_mails = iter(range(MAILS))
        self.open_formulieren = iter(range(FORMULIEREN))
        self.slot = threading.Lock()
        self.aangekomen: Counter[str] = Counter()
        self.geraakt: Counter[str] = Counter()

    def may_send(self, nummer: int, van: int) -> bool:
        """Spread the questions over the kills, a little ahead of them."""
        return nummer * KILLS <= (self.kills + 3) * van

    def run(self, soort: str) -> None:
        """Take questions of a kind one by one, each until it is in."""
        rij, van, send = {
            "mail": (self.open_mails, MAILS, self.send_mail),
            "formulier": (self.open_formulieren, FORMULIEREN, self.send_formulier),
        }[soort]
        while True:
            with self.slot:
                nummer = next(rij, None)
            if nummer is None:
                return
            while not self.may_send(nummer, van) and time.monotonic() < self.uiterlijk:
                time.sleep(0.05)
            while time.monotonic() < self.uiterlijk and not send(nummer):
                time.sleep(0.2)
            with self.slot:
                self.aangekomen[soort] += 1

    def send_mail(self, nummer: int) -> bool:
        """Offer one mail; whether the listener said that it has it."""
        return offer_mail(self.gestart, nummer) == 250

    def send_formulier(self, nummer: int) -> bool:
        """Open the form, fill it in, and press send until the page thanks; the same form all the time."""
        formulier = Formulier(self.gestart, nummer)
        if not formulier.open():
            return False
        while time.monotonic() < self.uiterlijk:
            if formulier.send().code == 302:
                return True
            time.sleep(0.3)
        return False


def kill_at_random(gestart: Gestart, toevoer: Toevoer, toeval: random.Random) -> None:
    """Kill KILLS times at random moments: a part with its workers, the database, or one process of the database."""
    while toevoer.kills < KILLS and time.monotonic() < toevoer.uiterlijk:
        time.sleep(toeval.uniform(0.2, 1.8))
        soort = toeval.choice(["postgres", "web", "taken", "inkomend"])
        slachtoffers = find_database(gestart) if soort == "postgres" else find_deel(gestart, soort)
        if slachtoffers:
            gestart.kill(toeval.choice(slachtoffers))
            toevoer.kills += 1
            toevoer.geraakt[soort] += 1


@pytest.mark.skipif(sys.platform != "linux", reason="finds the processes of a data folder in /proc")
def test_a_hundred_kills_lose_nothing_and_double_nothing(stadspunt: Gestart, postkantoor: tuple[Postkantoor, int]) -> None:
    toevoer = Toevoer(stadspunt)
    zenders = [threading.Thread(target=toevoer.run, args=("mail",)) for _ in range(4)]
    zenders += [threading.Thread(target=toevoer.run, args=("formulier",)) for _ in range(4)]
    for zender in zenders:
        zender.start()
    kill_at_random(stadspunt, toevoer, random.Random(20_261_124))
    for zender in zenders:
        zender.join()
    assert (toevoer.kills, dict(toevoer.aangekomen)) == (KILLS, {"mail": MAILS, "formulier": FORMULIEREN}), stadspunt.logs()
    assert set(toevoer.geraakt) == {"postgres", "web", "taken", "inkomend"}

    # Everything is in; whoever was killed has come back, and what was left is taken up again.
    binnen = "SELECT count(*) FROM klantcontacten_klantcontact WHERE richting = 'in' AND bron_sleutel IS NOT NULL"
    klaar = "SELECT count(*) FROM correspondentie_verzending WHERE status IN ('gepland', 'bezig')"
    assert wait_until(lambda: ask(stadspunt, binnen) == MAILS + FORMULIEREN, 300, stap=1), ask(stadspunt, binnen)
    # A message whose worker died is taken up again after ten minutes; the test does not wait, but lets them have passed.
    ouder = "UPDATE correspondentie_verzending SET begonnen_op = begonnen_op - interval '11 minutes' WHERE status = 'bezig'"
    time.sleep(15)
    ask(stadspunt, f"WITH oud AS ({ouder} RETURNING 1) SELECT count(*) FROM oud")
    assert wait_until(lambda: ask(stadspunt, klaar) == 0, 300, stap=1), ask(stadspunt, klaar)
    assert ask(stadspunt, binnen) == MAILS + FORMULIEREN
    assert ask(stadspunt, "SELECT count(*) FROM klantcontacten_klantvraag") == MAILS + FORMULIEREN + ANTWOORDEN
    assert ask(stadspunt, "SELECT count(*) FROM intake_ontvangst WHERE status <> 'verwerkt'") == 0

    kantoor, _ = postkantoor
    bevestigingen, antwoorden = kantoor.count("bevestiging"), kantoor.count("antwoord")
    assert [aan for aan, aantal in bevestigingen.items() if aantal > 1] == []
    # A receipt of which nobody knows whether it left is not sent again, and stands on a list.
    onzeker = ask(stadspunt, "SELECT count(*) FROM correspondentie_verzending WHERE status = 'onzeker'")
    assert MAILS + FORMULIEREN - onzeker <= len(bevestigingen) <= MAILS + FORMULIEREN
    assert set(antwoorden) == {f"antwoord{nummer}@example.org" for nummer in range(ANTWOORDEN)}
