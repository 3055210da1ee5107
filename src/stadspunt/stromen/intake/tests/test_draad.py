"""Replies, third persons and machines: to which question a message belongs, told by examples."""

import re
from email.message import EmailMessage
from uuid import uuid4

import pytest

from stadspunt.stromen.correspondentie.actions.beantwoorden import send_antwoord
from stadspunt.stromen.correspondentie.queries.berichten import list_berichten
from stadspunt.stromen.correspondentie.rules.antwoord import Antwoordopzet
from stadspunt.stromen.intake.models import Ontvangst
from stadspunt.stromen.intake.rules.ontvangst import Ontvangststatus, Uitkomst
from stadspunt.stromen.intake.tests.poststukken import mail, verwerk
from stadspunt.stromen.klantcontacten.beelden import KlantvraagBeeld
from stadspunt.stromen.klantcontacten.queries import get_klantvragen, get_vraagdossier
from tests.stad import Stad

ANNA = "Anna Kok <anna.kok@example.org>"


def vraag_van(stad: Stad, rij: Ontvangst) -> KlantvraagBeeld:
    assert rij.klantvraag_id is not None, rij.laatste_fout
    return get_klantvragen(stad.systeem().raadpleging, [rij.klantvraag_id])[rij.klantvraag_id]


def bevestiging_van(stad: Stad, rij: Ontvangst) -> tuple[str, str]:
    """Return Message-ID and subject of the receipt that went out for a question."""
    from stadspunt.stromen.correspondentie.models import Bericht

    bericht = Bericht.objects.get(soort="ontvangstbevestiging", vragen__klantvraag_id=rij.klantvraag_id)
    return bericht.message_id, bericht.onderwerp


@pytest.fixture
def eerste(stad: Stad) -> Ontvangst:
    """Anna's first mail, with its receipt."""
    return verwerk(stad, mail(van=ANNA))


def test_a_reply_to_our_message_joins_its_question(stad: Stad, eerste: Ontvangst) -> None:
    message_id, onderwerp = bevestiging_van(stad, eerste)
    reactie = verwerk(
        stad, mail("En nog iets.", van=ANNA, onderwerp=f"Re: {onderwerp}", message_id="<2@example.org>", In_Reply_To=message_id)
    )
    assert (reactie.uitkomst, reactie.klantvraag_id) == (Uitkomst.REACTIE, eerste.klantvraag_id)
    assert len(get_vraagdossier(stad.systeem().raadpleging, vraag_van(stad, eerste).id).contacten) == 2


def test_the_number_in_the_subject_is_enough_for_the_client(stad: Stad, eerste: Ontvangst) -> None:
    nummer = vraag_van(stad, eerste).nummer
    reactie = verwerk(stad, mail(van=ANNA, onderwerp=f"mijn vraag {nummer}", message_id="<2@example.org>"))
    assert (reactie.uitkomst, reactie.klantvraag_id) == (Uitkomst.REACTIE, eerste.klantvraag_id)


def test_a_client_who_answers_his_own_mail_stays_with_his_question(stad: Stad, eerste: Ontvangst) -> None:
    reactie = verwerk(stad, mail("O ja", van=ANNA, message_id="<2@example.org>", References="<1@example.org>"))
    assert (reactie.uitkomst, reactie.klantvraag_id) == (Uitkomst.REACTIE, eerste.klantvraag_id)


def test_a_reply_opens_a_closed_question_again(stad: Stad) -> None:
    vraag_id = stad.klantvraag(antwoord="Op dinsdag.")
    nummer = get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id].nummer
    rij = verwerk(stad, mail("Welke dinsdag?", van="joost.jansen@example.org", onderwerp=f"Re: antwoord [{nummer}]"))
    vraag = get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id]
    assert (rij.uitkomst, rij.klantvraag_id) == (Uitkomst.REACTIE, vraag_id)
    assert (vraag.status, vraag.behandelaar_id, vraag.heropeningen) == ("in_behandeling", stad.medewerkers["kim"], 1)


def test_a_reply_to_an_open_question_is_marked_and_changes_nothing_else(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    nummer = get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id].nummer
    verwerk(stad, mail("Dit is mijn kenteken.", van="joost.jansen@example.org", onderwerp=f"Re: uw vraag [{nummer}]"))
    vraag = get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id]
    assert (vraag.status, vraag.behandelaar_id, vraag.heropeningen) == ("in_behandeling", stad.medewerkers["kim"], 0)
    assert vraag.klantreactie_op is not None


