"""The supervisor and what it leaves behind, with small programs of the shell as parts."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from stadspunt.project.opstart.processen import find_proces, list_with_mark, wait_until
from stadspunt.project.opstart.resten import KENMERK, clear_resten, note_kinderen
from stadspunt.project.opstart.toezicht import Dienst, Toezicht, keep_small


@pytest.fixture
def toezicht(tmp_path: Path) -> Iterator[Toezicht]:
    wacht = Toezicht(tmp_path)
    yield wacht
    wacht.stop(geduld=1)


def sh(naam: str, opdracht: str, **omgeving: str) -> Dienst:
    return Dienst(naam, ("/bin/sh", "-c", opdracht), {"PATH": "/usr/bin:/bin", **omgeving})


def _beat_until(toezicht: Toezicht, seconden: float, klaar: object = None) -> None:
    einde = time.monotonic() + seconden
    while time.monotonic() < einde and not (callable(klaar) and klaar()):
        time.sleep(min(toezicht.beat(), 0.05))


def test_a_killed_part_comes_back(toezicht: Toezicht) -> None:
    toezicht.start(sh("web", "exec sleep 60"))
    eerste = toezicht.kinderen["web"].pid
    os.kill(eerste, signal.SIGKILL)
    _beat_until(toezicht, 5, lambda: toezicht.kinderen["web"].pid not in {0, eerste})
    assert find_proces(toezicht.kinderen["web"].pid) is not None


def test_a_part_that_keeps_falling_is_tried_with_growing_pauses(toezicht: Toezicht) -> None:
    toezicht.start(sh("web", 'echo op >> "$MAP"; exit 3', MAP=str(toezicht.logmap / "keren")))
    _beat_until(toezicht, 2.2)
    # after 0.5 and 1 second: three times in two seconds, not hundreds
    assert 2 <= len((toezicht.logmap / "keren").read_text().split()) <= 3
    assert toezicht.falls("web") >= 2


def test_a_part_that_cannot_be_started_now_is_tried_again(toezicht: Toezicht, tmp_path: Path) -> None:
    programma = tmp_path / "later"
    toezicht.start(sh("web", "exit 1"))
    toezicht.kinderen["web"].dienst = Dienst("web", (str(programma),), {"PATH": "/usr/bin:/bin"})
    _beat_until(toezicht, 0.7)
    assert toezicht.kinderen["web"].pid == 0
    programma.write_text("#!/bin/sh\nexec sleep 60\n")
    programma.chmod(0o700)
    toezicht.hurry()
    _beat_until(toezicht, 5, lambda: toezicht.kinderen["web"].pid)
    assert find_proces(toezicht.kinderen["web"].pid) is not None


def test_workers_of_a_killed_part_go_with_it(toezicht: Toezicht) -> None:
    toezicht.start(sh("web", 'sleep 60 & echo $! > "$MAP"; wait', MAP=str(toezicht.logmap / "werker")))
    werker = toezicht.logmap / "werker"
    assert wait_until(lambda: werker.exists() and werker.read_text().strip().isdecimal(), 5)
    os.kill(toezicht.kinderen["web"].pid, signal.SIGKILL)
    _beat_until(toezicht, 0.4)
    assert wait_until(lambda: find_proces(int(werker.read_text())) is None, 5)


def test_who_does_not_listen_to_stop_is_killed(toezicht: Toezicht) -> None:
    toezicht.start(sh("doof", "trap '' TERM; echo doof; while :; do sleep 0.1; done"))
    assert wait_until(lambda: "doof" in (toezicht.logmap / "doof.log").read_text(), 5)
    pid = toezicht.kinderen["doof"].pid
    assert toezicht.stop(geduld=0.3) == ["doof"]
    assert find_proces(pid) is None


def test_the_output_of_a_part_is_kept_in_its_log(toezicht: Toezicht) -> None:
    toezicht.start(sh("web", "echo regel; echo fout >&2; exec sleep 60"))
    assert wait_until(lambda: (toezicht.logmap / "web.log").read_text() == "regel\nfout\n", 5)


def test_a_log_that_grew_is_put_away_and_written_on(tmp_path: Path) -> None:
    log = tmp_path / "web.log"
    with log.open("ab", buffering=0) as schrijver:
        schrijver.write(b"oud" * 100)
        keep_small(log, grens=200)
        schrijver.write(b"nieuw")
    assert log.read_bytes() == b"nieuw"
    assert (tmp_path / "web.log.1").read_bytes() == b"oud" * 100


def test_parts_end_when_the_supervisor_is_killed(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux tells children of the death of their parent")
    code = (
        "import pathlib, time\n"
        "from stadspunt.project.opstart.toezicht import Dienst, Toezicht\n"
        f"wacht = Toezicht(pathlib.Path({str(tmp_path)!r}))\n"
        "wacht.start(Dienst('web', ('sleep', '60'), {'PATH': '/usr/bin:/bin'}))\n"
        "print(wacht.kinderen['web'].pid, flush=True); time.sleep(60)"
    )
    baas = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert baas.stdout is not None
    kind = int(baas.stdout.readline())
    baas.kill()
    baas.wait()
    baas.stdout.close()
    assert wait_until(lambda: find_proces(kind) is None, 5)


def test_the_next_start_ends_what_a_killed_one_left_running(toezicht: Toezicht) -> None:
    mapje = toezicht.logmap
    toezicht.start(sh("web", "exec setsid sleep 60", **{KENMERK: "vorige"}))  # out of reach of its process group
    note_kinderen(mapje, "vorige", toezicht)
    pid = toezicht.kinderen["web"].pid
    assert wait_until(lambda: bool(list_with_mark(f"{KENMERK}=vorige")), 5)
    assert clear_resten(mapje) >= 1
    assert list_with_mark(f"{KENMERK}=vorige") == []
    assert find_proces(pid) is None
    assert clear_resten(mapje) == 0


def test_a_number_that_belongs_to_another_program_now_is_left_alone(toezicht: Toezicht) -> None:
    mapje = toezicht.logmap
    toezicht.start(sh("web", "exec sleep 60"))
    note_kinderen(mapje, "vorige", toezicht)
    briefje = mapje / "kinderen.json"
    begin = find_proces(toezicht.kinderen["web"].pid)
    assert begin is not None
    briefje.write_text(briefje.read_text().replace(f'"{begin.begin}"', '"1"'))
    clear_resten(mapje)
    assert find_proces(begin.pid) is not None
