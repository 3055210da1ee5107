"""The rules of messages, by examples and by property."""

from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stadspunt.stromen.correspondentie.bouw import STANDAARD_SJABLONEN, build_opzet
from stadspunt.stromen.correspondentie.rules.antwoord import (
    Bijlagemaat,
    Eerder,
    check_antwoordopzet,
    compose_citaat,
    to_antwoordonderwerp,
    to_onderwerp,
)
from stadspunt.stromen.correspondentie.rules.bevestiging import (
    REM_AANTAL,
    Bevestigingsgrond,
    Bevestigingsinhoud,
    check_bevestiging,
    compose_bevestiging,
)
from stadspunt.stromen.correspondentie.rules.mail import Mailbijlage, UitgaandeMail, build_mail, to_platte_tekst
from stadspunt.stromen.correspondentie.rules.planning import OPGEVEN_NA, compute_volgende_poging
from stadspunt.stromen.correspondentie.rules.sjablonen import (
    SJABLOONVELDEN,
    Sjabloongegevens,
    check_sjabloon,
    fill_sjabloon,
    render_sjabloon,
)
from stadspunt.stromen.correspondentie.rules.veiligheid import find_bsns, is_robotadres, mask_bsns, to_veilige_echo
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort
from stadspunt.stromen.klantcontacten.rules import Status

NU = datetime(2026, 11, 24, 9, 10, tzinfo=UTC)


def codes(fouten: tuple) -> list[str]:
    return [fout.code for fout in fouten]


# Templates


@given(st.text(max_size=300), st.dictionaries(st.sampled_from(sorted(SJABLOONVELDEN)), st.text(max_size=20)))
def test_rendering_a_template_never_fails(tekst: str, waarden: dict[str, str]) -> None:
    assert isinstance(render_sjabloon(tekst, waarden), str)


@given(st.text(alphabet=st.characters(exclude_characters="{}\n", exclude_categories=["Cs"]), max_size=60))
def test_a_field_that_does_not_exist_is_refused(veld: str) -> None:
    gegevens = Sjabloongegevens("Naam", "Onderwerp", f"Beste {{{veld}}}")
    assert ("onbekend-veld" in codes(check_sjabloon(gegevens))) == (veld.strip() not in SJABLOONVELDEN)


def test_the_refusal_of_a_field_says_which_ones_there_are() -> None:
    (fout,) = check_sjabloon(Sjabloongegevens("Naam", "Over {zaaknummer}", "Beste {naam}"))
    assert (fout.veld, "{zaaknummer} bestaat niet" in fout.tekst, "{nummer}" in fout.tekst) == ("onderwerp", True, True)


def test_a_client_who_is_called_like_a_field_keeps_his_name() -> None:
    assert render_sjabloon("Beste {naam}, {nummer}", {"naam": "{nummer}", "nummer": "1"}) == "Beste {nummer}, 1"


@pytest.mark.parametrize("gegevens", STANDAARD_SJABLONEN, ids=lambda een: een.naam)
def test_the_standard_templates_are_allowed(gegevens: Sjabloongegevens) -> None:
    assert check_sjabloon(gegevens) == ()


@pytest.mark.parametrize("gegevens", STANDAARD_SJABLONEN, ids=lambda een: een.naam)
def test_a_standard_template_as_it_is_does_not_go_out(gegevens: Sjabloongegevens) -> None:
    waarden = dict.fromkeys(SJABLOONVELDEN, "iets")
    opzet = build_opzet("joost@example.org", fill_sjabloon(gegevens.tekst, waarden))
    assert set(codes(check_antwoordopzet(opzet, ()))) == {"open-plek"}


def test_a_template_says_what_to_write_behind_a_dash() -> None:
    (fout,) = check_sjabloon(Sjabloongegevens("Naam", "Onderwerp", "Wij missen:\n- \n"))
    assert (fout.veld, "[vul in: wat de klant moet sturen]" in fout.tekst) == ("tekst", True)


def test_what_is_not_known_is_marked_for_who_writes() -> None:
    gevuld = fill_sjabloon("Beste {naam}, uw {product}.", {"naam": "Joost", "product": ""})
    assert gevuld == "Beste Joost, uw [vul in: de naam van het product]."


@pytest.mark.parametrize("soort", ["", "bounce", Berichtsoort.ONTVANGSTBEVESTIGING])
def test_a_template_is_for_an_answer_or_for_a_message_in_between(soort: str) -> None:
    assert codes(check_sjabloon(Sjabloongegevens("Naam", "Onderwerp", "Tekst", soort=soort))) == ["soort"]


