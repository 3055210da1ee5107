"""A city whose clock runs, because listeners and pollers have threads of their own; and a listener in it."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest

from stadspunt.deuren.inkomend.instellingen import Adres, Grenzen, Instellingen
from stadspunt.deuren.inkomend.luisteraar import Luisteraar
from stadspunt.stromen.intake.rules.ontvangst import Herkomst
from tests.stad import Stad, build_stad, wipe_stad

Luister = Callable[..., int]


@pytest.fixture
def lopende_stad(transactional_db: None) -> Stad:
    """The city, committed, at the present moment."""
    wipe_stad()  # the standing city of the tests that roll back, and jobs of those that do not
    return build_stad()


@contextmanager
def luisteraar(grenzen: Grenzen | None = None, *, lmtp: bool = False) -> Iterator[int]:
    """Listen on a free port of this machine and give it."""
    adres = Adres("127.0.0.1", 0)
    instellingen = Instellingen(None if lmtp else adres, adres if lmtp else None, grenzen=grenzen or Grenzen())
    deur = Luisteraar(instellingen)
    deur.start()
    try:
        yield deur.adressen[Herkomst.LMTP if lmtp else Herkomst.SMTP].poort
    finally:
        deur.stop()


@pytest.fixture
def luister() -> Iterator[Luister]:
    """Start a listener (arguments of `luisteraar`) that stops after the test; gives its port."""
    with ExitStack() as stapel:
        yield lambda *args, **anders: stapel.enter_context(luisteraar(*args, **anders))


def vrije_poort() -> int:
    """Return a port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        return int(vrij.getsockname()[1])
