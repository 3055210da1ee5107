"""`stadspunt test`: one table at the end, and what pytest said as the last line."""

from stadspunt.project.opdrachten.keuring import SLOTREGEL, Uitkomst, build_tabel, list_samen, list_stappen
from stadspunt.project.opstart.voortgang import build_regel


def test_the_table_names_what_failed_and_counts_it() -> None:
    tabel = build_tabel([Uitkomst("typen (mypy)", False, 12.3), Uitkomst("proeven (pytest)", True, 60.0, "12 passed in 59.1s")])
    assert "typen (mypy)                     FOUT" in tabel
    assert tabel.endswith("1 van de 2 onderdelen zijn niet goed.")
    assert build_tabel([Uitkomst("migraties", True, 1.0)]).endswith("Alles is goed.")


def test_the_closing_line_of_pytest_is_recognised_in_all_its_shapes() -> None:
    for regel in ("12 passed in 0.51s", "=== 1 failed, 3 passed, 2 warnings in 61.02s (0:01:01) ===", "1 error in 0.20s"):
        assert SLOTREGEL.search(regel)
    assert not SLOTREGEL.search("test_opslag.py::test_saved_in_3s PASSED")


def test_extra_words_reach_pytest_only() -> None:
    stappen = list_stappen(("-k", "proef"))
    assert stappen[-1].opdracht[-2:] == ("-k", "proef")
    assert all("-k" not in stap.opdracht for stap in stappen[:-1])


def test_a_whole_run_uses_two_cores_when_there_are_two() -> None:
    assert list_samen(1) == ()
    assert list_samen(8)[:2] == ("-n", "2")


def test_a_progress_bar_tells_how_far_it_is() -> None:
    assert build_regel(5, 10, "berichten") == "[###############...............] 5 van 10 berichten"
    assert build_regel(7, None, "regels") == "7 regels"
