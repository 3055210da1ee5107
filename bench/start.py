"""How long a start takes and how much memory it holds: `.venv/bin/python bench/start.py`.

First start (packages in, empty data folder, demo municipality), then a later start, each until
the page to sign in on answers; memory is PSS of all processes, so shared pages count once.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

POORT = 18414
WORTEL = Path(__file__).resolve().parent.parent


def start(data: Path) -> tuple[subprocess.Popen[str], float]:
    """Start and return the process with the seconds until the page to sign in on was there."""
    begin = time.monotonic()
    opdracht = [str(WORTEL / "stadspunt"), "start", "--data", str(data), "--poort", str(POORT)]
    proces = subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True)
    for regel in proces.stdout or ():
        if regel.startswith("StadsPunt staat klaar"):
            urllib.request.urlopen(f"http://127.0.0.1:{POORT}/aanmelden/", timeout=30).read()
            return proces, time.monotonic() - begin
    raise SystemExit("StadsPunt start niet; zie hierboven.")


def measure_mb(data: Path, baas: int) -> dict[str, float]:
    """Return the memory in MB by part: the processes of each part with all that they started."""
    briefje = json.loads((data / "lopend/kinderen.json").read_text())
    delen = {kind["pid"]: kind["naam"] for kind in briefje["kinderen"]} | {baas: "toezicht"}
    ouders = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            tekst = stat.read_text()
        except OSError:
            continue
        ouders[int(stat.parent.name)] = int(tekst[tekst.rindex(")") + 2 :].split()[1])
    som: dict[str, float] = {}
    for pid in ouders:
        stap = pid
        while stap not in delen and stap in ouders:
            stap = ouders[stap]
        if stap in delen:
            deel = "database" if stap == baas and pid != baas else delen[stap]
            som[deel] = som.get(deel, 0.0) + _pss_mb(pid)
    return som


def _pss_mb(pid: int) -> float:
    try:
        regels = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(regel.split()[1]) / 1024 for regel in regels if regel.startswith("Pss:")), 0.0)


def main() -> None:
    """Measure and print."""
    if sys.platform != "linux":
        raise SystemExit("Deze meting leest /proc en werkt dus alleen op Linux.")
    map_ = Path(tempfile.mkdtemp(prefix="sp-bench-"))
    data = map_ / "data"
    try:
        for naam in ("eerste start", "latere start"):
            proces, seconden = start(data)
            time.sleep(5)  # until the parts have settled
            geheugen = measure_mb(data, proces.pid)
            begin = time.monotonic()
            proces.terminate()
            proces.communicate(timeout=60)
            stop = time.monotonic() - begin
            print(f"{naam}: {seconden:.1f} s, geheugen {sum(geheugen.values()):.0f} MB, stoppen {stop:.1f} s")
            print("  " + ", ".join(f"{deel} {mb:.0f}" for deel, mb in sorted(geheugen.items())))
    finally:
        shutil.rmtree(map_)


if __name__ == "__main__":
    main()
