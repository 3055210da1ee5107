"""The surroundings of a test run: a secret of its own and, unless DATABASE_URL says where, a PostgreSQL of its own.

Loaded by pytest before the settings are read (`-p` in pyproject.toml).
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from stadspunt.project.opstart import postgres

# The data of a test run are thrown away, so the server need not wait for the disk.
ZONDER_WACHTEN = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=200")


def _make_map() -> str:
    map_ = Path(tempfile.mkdtemp(prefix="stadspunt-proef-data-"))
    (map_ / "static").mkdir()
    atexit.register(shutil.rmtree, map_, ignore_errors=True)
    return str(map_)


def _start_database() -> str:
    map_ = Path(tempfile.mkdtemp(prefix="stadspunt-proef-"))

    def clean_up() -> None:
        postgres.stop(map_)
        shutil.rmtree(map_, ignore_errors=True)

    atexit.register(clean_up)
    return postgres.start(map_, tie_to_parent=True, opts=ZONDER_WACHTEN)


os.environ.setdefault("STADSPUNT_GEHEIM", "alleen-voor-de-proef-en-nergens-anders-te-gebruiken")
# What a test sees does not hang on what happens to run on this machine.
os.environ.setdefault("STADSPUNT_CLAMAV", "uit")
if "STADSPUNT_DATA" not in os.environ:
    os.environ["STADSPUNT_DATA"] = _make_map()
if "DATABASE_URL" not in os.environ:
    os.environ["DATABASE_URL"] = _start_database()
