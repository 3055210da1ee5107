"""What somebody wrote now, and what was already there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stadspunt.stromen.intake.rules.citaat import split_citaat
from stadspunt.stromen.intake.tests.postzak import ZONDER_KLOK, lees


@pytest.mark.parametrize(
    ("naam", "eigen", "citaat_begint"),
    [
        (
            "outlook-nl",
            "Goedemorgen,\n\nDe nieuwe auto heeft kenteken XX-123-Y. Kost dat € 12,50 extra?\n\n"
            "Met vriendelijke groet,\nJoost Jansen",
            "Van: Klantcontactcentrum",
        ),
        ("outlook-de", "Vielen Dank für die schnelle Antwort.", "-----Ursprüngliche Nachricht-----"),
        ("gmail-nl", "Hoi, kan het ook om 16.00 uur? Ik ben Zoë 🙂", "Op ma 4 mei 2026 om 10:23 schreef"),
        ("gmail-en", "Thanks, that works.", "On Thu, May 7, 2026"),
        ("apple-mail-nl", "Zie de foto’s.", "> Op 5 mei 2026, om 17:01 heeft Meldpunt"),
        ("ios-kort", "Ja graag!\n\nVerstuurd vanaf mijn iPhone", "> Op 7 mei 2026 om 11:58 heeft KCC"),
    ],
)
def test_the_history_is_cut_where_each_mail_program_puts_it(naam: str, eigen: str, citaat_begint: str) -> None:
    bericht = lees(naam)
    assert bericht.eigen_tekst == eigen
    assert bericht.citaat.startswith(citaat_begint)


def test_answers_between_quoted_lines_stay_with_their_questions() -> None:
    bericht = lees("thunderbird-nl-tussendoor")
    assert (
        "> Hoe groot is de dakkapel?\n3 meter breed. Dat is de volle breedte van het dak aan de achterkant, gemeten"
        in bericht.eigen_tekst
    )
    assert bericht.citaat == ""


def test_own_words_between_quotes_after_a_greeting_are_not_cut_away() -> None:
    tekst = "Beste,\nOp 4-5-2026 om 10:23 schreef KCC:\n> Wanneer?\nMorgen.\n> Waar?\nThuis."
    assert split_citaat(tekst) == (tekst, "")


def test_what_is_forwarded_is_the_very_content() -> None:
    bericht = lees("doorgestuurd-gmail")
    assert "U moet 45 euro betalen." in bericht.eigen_tekst
    assert bericht.citaat == ""


@pytest.mark.parametrize(
    "aanhef",
    [
        "Op 04-05-2026 om 10:23 schreef KCC:",
        "Op 4 mei 2026 om 10:23 heeft KCC <kcc@example.nl> het volgende geschreven:",
        "Op ma 4 mei 2026 10:23 schreef KCC <kcc@example.nl>:",
        "KCC <kcc@example.nl> schreef op 4 mei 2026 om 10:23:",
        "KCC schreef op 4-5-2026 10:23:",
        "On 4 May 2026, at 10:23, KCC <kcc@example.nl> wrote:",
        "Am 04.05.2026 um 10:23 schrieb KCC:",
        "Am Mo., 4. Mai 2026 um 10:23 Uhr schrieb KCC <kcc@example.nl>:",
        "2026-05-04 10:23 GMT+02:00 KCC <kcc@example.nl>:",
        "-----Oorspronkelijk bericht-----",
        "-----Original Message-----",
        "________________________________\nVan: KCC\nVerzonden: maandag\nAan: Anna",
        "*From:* KCC <kcc@example.nl>\n*Sent:* Monday\n*To:* Anna",
        "Von: KCC\nGesendet: Montag\nAn: Anna\nBetreff: x",
        "El mar, 24 nov 2026 a las 10:00, KCC (<kcc@example.nl>) escribió:",
        "Il giorno mar 24 nov 2026 alle ore 10:00 KCC <kcc@example.nl> ha scritto:",
        "Em ter., 24 de nov. de 2026 às 10:00, KCC <kcc@example.nl> escreveu:",
        "wt., 24 lis 2026 o 10:00 KCC <kcc@example.nl> napisał(a):",
        "W dniu 24.11.2026 o 10:00, KCC pisze:",
        "KCC <kcc@example.nl>, 24 Kas 2026 Sal, 10:00 tarihinde şunu yazdı:",
        "вт, 24 нояб. 2026 г. в 10:00, KCC <kcc@example.nl>:",
        "Den tis 24 nov. 2026 kl 10:00 skrev KCC <kcc@example.nl>:",
        "KCC <kcc@example.nl> ezt írta (időpont: 2026. nov. 24., K, 10:00):",
        "2026年11月24日(火) 10:00 KCC <kcc@example.nl>\uff1a",
        "\u202bفي الثلاثاء، 24 نوفمبر 2026 في 10:00 ص تمت كتابة ما يلي بواسطة \u202aKCC\u202c "
        "<\u202akcc@example.nl\u202c\u200f>:\u202c",
        "Στις Τρί 24 Νοε 2026 στις 10:00 π.μ., ο χρήστης KCC <kcc@example.nl> έγραψε:",
        "---- Op di, 24 nov 2026 10:00:00 +0100 KCC <kcc@example.nl> schreef ----",
        "-----Mensaje original-----",
        "-----Исходное сообщение-----",
        "De: KCC\nEnviado: martes\nPara: Anna\nAsunto: x",
        "Od: KCC\nWysłano: wtorek\nDo: Anna\nTemat: x",
        "Kimden: KCC\nGönderildi: Salı\nKime: Anna\nKonu: x",
        "От: KCC\nОтправлено: вторник\nКому: Anna\nТема: x",
    ],
)
def test_every_known_opening_begins_the_history(aanhef: str) -> None:
    assert split_citaat(f"Mijn antwoord.\n\n{aanhef}\n\nOude tekst.") == ("Mijn antwoord.", f"{aanhef}\n\nOude tekst.")


@pytest.mark.parametrize(
    "tekst",
    [
        "Op 4 mei heb ik u geschreven: waar blijft het antwoord?",
        "Van: het park\nkomt veel lawaai",
        "Op de brief schreef ik al: nee.",
        "> alleen een citaat",
        "Ik belde op 24-11-2026 om 10:00 met Jan (jan@example.org) en hij zei: kom maar.",
        "De: lange weg\nis stuk",
        "Aan: wie dit leest\nVan: Anna\n\nHelp mij.",
        "",
    ],
)
def test_ordinary_sentences_do_not_begin_a_history(tekst: str) -> None:
    assert split_citaat(tekst) == (tekst, "")


def test_a_quote_at_the_very_end_is_history_without_an_opening() -> None:
    assert split_citaat("> vraag\nantwoord\n> rest\n> rest") == ("> vraag\nantwoord", "> rest\n> rest")


@ZONDER_KLOK
@given(
    st.lists(
        st.sampled_from(
            ["> x", "Op 4 mei 2026 om 10:23 schreef A <a@b.nl>:", "", "tekst", "Van: a", "Verzonden: b", "Aan: c", "____________"]
        )
    )
)
def test_no_word_is_lost_or_doubled(regels: list[str]) -> None:
    tekst = "\n".join(regels)
    eigen, citaat = split_citaat(tekst)
    assert [r for r in f"{eigen}\n{citaat}".split("\n") if r.strip()] == [r for r in regels if r.strip()]