def test_a_third_person_gets_an_own_question_and_sees_nothing_of_the_client(stad: Stad, eerste: Ontvangst) -> None:
    message_id, onderwerp = bevestiging_van(stad, eerste)
    derde = verwerk(
        stad,
        mail(
            "Ik ben de buurman.", van="buur@example.net", onderwerp=onderwerp, message_id="<3@example.net>", References=message_id
        ),
        mail_from="buur@example.net",
    )
    vraag, nummer = vraag_van(stad, derde), vraag_van(stad, eerste).nummer
    assert (derde.uitkomst, vraag.id != eerste.klantvraag_id) == (Uitkomst.REACTIE_DERDE, True)
    assert vraag.partij_id != vraag_van(stad, eerste).partij_id
    notities = get_vraagdossier(stad.systeem().raadpleging, vraag.id).notities
    assert [nummer in notitie.tekst for notitie in notities] == [True]
    # What goes back to the neighbour holds neither the number nor the subject of the client's question.
    from stadspunt.stromen.correspondentie.models import Bericht

    terug = Bericht.objects.get(soort="ontvangstbevestiging", vragen__klantvraag_id=vraag.id)
    assert nummer not in terug.onderwerp + terug.tekst
    assert "Vuilniswagen" not in terug.tekst


def test_whom_we_wrote_to_may_answer_also_from_an_address_that_the_client_never_gave(stad: Stad) -> None:
    vraag_id = stad.klantvraag()
    concept = Antwoordopzet("werk@bedrijf.example", "Uw vraag", "Morgen.", uuid4())
    send_antwoord(stad.handeling(), vraag_id, concept)
    uit = next(een for een in list_berichten(stad.systeem().raadpleging, vraag_id) if een.soort == "antwoord")
    from stadspunt.stromen.correspondentie.models import Bericht

    Bericht.objects.filter(pk=uit.id).update(verzonden_op=stad.systeem().moment)
    message_id = Bericht.objects.get(pk=uit.id).message_id
    rij = verwerk(stad, mail("Fijn", van="werk@bedrijf.example", In_Reply_To=message_id))
    assert (rij.uitkomst, rij.klantvraag_id) == (Uitkomst.REACTIE, vraag_id)


def test_a_copied_number_of_a_strangers_question_opens_nothing(stad: Stad) -> None:
    vraag_id = stad.klantvraag(antwoord="Ja.")
    nummer = get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id].nummer
    rij = verwerk(stad, mail(van="nieuwsgierig@example.net", onderwerp=nummer))
    assert rij.uitkomst == Uitkomst.REACTIE_DERDE
    assert get_klantvragen(stad.systeem().raadpleging, [vraag_id])[vraag_id].status == "afgehandeld"


def test_an_out_of_office_reply_stays_with_its_question_and_is_no_contact(stad: Stad, eerste: Ontvangst) -> None:
    message_id, _ = bevestiging_van(stad, eerste)
    rij = verwerk(
        stad,
        mail("Ik ben er niet.", van=ANNA, onderwerp="Automatisch antwoord: Uw vraag", message_id="<2@example.org>",
             In_Reply_To=message_id, Auto_Submitted="auto-replied"),
        mail_from="",
    )  # fmt: skip
    assert (rij.uitkomst, rij.klantvraag_id, rij.klantcontact_id) == (Uitkomst.AUTOMATISCH, eerste.klantvraag_id, None)
    soorten = [een.soort for een in list_berichten(stad.systeem().raadpleging, vraag_van(stad, eerste).id)]
    assert soorten == ["gewoon", "ontvangstbevestiging", "automatisch"]


def test_a_machine_that_answers_nothing_of_ours_leaves_only_its_outcome(stad: Stad) -> None:
    rij = verwerk(stad, mail(onderwerp="Automatisch antwoord: iets", Auto_Submitted="auto-replied"), mail_from="")
    assert (rij.status, rij.uitkomst, rij.klantvraag_id) == (Ontvangststatus.VERWERKT, Uitkomst.AUTOMATISCH, None)


def test_a_person_who_writes_about_absence_is_heard(stad: Stad) -> None:
    rij = verwerk(stad, mail("Uw ambtenaar is nooit op kantoor.", onderwerp="Niet op kantoor en niet bereikbaar"))
    assert (rij.uitkomst, vraag_van(stad, rij).onderwerp) == (Uitkomst.CONTACT, "Niet op kantoor en niet bereikbaar")


def test_a_letter_without_words_under_the_subject_absent_is_a_question(stad: Stad) -> None:
    rij = verwerk(stad, mail("", onderwerp="Afwezig", bijlagen=(("brief.pdf", b"%PDF-1.4 brief"),)))
    assert (rij.uitkomst, vraag_van(stad, rij).onderwerp) == (Uitkomst.CONTACT, "Afwezig")


def bounce(message_id: str, ontvanger: str = "anna.kok@example.org") -> bytes:
    """Return a delivery report (RFC 3464) about one of our messages."""
    tekst = (
        "From: Mail Delivery <mailer-daemon@example.org>\nTo: info@lindewaard.example\nSubject: Undelivered Mail\n"
        "Message-ID: <dsn1@example.org>\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        "--b\nContent-Type: text/plain\n\nI could not deliver your message.\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
        f"Final-Recipient: rfc822; {ontvanger}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such user\n\n"
        f"--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: {message_id}\nSubject: Re\n\n--b--\n"
    )
    return tekst.replace("\n", "\r\n").encode()


