"""The manual of the administrator is complete: every variable and every service of the code is in it."""

import re

import pytest

from stadspunt.project.opstart.omgeving import WORTEL

# Settings of Django that code reads but nobody sets from outside, and the mark that a start gives its children.
GEEN_VARIABELE = {
    "STADSPUNT_ACTORBRON", "STADSPUNT_KADER", "STADSPUNT_DATABASESERVER", "STADSPUNT_LIVE_POORT", "STADSPUNT_KENMERK",
    "STADSPUNT_PARTIJZICHT",
}  # fmt: skip
BEHEER = (WORTEL / "docs/beheer.md").read_text("utf-8")


def _variabelen() -> set[str]:
    bronnen = [*(WORTEL / "src").rglob("*.py"), WORTEL / "stadspunt"]
    gevonden = {
        naam for bron in bronnen if "tests" not in bron.parts for naam in re.findall(r"STADSPUNT_[A-Z_]+[A-Z]", bron.read_text())
    }
    return gevonden - GEEN_VARIABELE


def test_every_variable_of_the_code_is_explained() -> None:
    assert {naam for naam in _variabelen() if f"`{naam}`" not in BEHEER} == set()


def test_no_variable_is_explained_that_the_code_does_not_know() -> None:
    assert set(re.findall(r"`(STADSPUNT_[A-Z_]+)`", BEHEER)) - _variabelen() == set()


@pytest.mark.parametrize("dienst", ["web", "live", "taken", "inkomend", "migrate"])
def test_every_service_has_a_unit_that_runs_it_as_an_ordinary_user(dienst: str) -> None:
    unit = (WORTEL / f"docs/systemd/stadspunt-{dienst}.service").read_text("utf-8")
    assert re.search(rf"^ExecStart=/opt/stadspunt/stadspunt {dienst}\b", unit, re.MULTILINE)
    assert "\nUser=stadspunt\n" in unit
    assert "\nNoNewPrivileges=yes\n" in unit
