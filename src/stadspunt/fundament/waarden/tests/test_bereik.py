"""Addresses as keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stadspunt.fundament.waarden.bereik import is_email, to_telefoon_sleutel, to_zoeksleutel


@pytest.mark.parametrize(
    ("getypt", "sleutel"),
    [
        ("06 12345678", "+31612345678"),
        ("06-1234 5678", "+31612345678"),
        ("+31 (0)6 12345678", "+31612345678"),
        ("0031 6 12345678", "+31612345678"),
        ("015 260 2222", "+31152602222"),
        ("14015", "14015"),
        ("0800-1234", "08001234"),
        ("088 1234567", "+31881234567"),
        ("0900-1234567", "09001234567"),
        ("+32 2 123 45 67", "+3221234567"),
        ("bel mij", ""),
        ("12", ""),
        ("06 1234 5678 toestel 9", ""),
    ],
)
def test_telephone_numbers_as_people_write_them(getypt: str, sleutel: str) -> None:
    assert to_telefoon_sleutel(getypt) == sleutel


@pytest.mark.parametrize("goed", ["a@b.nl", "jan.jansen+gemeente@example.org", "o'neil@example.org", "jörg@müller.example"])
def test_addresses_that_can_be_answered(goed: str) -> None:
    assert is_email(goed)


@pytest.mark.parametrize(
    "fout", ["", "a", "a@b", "a b@c.nl", "a@b..nl", "a@b.nl, c@d.nl", "<a@b.nl>", "a@b.nl\nBcc: x@y.nl", "a@" + "b" * 260 + ".nl"]
)
def test_addresses_that_cannot(fout: str) -> None:
    assert not is_email(fout)


@given(st.text())
def test_a_search_key_is_its_own_search_key(tekst: str) -> None:
    assert to_zoeksleutel(to_zoeksleutel(tekst)) == to_zoeksleutel(tekst)