def test_a_bounce_comes_back_to_its_question_and_is_told_to_the_outbox(stad: Stad, eerste: Ontvangst) -> None:
    message_id, _ = bevestiging_van(stad, eerste)
    rij = verwerk(stad, bounce(message_id), mail_from="")
    assert (rij.uitkomst, rij.klantvraag_id, rij.klantcontact_id) == (Uitkomst.BOUNCE, eerste.klantvraag_id, None)
    uit = next(
        een
        for een in list_berichten(stad.systeem().raadpleging, vraag_van(stad, eerste).id)
        if een.soort == "ontvangstbevestiging"
    )
    assert uit.verzending is not None
    assert uit.verzending.bounce_status == "5.1.1"


def test_a_bounce_of_something_that_is_not_ours_makes_no_question(stad: Stad) -> None:
    rij = verwerk(stad, bounce("<onbekend@elders.example>"), mail_from="")
    assert (rij.status, rij.uitkomst, rij.klantvraag_id) == (Ontvangststatus.VERWERKT, Uitkomst.BOUNCE, None)


def test_a_read_receipt_stays_with_its_question(stad: Stad, eerste: Ontvangst) -> None:
    message_id, _ = bevestiging_van(stad, eerste)
    bericht = EmailMessage()
    bericht["From"], bericht["To"], bericht["Subject"] = ANNA, "info@lindewaard.example", "Gelezen: Uw vraag"
    bericht["Message-ID"], bericht["In-Reply-To"] = "<mdn@example.org>", message_id
    bericht["Content-Type"] = 'multipart/report; report-type=disposition-notification; boundary="b"'
    ruw = bericht.as_bytes() + (
        b"--b\nContent-Type: text/plain\n\nUw bericht is gelezen.\n--b\nContent-Type: message/disposition-notification\n\n"
        b"Disposition: manual-action/MDN-sent-manually; displayed\n--b--\n"
    )
    rij = verwerk(stad, ruw)
    assert (rij.uitkomst, rij.klantvraag_id) == (Uitkomst.LEESBEVESTIGING, eerste.klantvraag_id)


def test_a_form_of_our_own_site_by_mail_is_of_the_client_in_reply_to(stad: Stad) -> None:
    rij = verwerk(stad, mail(van="info@lindewaard.example", Reply_To="Piet Bos <piet@example.org>"))
    vraag = vraag_van(stad, rij)
    bericht = list_berichten(stad.systeem().raadpleging, vraag.id)[0]
    assert vraag.partij_id is not None
    assert bericht.antwoord_adres == "piet@example.org"


@pytest.mark.parametrize(
    "koppen",
    [
        {"Auto_Submitted": "auto-generated"},
        {"List_Id": "<nieuws.example.org>"},
        {"Precedence": "bulk"},
        {"X_Auto_Response_Suppress": "All"},
    ],
)
def test_a_machine_gets_a_question_and_never_a_receipt(stad: Stad, koppen: dict[str, str]) -> None:
    from stadspunt.stromen.correspondentie.models import Bericht

    rij = verwerk(stad, mail(**koppen))
    assert rij.uitkomst == Uitkomst.CONTACT
    assert not Bericht.objects.filter(richting="uit").exists()


def test_the_receipt_carries_the_number_by_which_a_reply_finds_its_question(stad: Stad, eerste: Ontvangst) -> None:
    _, onderwerp = bevestiging_van(stad, eerste)
    assert re.search(r"\[2026-\d{6}-\d\]", onderwerp)


def test_our_own_receipt_coming_back_makes_neither_question_nor_receipt(stad: Stad, eerste: Ontvangst) -> None:
    from stadspunt.stromen.correspondentie.models import Bericht

    message_id, onderwerp = bevestiging_van(stad, eerste)
    echo = mail("Wij hebben uw vraag.", van="info@lindewaard.example", onderwerp=onderwerp, message_id=message_id,
                X_StadsPunt_Bericht="1", Auto_Submitted="auto-replied", In_Reply_To="<1@example.org>")  # fmt: skip
    rij = verwerk(stad, echo, mail_from="")
    assert (rij.status, rij.uitkomst, rij.klantvraag_id) == (Ontvangststatus.VERWERKT, Uitkomst.AUTOMATISCH, None)
    assert Bericht.objects.filter(richting="uit").count() == 1


def test_our_own_answer_coming_back_gets_no_receipt(stad: Stad) -> None:
    from stadspunt.stromen.correspondentie.models import Bericht

    verwerk(
        stad, mail("Uw antwoord.", van="info@lindewaard.example", X_StadsPunt_Bericht="1"), mail_from="info@lindewaard.example"
    )
    assert not Bericht.objects.filter(richting="uit").exists()
