"""What the work place does when a rule refuses: the reason at its field, or the fresh state (409)."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.forms import BaseForm

from stadspunt.fundament.fouten import AchterhaaldError, GeweigerdError


@contextmanager
def errors_on(form: BaseForm) -> Iterator[None]:
    """Put every reason of a refusal on `form`, at its field when the form has that field.

    What a colleague overtook goes on: the screen shows what it is now.
    """
    try:
        yield
    except AchterhaaldError:
        raise
    except GeweigerdError as weigering:
        for fout in weigering.fouten:
            form.add_error(fout.veld if fout.veld in form.fields else None, fout.tekst)


def get_tekst(weigering: GeweigerdError) -> str:
    """Return all reasons as one text."""
    return " ".join(fout.tekst for fout in weigering.fouten)
