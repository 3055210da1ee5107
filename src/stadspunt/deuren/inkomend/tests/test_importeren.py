"""A newcomer feeds StadsPunt his own mail and contacts."""

import csv
import mailbox
from pathlib import Path

import pytest

from stadspunt.deuren.inkomend.importeren import import_contacten, import_mail
from stadspunt.stromen.correspondentie.queries.verzendingen import count_verzendingen
from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.tests.poststukken import mail
from stadspunt.stromen.klantcontacten.queries import Filter, get_klantvragen, get_vraagdossier, list_werkvoorraad
from stadspunt.stromen.klantcontacten.rules import Status
from tests.stad import Stad


@pytest.fixture(autouse=True)
def eigen_map(settings, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    settings.STADSPUNT_DATA = tmp_path / "data"


class Balk:
    """A progress bar that remembers what it showed."""

    def __init__(self) -> None:
        self.getoond: list[tuple[int, int]] = []
        self.weg = False

    def __call__(self, klaar: int, totaal: int) -> None:
        self.getoond.append((klaar, totaal))

    def wis(self) -> None:
        self.weg = True


stil = Balk()


def lees_verslag(settings) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    nieuwste = max((settings.STADSPUNT_DATA / "verslagen").iterdir())
    with nieuwste.open(encoding="utf-8-sig", newline="") as bestand:
        return [(rij["uitkomst"], rij["uitleg"]) for rij in csv.DictReader(bestand, delimiter=";")]


def nummer(n: int) -> bytes:
    return mail(f"Vraag {n}", onderwerp=f"Vraag {n}", message_id=f"<{n}@example.org>", Date="Mon, 2 Nov 2026 10:00:00 +0100")


@pytest.mark.django_db
def test_a_folder_with_everything_is_read_and_a_bad_file_stops_nothing(stad: Stad, tmp_path: Path, settings) -> None:  # type: ignore[no-untyped-def]
    bron = tmp_path / "bron"
    bron.mkdir()
    (bron / "1.eml").write_bytes(nummer(1))
    (bron / "2.msg").write_bytes(b"\xd0\xcf\x11\xe0" + b"0" * 600)
    (bron / "3.txt").write_text("boodschappen\nmelk\n")
    (bron / "4.eml").write_bytes(b"")
    doos = mailbox.mbox(bron / "5.mbox")
    doos.add(nummer(2))
    doos.add(nummer(3))
    doos.close()
    maildir = mailbox.Maildir(bron / "6")
    maildir.add(nummer(4))
    maildir.close()
    balk = Balk()
    assert import_mail([bron], balk) == 1
    verslag = lees_verslag(settings)
    assert [uitkomst for uitkomst, _ in verslag] == ["nieuw", "geweigerd", "geweigerd", "geweigerd", "nieuw", "nieuw", "nieuw"]
    assert ("Outlook" in verslag[1][1], "geen e-mail" in verslag[2][1], "leeg" in verslag[3][1]) == (True, True, True)
    assert (balk.getoond[-1], balk.weg) == ((7, 7), True)
    stad.werk()
    onderwerpen = sorted(regel.onderwerp for regel in list_werkvoorraad(stad.raadpleging(), Filter()).regels)
    assert onderwerpen == ["Vraag 1", "Vraag 2", "Vraag 3", "Vraag 4"]


def test_the_same_mail_again_is_no_second_contact(stad: Stad, tmp_path: Path, settings) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "1.eml").write_bytes(nummer(1))
    assert (import_mail([tmp_path / "1.eml"], stil), import_mail([tmp_path / "1.eml"], stil)) == (0, 0)
    assert lees_verslag(settings) == [("dubbel", "Dit bericht was er al.")]
    assert Ontvangst.objects.count() == 1


