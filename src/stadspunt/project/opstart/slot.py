"""One StadsPunt per data folder: a lock that the kernel releases, also after a kill -9."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stadspunt.project.opstart.foutmeldingen import already_running


def find_holder(map_: Path) -> str:
    """Return which command holds `map_` now, '' when none does."""
    slot = map_ / ".bezet"
    if not slot.exists():
        return ""
    with slot.open("r", encoding="utf-8") as gelezen:
        try:
            fcntl.flock(gelezen, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return gelezen.read().strip() or "een andere opdracht"
    return ""


@contextmanager
def own_data(map_: Path, opdracht: str) -> Iterator[None]:
    """Hold `map_` for this process; raises OpstartError when another one holds it."""
    # Append mode: who loses the race must not wipe out the name of the winner.
    with (map_ / ".bezet").open("a+", encoding="utf-8") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            slot.seek(0)
            raise already_running(map_, slot.read().strip() or "een andere opdracht") from None
        slot.truncate(0)
        slot.write(f"./stadspunt {opdracht}, proces {os.getpid()}\n")
        slot.flush()
        yield
