"""What a killed start leaves behind: a note of the children, so that the next start can clear them away."""

import json
import signal
from pathlib import Path

from stadspunt.project.opstart.processen import end_all, find_proces, list_with_mark, send_group
from stadspunt.project.opstart.toezicht import Toezicht

BRIEFJE = "kinderen.json"
KENMERK = "STADSPUNT_KENMERK"  # every child and grandchild carries it in its environment
GEDULD = 5.0


def note_kinderen(map_: Path, kenmerk: str, toezicht: Toezicht) -> None:
    """Write down who runs for this start; called at every change."""
    kinderen = []
    for kind in toezicht.kinderen.values():
        if (proces := find_proces(kind.pid)) is not None:
            kinderen.append({"naam": kind.dienst.naam, "pid": proces.pid, "begin": proces.begin})
    half = map_ / f"{BRIEFJE}.half"
    half.write_text(json.dumps({"kenmerk": kenmerk, "kinderen": kinderen}), "utf-8")
    half.replace(map_ / BRIEFJE)


def clear_resten(map_: Path) -> int:
    """End what an earlier start on this folder left running; returns how many processes that were.

    Only to be called by who owns the data folder. A pid counts when its moment of beginning fits too.
    """
    try:
        briefje = json.loads((map_ / BRIEFJE).read_text("utf-8"))
    except (OSError, ValueError):
        return 0
    leiders = [kind["pid"] for kind in briefje.get("kinderen", []) if _is_same(kind["pid"], kind["begin"])]
    geeindigd: set[int] = set()
    # Again and again: a process may just be forking while we look.
    while resten := {*leiders, *list_with_mark(f"{KENMERK}={briefje['kenmerk']}")} - geeindigd:
        end_all(resten, GEDULD)
        for pid in leiders:
            send_group(pid, signal.SIGKILL)
        geeindigd |= resten
    (map_ / BRIEFJE).unlink(missing_ok=True)
    return len(geeindigd)


def _is_same(pid: int, begin: str) -> bool:
    proces = find_proces(pid)
    return proces is not None and proces.begin == begin