def test_old_mail_gets_no_receipt(stad: Stad, tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_bytes(nummer(1))
    import_mail([tmp_path / "1.eml"], stil)
    stad.werk()
    assert sum(count_verzendingen().values()) == 0


CONTACTEN = """datum;tijd;kanaal;richting;naam;email;telefoon;onderwerp;samenvatting;product;afgehandeld;antwoord
02-11-2026;10:15;Telefoon;in;Joost Jansen;joost.jansen@example.org;;Vergunning kwijt;Weg;Parkeervergunning;ja;Ligt klaar
2026-11-03;;mail;;Ali Öz;ali@example.org;;Café sluit te laat;;;nee;
31-02-2026;;telefoon;;;;;Bestaat niet;;;;
04-11-2026;;rooksignaal;opzij;;geen-adres;;;;onbekend;misschien;
05-11-2026;9.05;balie;in;;;06 12345678;Adres wijzigen;;;;
05-11-2026;9.05;balie;in;;;06 12345678;Adres wijzigen;;;;
"""


@pytest.mark.parametrize(("tekenset", "scheiding"), [("utf-8", ";"), ("utf-8-sig", ","), ("cp1252", ";"), ("utf-8", "\t")])
def test_contacts_are_registered_and_each_bad_line_says_what_to_do(
    stad: Stad,
    tmp_path: Path,
    settings,
    tekenset: str,
    scheiding: str,  # type: ignore[no-untyped-def]
) -> None:
    bestand = tmp_path / "contacten.csv"
    bestand.write_bytes(CONTACTEN.replace(";", scheiding).encode(tekenset))
    assert import_contacten(bestand, stil) == 1
    verslag = lees_verslag(settings)
    assert [uitkomst for uitkomst, _ in verslag] == ["nieuw", "nieuw", "geweigerd", "geweigerd", "nieuw", "nieuw"]
    assert "bestaat niet" in verslag[2][1]
    for deel in (
        "Kanaal ‘rooksignaal’ is onbekend",
        "Richting ‘opzij’",
        "onderwerp is leeg",
        "geen e-mailadres",
        "Product ‘onbekend’",
    ):
        assert deel in verslag[3][1]
    open_ = list_werkvoorraad(stad.raadpleging(), Filter()).regels
    assert sorted(regel.onderwerp for regel in open_) == ["Adres wijzigen", "Adres wijzigen", "Café sluit te laat"]


def test_a_second_run_registers_only_what_was_mended(stad: Stad, tmp_path: Path, settings) -> None:  # type: ignore[no-untyped-def]
    bestand = tmp_path / "contacten.csv"
    bestand.write_text(CONTACTEN)
    import_contacten(bestand, stil)
    bestand.write_text(CONTACTEN.replace("31-02-2026", "28-02-2026"))
    import_contacten(bestand, stil)
    assert [uitkomst for uitkomst, _ in lees_verslag(settings)] == ["dubbel", "dubbel", "nieuw", "geweigerd", "dubbel", "dubbel"]


def test_a_settled_contact_is_of_then_and_nobody_hears_of_it(stad: Stad, tmp_path: Path) -> None:
    bestand = tmp_path / "contacten.csv"
    bestand.write_text(CONTACTEN)
    import_contacten(bestand, stil)
    stad.werk()
    filter_ = Filter(statussen=frozenset({Status.AFGEHANDELD}))
    regel = list_werkvoorraad(stad.raadpleging(), filter_).regels[0]
    vraag = get_klantvragen(stad.raadpleging(), [regel.id])[regel.id]
    dossier = get_vraagdossier(stad.raadpleging(), regel.id)
    assert (vraag.partij_id, vraag.product_id) == (stad.partijen["joost"], stad.producten["parkeervergunning"])
    assert (f"{vraag.afgehandeld_op:%d-%m-%Y}", dossier.antwoorden[0].tekst) == ("02-11-2026", "Ligt klaar")
    assert sum(count_verzendingen().values()) == 0


MET_MEDEWERKER = """datum;tijd;kanaal;onderwerp;team;medewerker;duur
02-11-2026;10:15;telefoon;Milieustraat;Balie;Kim de Wit;4:30
03-11-2026;11:00;telefoon;Paspoort;;tess@lindewaard.example;3
04-11-2026;11:00;telefoon;Hond;Fantasie;Niemand;lang
"""


def test_a_line_may_say_who_spoke_in_which_team_and_for_how_long(stad: Stad, tmp_path: Path, settings) -> None:  # type: ignore[no-untyped-def]
    bestand = tmp_path / "contacten.csv"
    bestand.write_text(MET_MEDEWERKER)
    assert import_contacten(bestand, stil) == 1
    uitleg = lees_verslag(settings)[2][1]
    for deel in ("Team ‘Fantasie’", "Medewerker ‘Niemand’", "Duur ‘lang’"):
        assert deel in uitleg
    vragen = {regel.onderwerp: regel.id for regel in list_werkvoorraad(stad.raadpleging(), Filter()).regels}
    contacten = [get_vraagdossier(stad.raadpleging(), vragen[naam]).contacten[0] for naam in ("Milieustraat", "Paspoort")]
    assert [contact.medewerker_id for contact in contacten] == [stad.medewerkers["kim"], stad.medewerkers["tess"]]
    assert [contact.duur_seconden for contact in contacten] == [270, 180]
    vraag_id = vragen["Milieustraat"]
    assert get_klantvragen(stad.raadpleging(), [vraag_id])[vraag_id].team_id == stad.teams["balie"]


def test_a_file_that_gets_the_new_columns_later_holds_the_same_contacts(stad: Stad, tmp_path: Path, settings) -> None:  # type: ignore[no-untyped-def]
    bestand = tmp_path / "contacten.csv"
    bestand.write_text("datum;kanaal;onderwerp\n02-11-2026;telefoon;Milieustraat\n")
    import_contacten(bestand, stil)
    bestand.write_text("datum;kanaal;onderwerp;medewerker\n02-11-2026;telefoon;Milieustraat;Kim de Wit\n")
    import_contacten(bestand, stil)
    assert lees_verslag(settings)[0][0] == "dubbel"


def test_the_screen_tells_the_first_reasons_and_how_many_more(
    stad: Stad, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = tmp_path / "contacten.csv"
    bestand.write_text("datum;kanaal;onderwerp\n" + "31-02-2026;telefoon;Hond\n" * 12)
    import_contacten(bestand, stil)
    regels = capsys.readouterr().out.splitlines()
    assert "12 geweigerd" in regels[0]
    assert regels[2].startswith("  regel 2: Datum ‘31-02-2026’ bestaat niet")
    assert sum("bestaat niet" in regel for regel in regels) == 10
    assert "En nog 2 andere" in regels[-1]


@pytest.mark.parametrize(("leeft", "wanneer"), [(True, "nieuwe berichten nu."), (False, "zodra het draait.")])
def test_the_screen_tells_when_new_mail_is_processed(
    stad: Stad, tmp_path: Path, capsys: pytest.CaptureFixture[str], leeft: bool, wanneer: str
) -> None:
    (tmp_path / "1.eml").write_bytes(nummer(1))
    import_mail([tmp_path / "1.eml"], stil, lambda: leeft)
    assert wanneer in capsys.readouterr().out


def test_a_file_without_the_right_columns_says_which(stad: Stad, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "contacten.csv"
    bestand.write_text("naam;email\nJoost;j@example.org\n")
    assert import_contacten(bestand, stil) == 1
    assert "mist de kolom datum en kanaal en onderwerp" in capsys.readouterr().err
