"""Make the small copy of the version that this code is: `python -m tests.reserve.maak_versie`.

To be done when a version is given out, before the number in `versie.py` and `pyproject.toml` goes up.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from stadspunt.project.opstart.omgeving import WORTEL
from stadspunt.project.versie import VERSIE
from tests.reserve.machine import Machine


def main() -> None:
    """Fill a new machine and copy it to tests/versies."""
    machine = Machine(Path(tempfile.mkdtemp(prefix="reserve-")))
    try:
        machine.run("migrate")
        dsn = machine.start_database()
        vullen = [sys.executable, "-m", "tests.reserve.vullen"]
        subprocess.run(vullen, cwd=WORTEL, env=machine.omgeving(dsn), check=True, stdout=subprocess.DEVNULL)
        doel = WORTEL / f"tests/versies/{VERSIE}.stadspunt.zip"
        print(machine.run("backup", "--naar", str(doel)).stdout)
        (doel.parent / ".slot").unlink(missing_ok=True)
    finally:
        machine.clean_up()


if __name__ == "__main__":
    main()
