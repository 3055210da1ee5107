"""What an administrator may put in a macro."""

import pytest

from stadspunt.bronnen.organisatie.actions import add_gemeente
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.fundament.fouten import GeenRechtError, GeweigerdError, NietGevondenError
from stadspunt.stromen.macros.actions.inrichten import add_macro, update_macro
from stadspunt.stromen.macros.queries import get_macro, get_macro_regel, list_alle_macros, list_macros
from stadspunt.stromen.macros.rules import Macrogegevens, Stap, Stapsoort
from stadspunt.stromen.macros.tests.conftest import Maak
from tests.stad import Stad

STAP = Stap(Stapsoort.OPPAKKEN)


def test_what_is_wrong_in_all_steps_is_told_at_once(stad: Stad) -> None:
    slecht = Macrogegevens(
        " ",
        (
            Stap(Stapsoort.PRODUCT, 999_999),
            Stap(Stapsoort.COMPLEXITEIT, waarde="heel moeilijk"),
            Stap(Stapsoort.TEAM, None),
            Stap(Stapsoort.NOTITIE, tekst=" "),
            Stap(Stapsoort.OVERDRAGEN, stad.afdelingen["belastingen"], "advies", "Dag {klant}, [vul in: iets]"),
            Stap(Stapsoort.BEANTWOORD, waarde="mondeling"),
        ),
        minuten=0,
    )
    with pytest.raises(GeweigerdError) as weigering:
        add_macro(stad.handeling("fatma", Doel.BEHEREN), stad.gemeente_id, slecht)
    assert {(fout.veld, fout.code) for fout in weigering.value.fouten} == {
        ("naam", "naam"), ("minuten", "minuten"), ("product", "onbekend"), ("complexiteit", "waarde"), ("team", "onbekend"),
        ("notitie", "leeg"), ("overdragen_tekst", "onbekend-veld"), ("overdragen_tekst", "open-plek"),
        ("beantwoord_tekst", "leeg"), ("overdragen", "meer-slot"), ("beantwoord", "meer-slot"),
    }  # fmt: skip


def test_a_macro_has_a_step_and_each_step_once(stad: Stad) -> None:
    for stappen in ((), (STAP, STAP)):
        with pytest.raises(GeweigerdError):
            add_macro(stad.handeling("fatma", Doel.BEHEREN), stad.gemeente_id, Macrogegevens("X", stappen))


def test_steps_are_kept_in_the_order_in_which_they_are_done(stad: Stad, maak: Maak) -> None:
    macro = maak(stad, Stap(Stapsoort.VERVALLEN, waarde="spam"), STAP)
    soorten = [stap.soort for stap in get_macro(stad.raadpleging(), macro).gegevens.stappen]
    assert soorten == [Stapsoort.OPPAKKEN, Stapsoort.VERVALLEN]


def test_a_name_is_used_once(stad: Stad, maak: Maak) -> None:
    maak(stad, STAP)
    with pytest.raises(GeweigerdError) as weigering:
        maak(stad, STAP)
    assert weigering.value.fouten[0].veld == "naam"


def test_one_out_of_use_is_not_offered_and_not_forgotten(stad: Stad, maak: Maak) -> None:
    macro = maak(stad, STAP)
    update_macro(stad.handeling("fatma", Doel.BEHEREN), macro, Macrogegevens("Proef", (STAP,), actief=False))
    assert list_macros(stad.raadpleging(), [stad.gemeente_id]) == []
    with pytest.raises(NietGevondenError):
        get_macro(stad.raadpleging(), macro)
    assert not get_macro_regel(stad.raadpleging("fatma", Doel.BEHEREN), macro).gegevens.actief
    assert len(list_alle_macros(stad.raadpleging("fatma", Doel.BEHEREN))) == 1


def test_who_does_not_administer_this_municipality_keeps_no_macros(stad: Stad) -> None:
    with pytest.raises(GeenRechtError):
        add_macro(stad.handeling(), stad.gemeente_id, Macrogegevens("X", (STAP,)))
    elders = add_gemeente(stad.systeem(), "Elders", "elders", "elders.example")
    with pytest.raises(NietGevondenError):
        add_macro(stad.handeling("fatma", Doel.BEHEREN), elders, Macrogegevens("X", (STAP,)))
