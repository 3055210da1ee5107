"""Last night's copy on an empty machine: the same by count and by content, or a clear no."""

import re
from pathlib import Path

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stadspunt.project.opstart.foutmeldingen import OpstartError
from stadspunt.project.reservekopie.bundel import check_bestand
from stadspunt.project.reservekopie.vergelijken import compare_database, compare_tabellen
from tests.reserve.machine import Machine

pytestmark = pytest.mark.traag


def test_an_empty_machine_gets_everything_back(kopie: Path, leeg: Machine) -> None:
    uitkomst = leeg.run("restore", str(kopie))
    manifest = check_bestand(kopie)
    assert uitkomst.returncode == 0, uitkomst.stdout
    assert f"Gelijk: {len(manifest.tabellen)} tabellen met {manifest.rijen} rijen en {manifest.documenten.aantal} documenten" in (
        uitkomst.stdout
    )
    assert leeg.ask("SELECT count(*) FROM klantcontacten_klantvraag") == manifest.tabellen["klantcontacten_klantvraag"].rijen
    assert leeg.ask("SELECT count(*) FROM opslag_blob WHERE encode(sha256(inhoud), 'hex') = hash") == manifest.documenten.aantal
    assert manifest.documenten.aantal > 3
    _numbers_go_on(leeg)
    _promises_stand(leeg)
    _nothing_is_sent_again(leeg)
    assert "niet leeg" in leeg.run("restore", str(kopie)).stdout


def _numbers_go_on(machine: Machine) -> None:
    """A new row gets a number that was never given out."""
    hoogste = machine.ask("SELECT max(id) FROM gebeurtenissen_gebeurtenis")
    volgende = machine.ask("SELECT nextval(pg_get_serial_sequence('gebeurtenissen_gebeurtenis', 'id'))")
    assert volgende > hoogste


def _promises_stand(machine: Machine) -> None:
    """What was written once cannot be changed, and a status takes no step that does not exist."""
    with pytest.raises(psycopg.errors.IntegrityConstraintViolation):
        machine.do("UPDATE gebeurtenissen_gebeurtenis SET doel = 'anders'")
    with pytest.raises(psycopg.errors.CheckViolation):
        machine.do("UPDATE correspondentie_verzending SET status = 'gepland' WHERE status = 'verzonden'")


def _nothing_is_sent_again(machine: Machine) -> None:
    """The answer that waited in the copy may have gone since: it waits for a person, and nobody is signed in."""
    assert machine.ask("SELECT count(*) FROM correspondentie_verzending WHERE status = 'gepland'") == 1
    assert machine.ask("SELECT actief FROM correspondentie_poststop") is True
    assert machine.ask("SELECT count(*) FROM toegang_sessie") == 0
    dood = "SELECT count(*) FROM procrastinate_jobs j JOIN procrastinate_workers w ON w.id = j.worker_id"
    assert machine.ask(f"{dood} WHERE j.status = 'doing' AND w.last_heartbeat < now() - interval '30 seconds'") == 1


def test_killed_half_way_it_is_not_for_use_and_can_be_done_again(kopie: Path, leeg: Machine) -> None:
    dsn = leeg.start_database()
    leeg.kill_while("restore", str(kopie), na="De gegevens worden teruggezet", dsn=dsn)
    leeg.start_database()
    for opdracht in ("migrate", "taken"):
        geweigerd = leeg.run(opdracht, dsn=dsn)
        assert (geweigerd.returncode, "niet afgemaakt" in geweigerd.stdout) == (1, True), geweigerd.stdout
    opnieuw = leeg.run("restore", str(kopie), dsn=dsn)
    assert (opnieuw.returncode, "Gelijk:" in opnieuw.stdout) == (0, True), opnieuw.stdout
    assert leeg.run("migrate", dsn=dsn).returncode == 0


def test_what_stands_there_is_replaced_only_by_name_and_kept_first(kopie: Path, vol: Machine) -> None:
    vol.do("DELETE FROM reservekopieen_reservekopie")
    vol.do("INSERT INTO reservekopieen_versie (versie, sinds_op) VALUES ('later', now())")
    over = ("restore", str(kopie), "--over-bestaande-heen")
    nee = vol.run(*over, typ="ja\n")
    assert (nee.returncode, "niets veranderd" in nee.stdout, vol.kopieen()) == (1, True, [])
    ja = vol.run(*over, typ="stadspunt\n")
    assert ja.returncode == 0, ja.stdout
    assert vol.ask("SELECT count(*) FROM reservekopieen_versie WHERE versie = 'later'") == 0
    (veilig,) = vol.kopieen()
    toen = check_bestand(veilig).tabellen["reservekopieen_versie"].rijen
    assert toen == check_bestand(kopie).tabellen["reservekopieen_versie"].rijen + 1


