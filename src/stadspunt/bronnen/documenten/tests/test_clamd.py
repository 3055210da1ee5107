"""The conversation with clamd, over real sockets."""

import io
import socket
import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from stadspunt.bronnen.documenten.koppeling import NietGecontroleerdError, ScannerWegError
from stadspunt.bronnen.documenten.koppeling.clamd import Clamd as Klant
from stadspunt.bronnen.documenten.koppeling.clamd import parse_clamd, read_oordeel, read_versie
from stadspunt.bronnen.documenten.rules import Oordeel, Scannerversie, Virusstand, compute_volgende_controle, is_verouderd
from stadspunt.bronnen.documenten.tests.clamd import EICAR, GRENS, VIRUS, Clamd, Kwade

pytestmark = pytest.mark.traag
SCHOON, TE_GROOT = Oordeel(Virusstand.SCHOON), Oordeel(Virusstand.TE_GROOT)
BESMET = Oordeel(Virusstand.BESMET, VIRUS)
NU = datetime(2026, 11, 24, 9, 10, tzinfo=UTC)


@pytest.fixture(params=["socket", "tcp"])
def klant(request: pytest.FixtureRequest, clamd_dienst: Clamd) -> Klant:
    return parse_clamd(clamd_dienst.pad if request.param == "socket" else f"127.0.0.1:{clamd_dienst.poort}")


def make_zip(inhoud: bytes) -> bytes:
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr("factuur.com", inhoud)
    return doel.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "oordeel"),
    [
        (b"", SCHOON),
        (b"Beste gemeente", SCHOON),
        (EICAR, BESMET),
        (b"x" * 900_000 + EICAR, BESMET),
        (make_zip(EICAR), BESMET),
        (b"x" * GRENS, SCHOON),
        (b"x" * (GRENS + 1), TE_GROOT),
        (b"x" * 30_000_000, TE_GROOT),
    ],
    ids=["leeg", "tekst", "virus", "virus-achteraan", "virus-in-zip", "net-niet-te-groot", "net-te-groot", "veel-te-groot"],
)
def test_the_scanner_gives_its_verdict(klant: Klant, inhoud: bytes, oordeel: Oordeel) -> None:
    assert klant.scan(inhoud) == oordeel


def test_the_scanner_says_what_it_is(klant: Klant) -> None:
    assert klant.get_versie().programma.startswith("ClamAV ")


@pytest.mark.parametrize(
    ("antwoord", "versie"),
    [
        (
            "ClamAV 1.4.6/27300/Mon Nov 23 09:26:41 2026",
            Scannerversie("ClamAV 1.4.6", "27300", datetime(2026, 11, 23, 9, 26, 41, tzinfo=UTC)),
        ),
        ("ClamAV 1.4.6", Scannerversie("ClamAV 1.4.6")),
        ("ClamAV 0.103.8/26900/gisteren", Scannerversie("ClamAV 0.103.8", "26900")),
    ],
)
def test_the_version_is_read(antwoord: str, versie: Scannerversie) -> None:
    assert read_versie(antwoord) == versie


def test_what_clamd_calls_found_is_not_always_a_virus() -> None:
    assert read_oordeel("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND").stand is Virusstand.TE_GROOT
    assert read_oordeel("stream: Heuristics.Encrypted.Zip FOUND").stand is Virusstand.VERSLEUTELD


@pytest.mark.parametrize("antwoord", ["", "stream: Can't allocate memory ERROR", "UNKNOWN COMMAND", "220 mail.example ESMTP"])
def test_what_is_no_verdict_is_never_clean(antwoord: str) -> None:
    with pytest.raises(NietGecontroleerdError):
        read_oordeel(antwoord)
    with pytest.raises(NietGecontroleerdError):
        read_versie(antwoord)


@pytest.mark.parametrize("plaats", ["/nergens/clamd.sock", "127.0.0.1:1"])
def test_a_scanner_that_is_not_there(plaats: str) -> None:
    with pytest.raises(ScannerWegError, match="niet bereikbaar"):
        parse_clamd(plaats).scan(b"x")


@pytest.mark.parametrize("tekst", ["clamd", "host:poort", ":3310", "host:99999", "host:"])
def test_a_wrong_setting_says_how_it_should_be(tekst: str) -> None:
    with pytest.raises(ScannerWegError, match="computer:3310"):
        parse_clamd(tekst)


def test_an_address_of_six_is_understood() -> None:
    assert (parse_clamd("[::1]:3310").host, parse_clamd("clamav.intern:3310").poort) == ("::1", 3310)


@pytest.fixture
def kwade() -> Iterator[list[Kwade]]:
    reeks: list[Kwade] = []
    yield reeks
    for een in reeks:
        een.stop()


def test_a_scanner_that_keeps_silent_is_not_waited_for_for_ever(kwade: list[Kwade]) -> None:
    kwade.append(Kwade(lambda lijn: time.sleep(3)))
    begin = time.monotonic()
    with pytest.raises(NietGecontroleerdError, match="niet op tijd"):
        Klant(host="127.0.0.1", poort=kwade[0].poort, wacht_seconden=0.3).scan(b"x")
    assert time.monotonic() - begin < 2


@pytest.mark.parametrize("antwoord", [b"", b"stream: O"])
def test_a_scanner_that_hangs_up_halfway_gave_no_verdict(kwade: list[Kwade], antwoord: bytes) -> None:
    def hang_up(lijn: socket.socket) -> None:
        lijn.sendall(antwoord)

    kwade.append(Kwade(hang_up))
    with pytest.raises(ScannerWegError, match="verbrak"):
        Klant(host="127.0.0.1", poort=kwade[0].poort).scan(b"x")


def test_pauses_grow_to_an_hour_and_no_further() -> None:
    pauzes = [compute_volgende_controle(keer, NU) - NU for keer in (1, 2, 3, 7, 500)]
    assert pauzes == [timedelta(minutes=n) for n in (1, 2, 4, 60, 60)]


def test_signatures_grow_old_in_a_week() -> None:
    assert [is_verouderd(van, NU) for van in (None, NU - timedelta(days=6), NU - timedelta(days=8))] == [False, False, True]
