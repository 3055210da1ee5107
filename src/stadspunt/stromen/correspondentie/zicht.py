"""Which messages an actor may see: none that concerns a question hidden from him. For this room only."""

from django.db.models import QuerySet

from stadspunt.fundament.toegang.actor import Raadpleging
from stadspunt.stromen.correspondentie.models import Bericht, Berichtvraag
from stadspunt.stromen.klantcontacten.queries_vertrouwelijk import select_verborgen


def select_verborgen_berichten(raadpleging: Raadpleging) -> "QuerySet[Berichtvraag, int]":
    """Return, as a subquery, the ids of the messages that are hidden from this actor."""
    rijen = Berichtvraag.objects.filter(klantvraag_id__in=select_verborgen(raadpleging))
    return rijen.values_list("bericht_id", flat=True)


def list_zichtbare(raadpleging: Raadpleging) -> "QuerySet[Bericht]":
    """Return the messages that are not hidden from this actor; whether he may see their question is asked by the caller."""
    return Bericht.objects.exclude(pk__in=select_verborgen_berichten(raadpleging))
