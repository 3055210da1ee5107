"""A command that needs the database for a moment: borrow a running server, or hold one for ourselves."""

from collections.abc import Iterator
from contextlib import contextmanager

from stadspunt.project.opstart import postgres
from stadspunt.project.opstart.omgeving import Omgeving
from stadspunt.project.opstart.slot import find_holder, own_data


@contextmanager
def borrow_database(omgeving: Omgeving, opdracht: str) -> Iterator[None]:
    """Within, a server may be started on the data folder; it stops at the end when we were the one to start it.

    With an outside database, or while `start` runs, there is nothing to hold. Raises OpstartError
    when another short command holds the folder: it would take its server away under us.
    """
    if omgeving.database_url or find_holder(omgeving.data).startswith("./stadspunt start"):
        yield
        return
    with own_data(omgeving.data, opdracht):
        try:
            yield
        finally:
            postgres.stop(omgeving.data)