@pytest.mark.parametrize(
    ("tekst", "gezegd"),
    [
        ("U hoort op [vul in: datum van antwoord] van ons.", "bij [vul in: datum van antwoord]"),
        ("U hoort op [VUL IN] van ons.", "bij [VUL IN]"),
        ("U hoort op [vul in: datum van ons.\nGroet", "bij [vul in: datum van ons."),
        ("Wij missen nog:\n\n- \n\nGroet", "een streepje met niets erachter"),
        ("Wij missen nog:\n  •\n", "een streepje met niets erachter"),
    ],
)
def test_a_text_with_a_hole_does_not_go_out(tekst: str, gezegd: str) -> None:
    (fout,) = check_antwoordopzet(build_opzet("joost@example.org", tekst), ())
    assert (fout.veld, gezegd in fout.tekst) == ("tekst", True)


def test_a_subject_with_a_hole_does_not_go_out() -> None:
    opzet = build_opzet("joost@example.org", onderwerp="Zo vraagt u [vul in: de naam van het product] aan")
    assert [(fout.code, fout.veld) for fout in check_antwoordopzet(opzet, ())] == [("open-plek", "onderwerp")]


@pytest.mark.parametrize("tekst", ["- een paspoort\n- een foto", "-- \nKim", "Ma - vr", "Vul in: uw naam [zie hieronder]"])
def test_a_list_that_is_filled_in_and_a_signature_may_go(tekst: str) -> None:
    assert check_antwoordopzet(build_opzet("joost@example.org", tekst), ()) == ()


# What must not leave


@pytest.mark.parametrize("tekst", ["Mijn BSN is 111222333.", "bsn 1112.22.333", "111 222 333", "nr. 999990019"])
def test_a_burgerservicenummer_is_found(tekst: str) -> None:
    assert len(find_bsns(tekst)) == 1
    assert not any(cijfer.isdigit() for cijfer in mask_bsns(tekst))


@pytest.mark.parametrize(
    "tekst",
    [
        "0612345678",
        "2026-000123-8",
        "111222334",
        "NL91ABNA0417164300",
        "€ 111222333,00".replace("111222333", "1.112.223"),
        "000000000",
    ],
)
def test_another_number_is_no_burgerservicenummer(tekst: str) -> None:
    assert find_bsns(tekst) == ()


@pytest.mark.parametrize(
    "tekst", ["Klik op https://kwaad.example", "WIN www.kwaad.example", "kwaad.example/win", "a@kwaad.example", "x" * 200]
)
def test_what_a_stranger_wants_us_to_spread_is_not_repeated(tekst: str) -> None:
    assert to_veilige_echo(tekst) == ""


def test_an_ordinary_subject_is_repeated() -> None:
    assert to_veilige_echo("Grofvuil  ophalen, t.a.v. dhr. J.P. de Vries") == "Grofvuil ophalen, t.a.v. dhr. J.P. de Vries"


@pytest.mark.parametrize(
    "adres", ["no-reply@x.nl", "noreply@x.nl", "MAILER-DAEMON@x.nl", "bounces+123@x.nl", "leden-request@x.nl"]
)
def test_a_robot_is_known_by_its_mailbox(adres: str) -> None:
    assert is_robotadres(adres)


def test_a_person_called_norbert_is_no_robot() -> None:
    assert not is_robotadres("norbert.eply@example.org")


# Planning


def test_the_pauses_grow_and_end_after_three_days() -> None:
    moment, pogingen, pauzes = NU, 0, []
    while True:
        pogingen += 1
        volgende = compute_volgende_poging(pogingen, NU, moment)
        if volgende is None:
            break
        pauzes.append(volgende - moment)
        moment = volgende
    assert pauzes[:4] == [timedelta(minutes=minuten) for minuten in (1, 2, 4, 8)]
    assert max(pauzes) == timedelta(hours=2)
    assert moment - NU == OPGEVEN_NA
    assert pogingen < 60


# Receipts


