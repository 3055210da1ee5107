"""From a refusal of the domain to the form that asked for it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.forms import BaseForm, ValidationError

from stadspunt.fundament.fouten import AchterhaaldError, GeweigerdError


@contextmanager
def errors_on(form: BaseForm) -> Iterator[None]:
    """Put every reason of a refusal at its field of `form`; a reason without a field goes on top.

    What somebody else overtook goes on: the screen, or else the page for 409, shows what is now.
    """
    try:
        yield
    except AchterhaaldError:
        raise
    except GeweigerdError as weigering:
        for fout in weigering.fouten:
            form.add_error(fout.veld if fout.veld in form.fields else None, ValidationError(fout.tekst, code=fout.code))


def get_tekst(weigering: GeweigerdError) -> str:
    """Return all reasons of a refusal as one text."""
    return " ".join(fout.tekst for fout in weigering.fouten)
