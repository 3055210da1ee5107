"""What processing one arrival came to, and how a failure is told without personal data."""

import traceback
from dataclasses import dataclass

from django.db import DatabaseError

from stadspunt.fundament.fouten import GeweigerdError
from stadspunt.stromen.intake.rules.ontvangst import Uitkomst

_MAX_TEKENS = 500


class NietTeVerwerkenError(Exception):
    """An arrival cannot be processed as things are; the text is Dutch, without personal data, and says what to do."""


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What an arrival became. A report about nothing of ours has neither contact nor question."""

    uitkomst: Uitkomst
    ingang_id: int
    klantcontact_id: int | None = None
    klantvraag_id: int | None = None


def describe_fout(fout: BaseException) -> str:
    """Return what went wrong and where, for the page of failures.

    The message of a foreign exception may quote the mail ('Key (email)=(…) already exists'), so only its kind and the
    place in our code are told; our own refusals are safe by their codes.
    """
    if isinstance(fout, NietTeVerwerkenError):
        return str(fout)[:_MAX_TEKENS]
    if isinstance(fout, GeweigerdError):
        return f"Geweigerd: {', '.join(een.code for een in fout.fouten)} ({_find_plaats(fout)})"[:_MAX_TEKENS]
    soort = type(fout).__name__
    if isinstance(fout, DatabaseError):
        oorzaak = fout.__cause__
        code = getattr(oorzaak, "sqlstate", "") or ""
        regel = getattr(getattr(oorzaak, "diag", None), "constraint_name", "") or ""
        soort = " ".join(deel for deel in (soort, code, regel) if deel)
    return f"{soort} ({_find_plaats(fout)})"[:_MAX_TEKENS]


def _find_plaats(fout: BaseException) -> str:
    """Return module and line of the innermost frame of our own package."""
    eigen = [stap for stap in traceback.extract_tb(fout.__traceback__) if "/stadspunt/" in stap.filename]
    if not eigen:
        return "plaats onbekend"
    plaats = eigen[-1]
    return f"{plaats.filename.rpartition('/stadspunt/')[2]}, regel {plaats.lineno}"