def grond(**anders: object) -> Bevestigingsgrond:
    velden = {
        "status": Status.NIEUW,
        "digitaal": True,
        "mag_automatisch": True,
        "wil_email": False,
        "adres": "joost@example.org",
        "eigen_adressen": frozenset({"info@lindewaard.example"}),
        "recent": 0,
    }
    return Bevestigingsgrond(**(velden | anders))


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({}, ""),
        ({"mag_automatisch": False}, "automaat"),
        ({"adres": "noreply@example.org"}, "automaat"),
        ({"adres": "Info@Lindewaard.example"}, "eigen-adres"),
        ({"adres": ""}, "geen-adres"),
        ({"status": Status.AFGEHANDELD}, "afgehandeld"),
        ({"status": Status.VERVALLEN}, "afgehandeld"),
        ({"recent": REM_AANTAL}, "rem"),
        ({"recent": REM_AANTAL - 1}, ""),
        ({"digitaal": False, "mag_automatisch": None}, "geen-wens"),
        ({"digitaal": False, "mag_automatisch": None, "wil_email": True}, ""),
    ],
)
def test_a_receipt_goes_to_a_person_who_waits(anders: dict[str, object], reden: str) -> None:
    assert check_bevestiging(grond(**anders)) == reden


INHOUD = Bevestigingsinhoud("2026-000123-8", "Joost Jansen", "Grofvuil", date(2026, 12, 1), "Lindewaard", "14 000")


def test_a_receipt_tells_number_what_happens_and_by_when() -> None:
    onderwerp, tekst = compose_bevestiging(INHOUD, "nl")
    for deel in ("Beste Joost Jansen,", "2026-000123-8", "uiterlijk op dinsdag 1 december 2026", "14 000", "Grofvuil"):
        assert deel in tekst
    assert onderwerp == "Wij hebben uw vraag ontvangen"


def test_a_receipt_in_english() -> None:
    _, tekst = compose_bevestiging(INHOUD, "en")
    assert "by Tuesday 1 December 2026" in tekst
    assert "Beste" not in tekst


def test_a_receipt_does_not_carry_the_link_of_a_stranger() -> None:
    kwaad = Bevestigingsinhoud(
        "2026-000123-8", "WIN http://kwaad.example", "http://kwaad.example", date(2026, 12, 1), "Lindewaard", ""
    )
    assert "kwaad" not in "".join(compose_bevestiging(kwaad, "nl"))


# Answers


def test_every_reason_to_refuse_an_answer_is_told_at_once() -> None:
    opzet = build_opzet("geen adres", "", onderwerp=" ")
    bijlagen = [Bijlagemaat("virus.exe", 20_000_000, mag_mee=False)]
    assert codes(check_antwoordopzet(opzet, bijlagen)) == ["geen-email", "leeg", "leeg", "te-groot", "gevaarlijk"]


@pytest.mark.parametrize(
    ("tekst", "code"), [("Uw BSN is 111222333.", "bsn"), ("Beste {naam},", "veld-over"), ("x" * 20_001, "te-lang")]
)
def test_an_answer_that_must_not_leave_is_refused(tekst: str, code: str) -> None:
    assert codes(check_antwoordopzet(build_opzet("joost@example.org", tekst), [])) == [code]


@pytest.mark.parametrize("ruw", ["Vraag", "Re: Vraag", "RE: re: FW: Vraag", "Antw: Vraag"])
def test_a_subject_has_one_re_and_the_number_once(ruw: str) -> None:
    onderwerp = to_onderwerp(to_antwoordonderwerp(ruw), "2026-000123-8")
    assert onderwerp == "Re: Vraag [2026-000123-8]"
    assert to_onderwerp(onderwerp, "2026-000123-8") == onderwerp


def test_the_quoted_history_holds_only_what_this_person_wrote_or_read() -> None:
    def eerder(van: str, adres: str, tekst: str, minuten: int) -> Eerder:
        return Eerder(NU + timedelta(minutes=minuten), van, frozenset({adres}), tekst)

    geschiedenis = [
        eerder("Joost", "joost@example.org", "Eerste vraag\nMijn BSN is 111222333", 0),
        eerder("Buurvrouw", "buur@example.org", "Geheim van de buurvrouw", 1),
        eerder("Gemeente Lindewaard", "joost@example.org", "Ons antwoord", 2),
    ]
    citaat = compose_citaat(geschiedenis, {"joost@example.org"}, "nl")
    assert "Geheim" not in citaat
    assert "111222333" not in citaat
    assert citaat.startswith("Op dinsdag 24 november 2026 om 10.12 uur schreef Gemeente Lindewaard:\n> Ons antwoord")
    assert citaat.endswith("schreef Joost:\n> Eerste vraag\n> Mijn BSN is *********")


# The mail itself


