"""Mailboxes over a real IMAP server: nothing lost, nothing double, whatever happens in between."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from stadspunt.deuren.inkomend.poller import Poller
from stadspunt.deuren.inkomend.postbuslezer import Postbuslezer, connect
from stadspunt.deuren.inkomend.tests.dovecot import GEHEIM, Dovecot
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.intake.actions.legen import Postbusstuk, receive_postbusbericht, record_aansluiting, record_postbusfout
from stadspunt.stromen.intake.actions.postbussen import add_postbus, request_proef
from stadspunt.stromen.intake.beelden import PostbusBeeld
from stadspunt.stromen.intake.models import Aansluiting, Ontvangst, Postbus, Postbusbericht
from stadspunt.stromen.intake.queries.postbussen import list_alarmen, list_te_legen
from stadspunt.stromen.intake.rules.postbus import Beveiliging, Postbusgegevens
from stadspunt.stromen.intake.tests.poststukken import mail
from tests.stad import Stad

pytestmark = pytest.mark.traag
WIE = "info"


@pytest.fixture
def dovecot(monkeypatch: pytest.MonkeyPatch) -> Iterator[Dovecot]:
    monkeypatch.setenv("POSTBUS_INFO", GEHEIM)
    server = Dovecot()
    server.start()
    yield server
    server.clean_up()


def maak_postbus(stad: Stad, dovecot: Dovecot, *, verwerkt_map: str = "Verwerkt", **anders: object) -> PostbusBeeld:
    gegevens = Postbusgegevens(
        stad.ingangen["info"],
        "127.0.0.1",
        dovecot.poort,
        Beveiliging.GEEN,
        WIE,
        "POSTBUS_INFO",
        verwerkt_map=verwerkt_map,
        **anders,
    )  # type: ignore[arg-type]
    add_postbus(stad.systeem(), gegevens)
    return list_te_legen(stad.systeem().raadpleging)[0]


def leeg(postbus: PostbusBeeld) -> int:
    """Empty a mailbox once over a new connection, as after a start."""
    with connect(postbus) as client:
        return Postbuslezer(postbus, client, threading.Event()).empty(opruimen=True)


def nummer(n: int) -> bytes:
    return mail(f"Vraag {n}", onderwerp=f"Vraag {n}", message_id=f"<{n}@example.org>")


def wacht_op(voorwaarde: Callable[[], bool], seconden: float = 20) -> None:
    einde = time.monotonic() + seconden
    while not voorwaarde():
        assert time.monotonic() < einde, "het gebeurde niet"
        time.sleep(0.05)


def test_what_lies_in_a_mailbox_is_stored_and_then_moved(lopende_stad: Stad, dovecot: Dovecot) -> None:
    dovecot.deliver(WIE, nummer(1), nummer(2))
    postbus = maak_postbus(lopende_stad, dovecot)
    assert leeg(postbus) == 2
    assert (dovecot.list_folder(WIE), sorted(dovecot.list_folder(WIE, "Verwerkt"))) == ([], [b"Vraag 1", b"Vraag 2"])
    lopende_stad.werk()
    assert [rij.uitkomst for rij in Ontvangst.objects.all()] == ["contact", "contact"]
    assert set(Ontvangst.objects.values_list("ingang_id", flat=True)) == {lopende_stad.ingangen["info"]}


def test_without_a_folder_messages_stay_where_they_are_and_are_read_once(lopende_stad: Stad, dovecot: Dovecot) -> None:
    dovecot.deliver(WIE, nummer(1))
    postbus = maak_postbus(lopende_stad, dovecot, verwerkt_map="")
    assert (leeg(postbus), leeg(postbus)) == (1, 0)
    assert (dovecot.list_folder(WIE), Ontvangst.objects.count()) == ([b"Vraag 1"], 1)


def test_a_server_without_move_is_emptied_too(lopende_stad: Stad, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSTBUS_INFO", GEHEIM)
    server = Dovecot(zonder=("MOVE", "UIDPLUS"))
    server.start()
    try:
        server.deliver(WIE, nummer(1))
        leeg(maak_postbus(lopende_stad, server))
        assert (server.list_folder(WIE), server.list_folder(WIE, "Verwerkt")) == ([], [b"Vraag 1"])
    finally:
        server.clean_up()


def test_a_death_between_commit_and_move_is_mended_at_the_next_start(lopende_stad: Stad, dovecot: Dovecot) -> None:
    dovecot.deliver(WIE, nummer(1))
    postbus = maak_postbus(lopende_stad, dovecot)
    with connect(postbus) as client:
        uidvalidity = client.select_folder("INBOX")[b"UIDVALIDITY"]
        uid = client.search()[0]
        from stadspunt.stromen.intake.actions.legen import open_postbus, record_gezien

        open_postbus(lopende_stad.systeem(), postbus.id, uidvalidity)
        record_gezien(lopende_stad.systeem(), postbus.id, uidvalidity, [uid])
        ruw = client.fetch([uid], ["BODY.PEEK[]"])[uid][b"BODY[]"]
        receive_postbusbericht(lopende_stad.systeem(), Postbusstuk(postbus.id, uidvalidity, uid, ruw, None))
    assert leeg(postbus) == 0
    assert (dovecot.list_folder(WIE), Ontvangst.objects.count()) == ([], 1)


def test_a_death_between_seeing_and_storing_is_mended_at_the_next_start(lopende_stad: Stad, dovecot: Dovecot) -> None:
    from stadspunt.stromen.intake.actions.legen import open_postbus, record_gezien

    dovecot.deliver(WIE, nummer(1), nummer(2))
    postbus = maak_postbus(lopende_stad, dovecot)
    with connect(postbus) as client:
        uidvalidity = client.select_folder("INBOX")[b"UIDVALIDITY"]
        open_postbus(lopende_stad.systeem(), postbus.id, uidvalidity)
        record_gezien(lopende_stad.systeem(), postbus.id, uidvalidity, client.search())
    assert leeg(postbus) == 2
    assert Ontvangst.objects.count() == 2


def test_three_days_without_the_mailbox_lose_nothing_and_double_nothing(lopende_stad: Stad, dovecot: Dovecot) -> None:
    postbus = maak_postbus(lopende_stad, dovecot)
    dovecot.deliver(WIE, nummer(0))
    leeg(postbus)
    dovecot.stop()
    with pytest.raises(OSError):
        leeg(postbus)
    for dag in range(3):
        dovecot.deliver(WIE, *(nummer(100 * dag + n) for n in range(1, 31)))
        for pad in (dovecot.map / "mail" / WIE / "new").iterdir():
            toen = time.time() - (3 - dag) * 86_400
            if pad.stat().st_mtime > toen + 3600:
                os.utime(pad, (toen, toen))
    dovecot.start()
    assert leeg(postbus) == 90
    assert leeg(postbus) == 0
    lopende_stad.werk()
    assert Ontvangst.objects.filter(status="verwerkt").count() == 91
    # The promise counts from when the mail lay in the mailbox, not from when we were back.
    oudste = Ontvangst.objects.order_by("id")[1]
    from stadspunt.stromen.klantcontacten.queries import get_klantvragen

    assert oudste.klantvraag_id is not None
    vraag = get_klantvragen(lopende_stad.systeem().raadpleging, [oudste.klantvraag_id])[oudste.klantvraag_id]
    assert oudste.ontvangen_op - vraag.ontvangen_op > timedelta(days=1)


def test_a_new_numbering_means_reading_everything_again_without_doubles(lopende_stad: Stad, dovecot: Dovecot) -> None:
    dovecot.deliver(WIE, nummer(1), nummer(2))
    postbus = maak_postbus(lopende_stad, dovecot, verwerkt_map="")
    leeg(postbus)
    oud = Postbus.objects.get().uidvalidity
    dovecot.stop()
    dovecot.renumber(WIE)
    dovecot.deliver(WIE, nummer(3))
    time.sleep(1.1)  # the numbering is the second in which it was made
    dovecot.start()
    assert leeg(postbus) == 3
    assert Postbus.objects.get().uidvalidity != oud
    assert (Ontvangst.objects.count(), Postbusbericht.objects.filter(staat="opgeslagen").count()) == (3, 5)


def test_a_message_that_is_too_large_is_refused_visibly_and_stays(
    lopende_stad: Stad, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stadspunt.deuren.inkomend.postbuslezer.MAX_BYTES", 5_000)
    dovecot.deliver(WIE, mail("x" * 6_000, onderwerp="Groot"), nummer(2))
    leeg(maak_postbus(lopende_stad, dovecot))
    assert dovecot.list_folder(WIE) == [b"Groot"]
    assert list(Postbusbericht.objects.order_by("uid").values_list("staat", "reden")) == [
        ("geweigerd", "te-groot"),
        ("opgeslagen", ""),
    ]


def test_the_daily_count_is_seen_equals_stored_plus_refused(lopende_stad: Stad, dovecot: Dovecot) -> None:
    dovecot.deliver(WIE, nummer(1), nummer(2))
    postbus = maak_postbus(lopende_stad, dovecot, verwerkt_map="")
    leeg(postbus)
    assert record_aansluiting(lopende_stad.systeem(), postbus.id, lopende_stad.systeem().vandaag, [1, 2]) == []
    telling = Aansluiting.objects.get(dag=lopende_stad.systeem().vandaag)
    assert (telling.gezien, telling.opgeslagen, telling.geweigerd, telling.in_postbus, telling.klopt) == (2, 2, 0, 2, True)


def test_what_was_overlooked_is_found_by_the_count_fetched_and_told(lopende_stad: Stad, dovecot: Dovecot) -> None:
    dovecot.deliver(WIE, nummer(1), nummer(2))
    postbus = maak_postbus(lopende_stad, dovecot, verwerkt_map="")
    leeg(postbus)
    # As if message 1 never came through: out of the ledger, and nothing stored.
    Postbusbericht.objects.filter(uid=1).delete()
    Ontvangst.objects.order_by("id").first().delete()  # type: ignore[union-attr]
    Aansluiting.objects.all().delete()
    leeg(postbus)
    assert Ontvangst.objects.count() == 2
    assert [(telling.overgeslagen, telling.klopt) for telling in Aansluiting.objects.all()] == [(1, False)]
    assert "aansluiting" in [alarm.code for alarm in list_alarmen(lopende_stad.systeem().raadpleging)]


def test_a_wrong_password_is_told_in_words_and_becomes_an_alarm_after_a_quarter(lopende_stad: Stad, dovecot: Dovecot) -> None:
    from stadspunt.deuren.inkomend.postbuslezer import describe_postbusfout

    os.environ["POSTBUS_INFO"] = "verkeerd"
    postbus = maak_postbus(lopende_stad, dovecot)
    with pytest.raises(Exception) as fout:
        leeg(postbus)
    assert describe_postbusfout(fout.value, postbus.host) == "de server weigert de gebruikersnaam of het wachtwoord"
    systeem = lopende_stad.systeem()
    record_postbusfout(systeem, postbus.id, describe_postbusfout(fout.value, postbus.host))
    assert list_alarmen(systeem.raadpleging) == []
    later = get_moment() + timedelta(minutes=16)
    from stadspunt.fundament.toegang.actor import build_systeem

    record_postbusfout(build_systeem("proef", later), postbus.id, describe_postbusfout(fout.value, postbus.host))
    assert [alarm.code for alarm in list_alarmen(build_systeem("proef", later).raadpleging)] == ["onbereikbaar"]


def test_the_poller_takes_in_what_comes_while_it_waits_and_after_an_outage(lopende_stad: Stad, dovecot: Dovecot) -> None:
    maak_postbus(lopende_stad, dovecot)
    poller = Poller()
    poller.start()
    try:
        wacht_op(lambda: Postbus.objects.get().laatst_contact_op is not None)
        time.sleep(1.1)  # without word from the kernel the server sees a new file by the second in which its folder changed
        dovecot.deliver(WIE, nummer(1))
        wacht_op(lambda: Ontvangst.objects.count() == 1)
        dovecot.stop()
        wacht_op(lambda: Postbus.objects.get().laatste_fout != "")
        dovecot.deliver(WIE, nummer(2))
        dovecot.start()
        wacht_op(lambda: Ontvangst.objects.count() == 2)
        wacht_op(lambda: Postbus.objects.get().laatste_fout == "")
        wacht_op(lambda: dovecot.list_folder(WIE) == [])
    finally:
        poller.stop()


def test_a_try_of_the_connection_does_not_wait_for_the_next_message_or_pause(
    lopende_stad: Stad, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stadspunt.deuren.inkomend.poller._KIJK_SECONDEN", 0.2)
    postbus = maak_postbus(lopende_stad, dovecot)
    poller = Poller()
    poller.start()
    try:
        wacht_op(lambda: Postbus.objects.get().laatst_contact_op is not None)
        eerst = Postbus.objects.get().laatst_contact_op
        request_proef(lopende_stad.systeem(), postbus.id)
        wacht_op(lambda: Postbus.objects.get().proef_gevraagd_op is None)
        assert Postbus.objects.get().laatst_contact_op > eerst  # type: ignore[operator]
    finally:
        poller.stop()
