"""From an e-mail to a contact, told by examples."""

import pytest
from django.db import IntegrityError, connection, transaction

from stadspunt.bronnen.partijen.actions import register_partij
from stadspunt.bronnen.partijen.queries import get_partij
from stadspunt.bronnen.partijen.rules import Partijgegevens
from stadspunt.fundament.tijd.klok import get_moment
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.intake.jobs import verwerk_achterstand
from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.rules.ontvangst import Herkomst, Ontvangststatus, Uitkomst
from stadspunt.stromen.intake.tests.poststukken import mail, ontvang, verwerk
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvragen, get_vraagdossier
from tests.stad import Stad


def vraag_van(stad: Stad, rij: Ontvangst) -> KlantvraagBeeld:
    assert rij.klantvraag_id is not None, rij.laatste_fout
    return get_klantvragen(stad.systeem().raadpleging, [rij.klantvraag_id])[rij.klantvraag_id]


def test_a_mail_becomes_a_question_of_the_team_of_its_entrance(stad: Stad) -> None:
    rij = verwerk(stad, mail(), rcpt_tos=("parkeren@lindewaard.example",))
    vraag = vraag_van(stad, rij)
    assert (rij.status, rij.uitkomst) == (Ontvangststatus.VERWERKT, Uitkomst.CONTACT)
    assert (vraag.onderwerp, vraag.status, vraag.team_id) == ("Vuilniswagen", "nieuw", stad.teams["mit"])
    assert (vraag.kanaal_id, vraag.ingang_id) == (stad.kanaal("email"), stad.ingangen["parkeren"])
    assert vraag.toelichting == "Wanneer komt de vuilniswagen bij ons in de straat?"


def test_an_unknown_sender_becomes_a_client_with_name_and_address(stad: Stad) -> None:
    vraag = vraag_van(stad, verwerk(stad, mail()))
    assert vraag.partij_id is not None
    partij = get_partij(stad.systeem().raadpleging, vraag.partij_id)
    assert (partij.naam, partij.emails) == ("Anna Kok", ("anna.kok@example.org",))


def test_a_known_sender_is_recognised_whatever_the_capitals(stad: Stad) -> None:
    vraag = vraag_van(stad, verwerk(stad, mail(van="J. Jansen <Joost.Jansen@Example.org>")))
    assert vraag.partij_id == stad.partijen["joost"]


def test_an_address_of_two_clients_leaves_the_choice_to_the_agent(stad: Stad) -> None:
    register_partij(stad.systeem(), stad.gemeente_id, Partijgegevens("Els Jansen", "joost.jansen@example.org"))
    assert vraag_van(stad, verwerk(stad, mail(van="joost.jansen@example.org"))).partij_id is None


def test_the_same_mail_delivered_twice_is_one_contact(stad: Stad) -> None:
    eerst, weer = ontvang(stad, mail()), ontvang(stad, mail())
    stad.werk()
    assert (eerst.nieuw, weer.nieuw, weer.uuid) == (True, False, eerst.uuid)
    assert Ontvangst.objects.count() == 1


def test_the_same_mail_by_another_relay_is_the_same_mail(stad: Stad) -> None:
    ontvang(stad, mail())
    assert not ontvang(stad, b"Received: from elders by hier; Tue, 24 Nov 2026 10:00:00 +0100\n" + mail()).nieuw


def test_processing_twice_changes_nothing(stad: Stad) -> None:
    from stadspunt.stromen.intake.jobs import verwerk_ontvangst

    rij = verwerk(stad, mail())
    verwerk_ontvangst(ontvangst_id=rij.pk)
    assert len(get_vraagdossier(stad.systeem().raadpleging, vraag_van(stad, rij).id).contacten) == 1


def test_mail_to_an_unknown_address_of_ours_goes_to_the_default_entrance(stad: Stad) -> None:
    rij = verwerk(stad, mail(aan="burgemeester@lindewaard.example"), rcpt_tos=("burgemeester@lindewaard.example",))
    assert rij.ingang_id == stad.ingangen["info"]


def test_a_blind_copy_is_found_by_the_envelope_and_an_imported_mail_by_its_header(stad: Stad) -> None:
    bcc = verwerk(stad, mail(aan="vrienden@example.org"), rcpt_tos=("parkeren@lindewaard.example",))
    oud = verwerk(
        stad,
        mail(aan="Parkeren <PARKEREN@lindewaard.example>", message_id="<2@example.org>"),
        rcpt_tos=(),
        herkomst=Herkomst.IMPORT,
    )
    assert (bcc.ingang_id, oud.ingang_id) == (stad.ingangen["parkeren"], stad.ingangen["parkeren"])


@pytest.mark.parametrize(
    ("onderwerp", "tekst", "verwacht"),
    [
        ("Re: FW: [EXTERN] Grofvuil", "Hallo", "Grofvuil"),
        ("", "Beste gemeente,\n\nMijn paspoort is kwijt.\n", "Mijn paspoort is kwijt."),
        ("", "", "E-mail zonder onderwerp"),
    ],
)
def test_the_subject_of_the_question_is_readable(stad: Stad, onderwerp: str, tekst: str, verwacht: str) -> None:
    assert vraag_van(stad, verwerk(stad, mail(tekst, onderwerp=onderwerp))).onderwerp == verwacht


def test_an_english_mail_is_answered_in_english(stad: Stad) -> None:
    tekst = "Dear sir, I have moved to your city and would like to know when I can register. Thank you for your help."
    assert vraag_van(stad, verwerk(stad, mail(tekst))).taal == "en"