def mail(**anders: object) -> UitgaandeMail:
    velden = {
        "uuid": UUID("01936f00-0000-7000-8000-000000000001"),
        "message_id": "<01936f00-0000-7000-8000-000000000001@lindewaard.example>",
        "van_naam": "Gemeente Lindewaard",
        "van_adres": "info@lindewaard.example",
        "aan_naam": "Joost Jansen",
        "aan_adres": "joost@example.org",
        "onderwerp": "Re: Vraag [2026-000123-8]",
        "tekst": "Beste Joost,\n\nKijk op https://lindewaard.example/afval. <b>niet vet</b>\nGroet",
        "citaat": "Op dinsdag schreef Joost:\n> Eén vraag",
        "taal": "nl",
        "datum": NU,
        "automatisch": False,
    }
    return UitgaandeMail(**(velden | anders))


def lees(uit: UitgaandeMail):
    return message_from_bytes(build_mail(uit).as_bytes(), policy=policy.default)


def test_a_mail_is_plain_text_with_the_same_words_in_html() -> None:
    gelezen = lees(mail())
    plat, html = (gelezen.get_body((soort,)).get_content() for soort in ("plain", "html"))
    assert plat.replace("\r\n", "\n") == to_platte_tekst(mail().tekst, mail().citaat)
    assert '<html lang="nl">' in html
    assert "&lt;b&gt;niet vet&lt;/b&gt;" in html
    assert '<a href="https://lindewaard.example/afval">https://lindewaard.example/afval</a>.' in html
    assert "&gt; Eén vraag" in html
    assert "<script" not in html
    assert "<img" not in html


def test_a_mail_says_where_it_belongs_and_where_an_answer_goes() -> None:
    gelezen = lees(mail(in_reply_to="<b@example.org>", references=("<a@example.org>", "<b@example.org>")))
    assert gelezen["Message-ID"] == mail().message_id
    assert gelezen["In-Reply-To"] == "<b@example.org>"
    assert gelezen["References"] == "<a@example.org> <b@example.org>"
    assert gelezen["Reply-To"] == "info@lindewaard.example"
    assert gelezen["From"].addresses[0].display_name == "Gemeente Lindewaard"
    assert gelezen["Date"].datetime == NU
    assert gelezen["Auto-Submitted"] is None


def test_a_long_identifier_stays_whole() -> None:
    lang = f"<{'A' * 90}@eur01.prod.outlook.example>"
    assert build_mail(mail(in_reply_to=lang, references=("<a@example.org>", lang))).as_bytes().count(lang.encode()) == 2


def test_a_receipt_says_that_a_machine_wrote_it() -> None:
    gelezen = lees(mail(automatisch=True))
    assert (gelezen["Auto-Submitted"], gelezen["X-Auto-Response-Suppress"]) == ("auto-replied", "All")


def test_the_same_mail_is_the_same_bytes_at_every_attempt() -> None:
    met = mail(bijlagen=(Mailbijlage("plan.pdf", "application/pdf", b"%PDF-1.7 abc"),))
    assert build_mail(met).as_bytes() == build_mail(met).as_bytes()


def test_an_attachment_arrives_whole_with_its_name() -> None:
    inhoud = bytes(range(256)) * 50
    (bijlage,) = lees(mail(bijlagen=(Mailbijlage("offerte – café.pdf", "application/pdf", inhoud),))).iter_attachments()
    assert (bijlage.get_filename(), bijlage.get_content_type(), bijlage.get_content()) == (
        "offerte – café.pdf",
        "application/pdf",
        inhoud,
    )


@settings(deadline=None)
@given(st.text(max_size=120), st.text(max_size=60), st.text(max_size=400), st.text(max_size=200))
def test_no_text_can_add_a_header_or_break_the_mail(onderwerp: str, naam: str, tekst: str, citaat: str) -> None:
    schoon = [deel.encode("utf-8", "ignore").decode().replace("\x00", "") for deel in (onderwerp, naam, tekst, citaat)]
    gelezen = lees(
        mail(onderwerp=schoon[0] + "\r\nBcc: kwaad@example.org", aan_naam=schoon[1], tekst=schoon[2], citaat=schoon[3])
    )
    assert gelezen["Bcc"] is None
    assert [adres.addr_spec for adres in gelezen["To"].addresses] == ["joost@example.org"]
    assert {deel.get_content_type() for deel in gelezen.walk()} == {"multipart/alternative", "text/plain", "text/html"}


@pytest.mark.parametrize(
    "adres", [".jan@example.org", "jan.@example.org", "o'hara+x@example.org", "jan@café.example", "josé@example.org"]
)
def test_every_address_that_may_be_filled_in_can_be_written_on_a_mail(adres: str) -> None:
    bericht = build_mail(mail(aan_adres=adres))
    assert bericht["To"].addresses[0].domain in {"example.org", "xn--caf-dma.example"}
    assert bericht.as_bytes()