def test_nothing_is_replaced_while_somebody_works_on_it(kopie: Path, vol: Machine) -> None:
    dsn = vol.start_database()
    with psycopg.connect(dsn):
        uitkomst = vol.run("restore", str(kopie), "--over-bestaande-heen", typ="stadspunt\n", dsn=dsn)
    assert (uitkomst.returncode, "1 andere verbindingen" in uitkomst.stdout) == (1, True)


def test_a_damaged_copy_is_refused_before_anything_is_touched(kopie: Path, vol: Machine, tmp_path: Path) -> None:
    kapot = tmp_path / "kapot.stadspunt.zip"
    inhoud = bytearray(kopie.read_bytes())
    inhoud[len(inhoud) // 2] ^= 1
    kapot.write_bytes(inhoud)
    uitkomst = vol.run("restore", str(kapot), "--over-bestaande-heen", typ="stadspunt\n")
    assert (uitkomst.returncode, "beschadigd" in uitkomst.stdout, vol.kopieen()) == (1, True, [])
    assert vol.ask("SELECT count(*) FROM klantcontacten_klantvraag") > 0


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_one_changed_byte_or_a_missing_end_is_always_seen(kopie: Path, data: st.DataObject) -> None:
    inhoud = bytearray(kopie.read_bytes())
    plek = data.draw(st.integers(0, len(inhoud) - 1))
    if data.draw(st.booleans()):
        inhoud[plek] ^= data.draw(st.integers(1, 255))
    else:
        del inhoud[plek:]
    kapot = kopie.with_name("kapot.zip")
    kapot.write_bytes(inhoud)
    with pytest.raises(OpstartError, match=re.escape("Er is niets veranderd")):
        check_bestand(kapot)


def test_a_difference_is_named(kopie: Path, leeg: Machine) -> None:
    """The comparison is no ornament: a row that is gone, a letter that changed, a trigger that is off and a number that lags."""
    assert leeg.run("restore", str(kopie)).returncode == 0
    manifest = check_bestand(kopie)
    with psycopg.connect(leeg.start_database()) as verbinding:
        bekend = set(compare_database(manifest, verbinding))
        verbinding.execute("DELETE FROM producten_snelcode")
        verbinding.execute("UPDATE klantcontacten_klantvraag SET onderwerp = onderwerp || ' ' WHERE id = 1")
        verbinding.execute("ALTER TABLE gebeurtenissen_gebeurtenis DISABLE TRIGGER USER")
        verbinding.execute("SELECT setval(pg_get_serial_sequence('klantcontacten_klantvraag', 'id'), 1)")
        nieuw = set(compare_database(manifest, verbinding)) - bekend
        verbinding.rollback()
    assert nieuw == {
        "tabel producten_snelcode: 1 rijen bewaard, 0 teruggezet",
        "tabel klantcontacten_klantvraag: evenveel rijen, maar de inhoud is anders",
        f"triggers: {manifest.schema['triggers']} bewaard, {manifest.schema['triggers'] - 1} teruggezet",
        "de nummering van klantcontacten_klantvraag.id loopt achter",
    }
    assert compare_tabellen(manifest.tabellen, {}) == [f"tabel {naam} ontbreekt" for naam in sorted(manifest.tabellen)]


def test_a_copy_of_a_newer_version_is_refused(kopie: Path, leeg: Machine) -> None:
    """Its tables went through a migration that this code does not know."""
    from stadspunt.project.reservekopie.manifest import Manifest
    from stadspunt.project.reservekopie.terugzetten import demand_bekend

    manifest = check_bestand(kopie)
    velden = {naam: getattr(manifest, naam) for naam in Manifest.__struct_fields__}
    nieuwer = Manifest(**{**velden, "migraties": (*manifest.migraties, "intake.9999_later"), "versie": "9.0.0"})
    with pytest.raises(OpstartError, match=re.escape("intake.9999_later")):
        demand_bekend(nieuwer)
    demand_bekend(manifest)
