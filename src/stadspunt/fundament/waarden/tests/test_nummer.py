"""The readable number of a question, and what its check digit does and does not catch."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stadspunt.fundament.waarden.nummer import (
    Nummer,
    compute_controlecijfer,
    find_nummers,
    format_nummer,
    parse_nummer,
    parse_nummerdeel,
)

ZONDER_KLOK = settings(deadline=None)  # a busy machine is no failure
nummers = st.builds(Nummer, st.integers(2000, 2099), st.integers(1, 999_999_999))


def _cijfers(nummer: Nummer) -> str:
    return str(nummer).replace("-", "")


def _is_goed(cijfers: str) -> bool:
    return compute_controlecijfer(cijfers[:-1]) == cijfers[-1]


def test_the_example_of_damms_thesis_gives_its_published_digit() -> None:
    assert compute_controlecijfer("572") == "4"


def test_a_number_is_written_as_year_sequence_and_check_digit() -> None:
    assert format_nummer(2026, 123) == "2026-000123-8"


@ZONDER_KLOK
@given(nummers)
def test_what_is_written_is_read_back(nummer: Nummer) -> None:
    assert parse_nummer(str(nummer)) == nummer
    assert find_nummers(f"Antw: uw vraag [{nummer}] over de vergunning") == (nummer,)


@ZONDER_KLOK
@given(nummers, st.data())
def test_every_single_wrong_digit_is_caught(nummer: Nummer, data: st.DataObject) -> None:
    cijfers = _cijfers(nummer)
    plaats = data.draw(st.integers(0, len(cijfers) - 1))
    fout = data.draw(st.sampled_from([c for c in "0123456789" if c != cijfers[plaats]]))
    assert not _is_goed(cijfers[:plaats] + fout + cijfers[plaats + 1 :])


@ZONDER_KLOK
@given(nummers, st.data())
def test_every_swap_of_two_neighbours_is_caught(nummer: Nummer, data: st.DataObject) -> None:
    cijfers = _cijfers(nummer)
    plaats = data.draw(st.integers(0, len(cijfers) - 2))
    if cijfers[plaats] != cijfers[plaats + 1]:
        gewisseld = cijfers[:plaats] + cijfers[plaats + 1] + cijfers[plaats] + cijfers[plaats + 2 :]
        assert not _is_goed(gewisseld)


def test_all_numbers_of_a_year_catch_all_errors_of_both_kinds() -> None:
    for volgnummer in range(1, 2000):
        cijfers = _cijfers(Nummer(2026, volgnummer))
        for plaats, cijfer in enumerate(cijfers):
            for ander in "0123456789":
                assert ander == cijfer or not _is_goed(cijfers[:plaats] + ander + cijfers[plaats + 1 :])
            buur = cijfers[plaats + 1 : plaats + 2]
            assert buur in ("", cijfer) or not _is_goed(cijfers[:plaats] + buur + cijfer + cijfers[plaats + 2 :])


def test_iso_7064_mod_11_10_would_miss_a_swap_and_is_therefore_not_used() -> None:
    def mod_11_10(cijfers: str) -> str:
        product = 10
        for cijfer in cijfers:
            product = ((product + int(cijfer)) % 10 or 10) * 2 % 11
        return str((11 - product) % 10)

    assert mod_11_10("2020000034") == mod_11_10("2020000043")
    assert compute_controlecijfer("2020000034") != compute_controlecijfer("2020000043")


@pytest.mark.parametrize(
    "tekst",
    [
        "2026-000123-8",
        "20260001238",
        "2026 000123 8",
        "2026 - 000123 - 8",
        "[2026-000123-8]",
        "(#2026-000123-8)",
        "2026\u2013000123\u20138",
        "2026/000123/8",
        " 2026.000123.8. ",
    ],
)
def test_a_number_is_understood_as_people_type_it(tekst: str) -> None:
    assert parse_nummer(tekst) == Nummer(2026, 123)
    assert find_nummers(f"Re: vraag {tekst} graag antwoord") == (Nummer(2026, 123),)


@pytest.mark.parametrize(
    "tekst",
    ["", "2026-000123", "2026-000123-4", "2026-000000-0", "1926-000123-8", "92026-000123-8", "2026-000123-88", "06 12345678"],
)
def test_what_is_no_number_is_not_taken_for_one(tekst: str) -> None:
    assert parse_nummer(tekst) is None
    assert find_nummers(tekst) == ()


def test_several_numbers_come_once_each_in_their_order() -> None:
    een, twee = Nummer(2026, 7), Nummer(2025, 1_234_567)
    assert find_nummers(f"Over {een} en {twee} (eerder {een})") == (een, twee)


def test_arabic_digits_are_no_number() -> None:
    assert find_nummers("٢٠٢٦-٠٠٠١٢٣-٨") == ()


@pytest.mark.parametrize(("jaar", "volgnummer"), [(1999, 1), (2100, 1), (2026, 0), (2026, 1_000_000_000)])
def test_a_number_outside_its_limits_is_refused(jaar: int, volgnummer: int) -> None:
    with pytest.raises(ValueError, match="is not within"):
        format_nummer(jaar, volgnummer)


@pytest.mark.parametrize("cijfers", ["", "12a", "²", "１２"])
def test_a_check_digit_is_only_made_of_digits(cijfers: str) -> None:
    with pytest.raises(ValueError, match="digits"):
        compute_controlecijfer(cijfers)


@ZONDER_KLOK
@given(st.text(max_size=300))
def test_any_text_can_be_searched(tekst: str) -> None:
    assert all(str(nummer) for nummer in find_nummers(tekst))


@pytest.mark.parametrize(
    ("tekst", "nummers", "anders"),
    [
        ("2026-014233", ["2026-014233-3"], []),
        ("2026-14233", ["2026-014233-3"], []),
        ("2026014233", ["2026-014233-3"], []),
        ("#2026-014233-8", [], ["2026-014233-3"]),
        ("014233", ["2026-014233-3", "2025-014233-1"], []),
        ("14233-3", ["2026-014233-3"], ["2025-014233-1"]),
        ("14233-9", [], ["2026-014233-3", "2025-014233-1"]),
        ("0142333", ["2026-014233-3"], []),
    ],
)
def test_a_part_of_a_number_says_which_numbers_it_can_be(tekst: str, nummers: list[str], anders: list[str]) -> None:
    deel = parse_nummerdeel(tekst, (2026, 2025))
    assert deel is not None
    assert ([str(een) for een in deel.nummers], [str(een) for een in deel.anders]) == (nummers, anders)


@pytest.mark.parametrize("tekst", ["123", "joost", "06 12345678", "0612345678", "1234 AB", "²", "", "2026-"])
def test_what_does_not_look_like_a_number_is_no_part_of_one(tekst: str) -> None:
    assert parse_nummerdeel(tekst, (2026,)) is None
