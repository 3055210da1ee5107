"""What people type, and what the environment says."""

from pathlib import Path

import pytest

from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.opstart.omgeving import Omgeving, build_kindomgeving, default_postingang, find_geheim, read_omgeving
from stadspunt.project.opstart.opties import HULP, OPDRACHTEN, read_opties


def test_options_may_stand_before_and_after_the_command() -> None:
    assert read_opties(["--poort", "9000", "start", "--leeg", "--data=/srv/sp"]) == read_opties(
        ["start", "--data", "/srv/sp", "--poort=9000", "--leeg"]
    )


def test_a_relative_data_folder_is_meant_from_where_the_user_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_opties(["start", "--data", "hier"]).data == str(tmp_path / "hier")


def test_test_hands_everything_it_does_not_know_to_pytest() -> None:
    opties = read_opties(["test", "-k", "proef", "--data", "/x", "-x", "tests/huis"])
    assert opties.rest == ("-k", "proef", "-x", "tests/huis")
    assert opties.data == "/x"


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["begin"], "kent de opdracht 'begin' niet"),
        (["start", "--snel"], "kent '--snel' hier niet"),
        (["start", "--poort", "acht"], "'acht' is geen poort"),
        (["start", "--poort", "70000"], "'70000' is geen poort"),
        (["start", "--data"], "ontbreekt een waarde"),
        (["web", "--leeg"], "kent '--leeg' hier niet"),
    ],
)
def test_what_cannot_be_is_refused_in_dutch(woorden: list[str], zin: str) -> None:
    with pytest.raises(OpstartError, match=zin):
        read_opties(woorden)


def test_no_word_at_all_shows_the_help() -> None:
    assert read_opties([]).opdracht == "help"
    for opdracht in OPDRACHTEN - {"help", "voorbereiden"}:
        assert opdracht in HULP


def _omgeving(tmp_path: Path, **buiten: str) -> Omgeving:
    return read_omgeving(buiten, data=str(tmp_path))


def test_an_option_wins_from_the_environment(tmp_path: Path) -> None:
    assert read_omgeving({"STADSPUNT_POORT": "9000", "STADSPUNT_DATA": "/elders"}, str(tmp_path), 9100).poort == 9100
    assert _omgeving(tmp_path, STADSPUNT_POORT="9000").poort == 9000


def test_a_wrong_number_in_the_environment_names_the_variable(tmp_path: Path) -> None:
    with pytest.raises(OpstartError, match="STADSPUNT_WEB_PROCESSEN is nu 'veel'"):
        _omgeving(tmp_path, STADSPUNT_WEB_PROCESSEN="veel")


def test_the_address_that_is_shown_can_be_typed(tmp_path: Path) -> None:
    assert _omgeving(tmp_path).adres == "http://127.0.0.1:8014"
    assert read_omgeving({}, str(tmp_path), 9000, "0.0.0.0").adres == "http://127.0.0.1:9000"
    assert _omgeving(tmp_path, STADSPUNT_ADRES="https://kcc.example.nl/").adres == "https://kcc.example.nl"


def test_the_site_answers_to_the_host_of_its_address(tmp_path: Path) -> None:
    assert "kcc.example.nl" in _omgeving(tmp_path, STADSPUNT_ADRES="https://kcc.example.nl").hosts.split(",")


def test_two_starts_on_two_ports_have_two_mail_doors(tmp_path: Path) -> None:
    assert default_postingang(_omgeving(tmp_path)) == "127.0.0.1:8025"
    assert default_postingang(read_omgeving({}, str(tmp_path), 9014)) == "127.0.0.1:9025"
    assert default_postingang(_omgeving(tmp_path, STADSPUNT_SMTP_IN="10.0.0.1:25")) == "10.0.0.1:25"


def test_the_secret_is_drawn_once_and_only_for_the_owner(tmp_path: Path) -> None:
    omgeving = _omgeving(tmp_path)
    geheim = find_geheim(omgeving, make=True)
    assert len(geheim) > 40
    assert find_geheim(omgeving, make=False) == geheim
    assert (tmp_path / "geheim").stat().st_mode & 0o777 == 0o600


def test_a_service_without_a_secret_says_what_to_set(tmp_path: Path) -> None:
    with pytest.raises(OpstartError, match="STADSPUNT_GEHEIM ontbreekt"):
        find_geheim(_omgeving(tmp_path), make=False)


def test_a_part_gets_the_database_that_was_found(tmp_path: Path) -> None:
    kind = build_kindomgeving(_omgeving(tmp_path, LANG="nl_NL.UTF-8"), "postgresql:///x", "geheim")
    assert kind["DATABASE_URL"] == "postgresql:///x"
    assert kind["LANG"] == "nl_NL.UTF-8"
    assert kind["STADSPUNT_DATA"] == str(tmp_path)
