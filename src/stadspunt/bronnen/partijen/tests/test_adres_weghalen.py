"""An address that no longer reaches a client is taken away."""

import pytest

from stadspunt.bronnen.partijen.actions import remove_digitaaladres
from stadspunt.bronnen.partijen.queries import get_partij
from stadspunt.bronnen.partijen.rules import Adressoort
from stadspunt.fundament.fouten import NietGevondenError
from tests.stad import Stad


def test_a_telephone_number_written_in_another_way_is_the_same_number_and_goes(stad: Stad) -> None:
    joost = stad.partijen["joost"]
    remove_digitaaladres(stad.handeling(), joost, Adressoort.TELEFOON, "+31 6 12345678")
    beeld = get_partij(stad.raadpleging(), joost)
    assert (beeld.telefoons, beeld.emails) == ((), ("joost.jansen@example.org",))


def test_of_a_client_who_is_not_there_nothing_can_be_taken_away(stad: Stad) -> None:
    with pytest.raises(NietGevondenError):
        remove_digitaaladres(stad.handeling(), 999_999, Adressoort.EMAIL, "joost.jansen@example.org")