def test_an_attachment_is_kept_and_a_dangerous_one_is_marked(stad: Stad) -> None:
    rij = verwerk(stad, mail(bijlagen=(("foto.jpg", b"\xff\xd8\xff\xe0" + b"0" * 50), ("betaal.exe", b"MZ" + b"\x00" * 80))))
    bericht = list_berichten(stad.systeem().raadpleging, vraag_van(stad, rij).id)[0]
    assert [(een.document.naam, een.document.mag_open) for een in bericht.bijlagen] == [("foto.jpg", True), ("betaal.exe", False)]


def test_a_question_cannot_be_of_the_future_whatever_the_sender_says(stad: Stad) -> None:
    vraag = vraag_van(stad, verwerk(stad, mail(Date="Mon, 1 Jan 2125 10:00:00 +0100")))
    assert vraag.ontvangen_op == get_moment()


def test_an_imported_mail_happened_when_it_was_sent(stad: Stad) -> None:
    rij = verwerk(stad, mail(Date="Mon, 2 Nov 2026 10:00:00 +0100"), herkomst=Herkomst.IMPORT)
    assert f"{vraag_van(stad, rij).ontvangen_op:%d-%m-%Y %H.%M}" == "02-11-2026 09.00"


def test_a_failure_keeps_nothing_and_is_tried_again_with_growing_pauses(stad: Stad) -> None:
    ontvangen = ontvang(stad, mail())
    with connection.cursor() as cursor:
        cursor.execute("UPDATE organisatie_ingang SET actief = false")
    stad.werk()
    rij = Ontvangst.objects.get(pk=ontvangen.id)
    assert (rij.status, rij.pogingen) == (Ontvangststatus.WACHT, 1)
    assert rij.volgende_poging_op is not None and 5 < (rij.volgende_poging_op - get_moment()).total_seconds() < 60
    assert "geen ingang voor e-mail" in rij.laatste_fout
    with connection.cursor() as cursor:
        cursor.execute("UPDATE organisatie_ingang SET actief = true")
    stad.vooruit(minutes=2)
    stad.werk()
    rij.refresh_from_db()
    assert rij.status == Ontvangststatus.VERWERKT


def test_a_full_disk_is_no_failure_of_the_message_however_long_it_lasts(stad: Stad) -> None:
    ontvangen = ontvang(stad, mail())
    with connection.cursor() as cursor:
        vol = "BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = 'disk_full'; END"
        cursor.execute(f"CREATE FUNCTION vol() RETURNS trigger LANGUAGE plpgsql AS '{vol.replace(chr(39), chr(39) * 2)}'")
        cursor.execute("CREATE TRIGGER vol BEFORE INSERT ON klantcontacten_klantcontact EXECUTE FUNCTION vol()")
    for _ in range(12):
        stad.vooruit(minutes=1)
        verwerk_achterstand()
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER vol ON klantcontacten_klantcontact")
    stad.vooruit(minutes=1)
    verwerk_achterstand()
    rij = Ontvangst.objects.get(pk=ontvangen.id)
    assert (rij.status, rij.pogingen, rij.begonnen) == (Ontvangststatus.VERWERKT, 0, 1)


def test_the_database_refuses_to_forget_that_a_mail_was_processed(stad: Stad) -> None:
    rij = verwerk(stad, mail())
    with pytest.raises(IntegrityError, match="niet toegestaan"), transaction.atomic():
        Ontvangst.objects.filter(pk=rij.pk).update(status="wacht", verwerkt_op=None, uitkomst="")


@pytest.mark.parametrize("van", ["Website <noreply@lindewaard.example>", "Formulier <wordpress@hosting.example>", "Anna"])
def test_a_form_mailer_that_names_the_client_to_reply_to_is_a_question_of_the_client(stad: Stad, van: str) -> None:
    vraag = vraag_van(stad, verwerk(stad, mail(van=van, Reply_To="Anna Kok <anna.kok@example.org>")))
    assert vraag.partij_id is not None
    assert get_partij(stad.systeem().raadpleging, vraag.partij_id).emails == ("anna.kok@example.org",)


def test_a_colleague_who_lets_answers_come_to_our_mailbox_is_the_client_himself(stad: Stad) -> None:
    vraag = vraag_van(stad, verwerk(stad, mail(van="Bob <bob@lindewaard.example>", Reply_To="info@lindewaard.example")))
    assert vraag.partij_id is not None
    assert get_partij(stad.systeem().raadpleging, vraag.partij_id).emails == ("bob@lindewaard.example",)


def test_the_same_mail_into_two_mailboxes_of_ours_is_one_contact(stad: Stad) -> None:
    aan = "info@lindewaard.example, parkeren@lindewaard.example"
    ontvang(stad, mail(aan=aan), rcpt_tos=("info@lindewaard.example",))
    weer = ontvang(
        stad, b"Delivered-To: parkeren@lindewaard.example\n" + mail(aan=aan), rcpt_tos=("parkeren@lindewaard.example",)
    )
    assert not weer.nieuw


def test_two_messages_under_one_message_id_are_two_contacts(stad: Stad) -> None:
    een, twee = verwerk(stad, mail("Eerste vraag.")), verwerk(stad, mail("Heel iets anders."))
    assert een.klantcontact_id != twee.klantcontact_id
    assert twee.klantcontact_id is not None
