"""What comes while a mailbox is being emptied is not waited for."""

import os
import threading
import time
from collections.abc import Iterator

import pytest

from stadspunt.deuren.inkomend.postbuslezer import Postbuslezer, connect
from stadspunt.deuren.inkomend.tests.dovecot import GEHEIM, Dovecot
from stadspunt.deuren.inkomend.tests.test_postbussen import WIE, maak_postbus, nummer
from tests.stad import Stad

pytestmark = pytest.mark.traag


@pytest.fixture
def dovecot(monkeypatch: pytest.MonkeyPatch) -> Iterator[Dovecot]:
    monkeypatch.setitem(os.environ, "POSTBUS_INFO", GEHEIM)
    server = Dovecot()
    server.start()
    yield server
    server.clean_up()


def test_what_the_server_told_between_two_other_answers_is_not_missed(lopende_stad: Stad, dovecot: Dovecot) -> None:
    postbus = maak_postbus(lopende_stad, dovecot)
    with connect(postbus) as client:
        lezer = Postbuslezer(postbus, client, threading.Event())
        assert lezer.empty() == 0
        time.sleep(1.1)  # the server may know a new file by the second in which its folder changed
        dovecot.deliver(WIE, nummer(1))
        client.noop()  # any command: the word of the new message comes with its answer, and is over then
        begin = time.monotonic()
        lezer.wait()
        assert time.monotonic() - begin < 30
        assert lezer.empty() == 1
