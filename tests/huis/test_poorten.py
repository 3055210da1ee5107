"""No look, no act and no screen without its gate."""

import ast
import importlib
import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from stadspunt.bronnen.organisatie.rules.doelen import OMSCHRIJVINGEN, Doel
from stadspunt.bronnen.organisatie.rules.rollen import STANDAARD_ROLLEN
from stadspunt.fundament.toegang.actor import _BEZOEKERSRECHTEN, ACCOUNTHOUDERSRECHTEN
from stadspunt.fundament.toegang.poort import POORTEN
from stadspunt.fundament.toegang.scherm import SCHERMEN
from tests.huis.bouwtekening import Bron, list_bronnen

MEUBELS = [
    bron
    for bron in list_bronnen()
    if bron.kamer.split(".")[0] in {"bronnen", "stromen", "sturing"} and re.match(r"(queries|actions)(_|$)", bron.meubel)
]
# Addresses that show nobody and ask nobody who he is: alive, ready, figures for the watch.
ZONDER_POORT = {"gezond", "klaar", "toestand", "metrics"}


def list_publieke_functies(bron: Bron) -> list[str]:
    """Return the functions that others may call; a translator `to_…` only shapes what it was given."""
    return [
        knoop.name
        for knoop in bron.ontleed().body
        if isinstance(knoop, ast.FunctionDef | ast.AsyncFunctionDef) and not knoop.name.startswith(("_", "to_"))
    ]


@pytest.mark.parametrize("bron", MEUBELS, ids=lambda bron: bron.module)
def test_every_query_and_action_has_a_gate(bron: Bron) -> None:
    importlib.import_module(bron.module)
    zonder = [naam for naam in list_publieke_functies(bron) if f"{bron.module}.{naam}" not in POORTEN]
    assert zonder == []


def list_adressen(wortel: URLResolver | None = None, voor: str = "") -> list[tuple[str, URLPattern]]:
    """Return every address of the house with its pattern."""
    gevonden: list[tuple[str, URLPattern]] = []
    for deel in (wortel or get_resolver()).url_patterns:
        pad = voor + str(deel.pattern)
        if isinstance(deel, URLResolver):
            gevonden += list_adressen(deel, pad)
        else:
            gevonden.append((pad, deel))
    return gevonden


@pytest.mark.parametrize(("pad", "patroon"), list_adressen(), ids=lambda waarde: waarde if isinstance(waarde, str) else "")
def test_every_address_has_a_purpose(pad: str, patroon: URLPattern) -> None:
    if pad.strip("/") in ZONDER_POORT:
        return
    poort = getattr(patroon.callback, "scherm", None)
    assert poort is not None, f"{pad} heeft geen @scherm"
    assert poort.doel in set(Doel)


def test_every_screen_purpose_is_described_for_the_register() -> None:
    assert {poort.doel for poort in SCHERMEN.values()} <= set(OMSCHRIJVINGEN)


def test_every_right_that_a_gate_asks_is_held_by_some_role() -> None:
    get_resolver().url_patterns  # noqa: B018  loads every door, and with it every room
    gehouden = {recht for _, rechten in STANDAARD_ROLLEN.values() for _, recht in rechten} | {
        recht for _, recht in _BEZOEKERSRECHTEN | ACCOUNTHOUDERSRECHTEN
    }
    alleen_systeem = {poort.functie for poort in POORTEN.values() if poort.recht and poort.recht not in gehouden}
    # What only the system does is named here, so that a forgotten right does not hide among them.
    assert {POORTEN[naam].recht for naam in alleen_systeem} <= {
        "ontvangst.verwerken",
        "bericht.verzenden",
        "document.virusuitslag",
        "concept.opruimen",
        "klantvraag.wekken",
        "reservekopie.vastleggen",
        "toegang.opruimen",
    }


def test_every_open_query_says_why() -> None:
    assert [naam for naam, poort in POORTEN.items() if poort.soort == "open_query" and len(poort.reden) < 10] == []
