"""Fields that are filled, and marks that stay."""

from hypothesis import given
from hypothesis import strategies as st

from stadspunt.fundament.waarden.invulplekken import fill_of_markeer, list_open_plekken

VELDEN = {"naam": "de naam van de klant", "nummer": "het nummer"}


def test_what_is_known_is_filled_and_what_is_not_is_marked() -> None:
    assert fill_of_markeer("{naam}, uw nummer is {nummer}.", {"naam": "", "nummer": "12"}, VELDEN) == (
        "[vul in: de naam van de klant], uw nummer is 12."
    )


@given(st.text(max_size=40))
def test_a_value_is_never_read_as_a_text_with_fields(naam: str) -> None:
    gevuld = fill_of_markeer("{naam}{nummer}", {"naam": naam, "nummer": "12"}, VELDEN)
    assert gevuld == f"{naam or '[vul in: de naam van de klant]'}12"


def test_half_a_mark_is_still_open() -> None:
    assert list_open_plekken("Op [vul in: datum en [vul in: tijd]") == ("[vul in: datum en [vul in: tijd]",)
