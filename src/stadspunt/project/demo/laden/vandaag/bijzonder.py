"""Other work that takes another way: a call with three questions, a letter with its scan, a report without a name."""

from datetime import time, timedelta

from stadspunt.bronnen.documenten.actions import Bestand, store_document
from stadspunt.project.demo.laden.bestanden import make_pdf, make_png
from stadspunt.project.demo.laden.vandaag.binnenkomst import receive_form
from stadspunt.project.demo.laden.vandaag.handelingen import hand_over, register_gesprek
from stadspunt.project.demo.laden.vandaag.toneel import Toneel
from stadspunt.project.demo.snelcodes import SNELCODES
from stadspunt.stromen.correspondentie.actions.ontvangen import register_inkomend_bericht
from stadspunt.stromen.correspondentie.rules.ontvangen import InkomendBericht, InkomendeBijlage
from stadspunt.stromen.correspondentie.rules.woorden import Berichtsoort
from stadspunt.stromen.intake.rules.formulier import Formulierinzending
from stadspunt.stromen.klantcontacten.actions.behandelen import release_klantvraag
from stadspunt.stromen.klantcontacten.actions.registreren import register_klantcontact
from stadspunt.stromen.klantcontacten.rules import Complexiteit, NieuwContact, NieuweVraag, Richting

# Ordinary short questions of today: entrance, who took it, when, quick code, client (0 = no name).
_KORT: tuple[tuple[str, str, time, str, int], ...] = (
    ("telefoon", "gerda", time(8, 33), "op", 0),
    ("telefoon", "youssef", time(8, 36), "kl", 50),
    ("telefoon", "hatice", time(8, 41), "mi", 51),
    ("balie-stadhuis", "omar", time(9, 4), "ut", 52),
    ("telefoon", "youssef", time(9, 10), "dv", 0),
    ("telefoon", "hatice", time(9, 16), "gft", 53),
    ("balie-stadhuis", "tim", time(9, 21), "kl", 54),
    ("telefoon", "gerda", time(9, 28), "pp", 55),
    ("telefoon", "youssef", time(9, 37), "ub", 0),
    ("balie-stadhuis", "omar", time(9, 45), "vh", 56),
    ("telefoon", "hatice", time(9, 52), "gv", 57),
    ("balie-de-schakel", "zeynep", time(10, 3), "id", 58),
)


def play_korte_vragen(toneel: Toneel) -> None:
    """Calls and visits of today that were answered at once."""
    codes = {code.code: code for code in SNELCODES}
    for ingang, login, tijd, code, klant in _KORT:
        snel = codes[code]
        product_id = toneel.inrichting.producten.get(snel.product)
        vraag = NieuweVraag(snel.naam, product_id=product_id, antwoord=snel.antwoord)
        with toneel.op(toneel.back(0, tijd)):
            register_gesprek(toneel, login, ingang, toneel.find_klant(klant) if klant else None, [vraag], duur=70)


def play_drie_vragen(toneel: Toneel) -> None:
    """One call with three questions: one answered, one for the department, one left to the team."""
    producten = toneel.inrichting.producten
    vragen = (
        NieuweVraag("Verhuizing doorgeven", product_id=producten["verhuismelding"],
                    antwoord=(
                        "U geeft de verhuizing door met DigiD, tot en met 5 dagen erna. Stuur uw huurcontract mee."
)),
        NieuweVraag("Parkeervergunning op nieuw adres", 
            "Verhuist van zone C naar Kade (zone B), wil vergunning meenemen. Kan saldo mee?"
,
                    producten["parkeervergunning"], Complexiteit.GEMIDDELD),
        NieuweVraag("School voor de jongste", 
            "Kind wordt 4, vraagt of leerlingenvervoer mogelijk is. Mw is thuis na 15.00 uur."
,
                    producten["leerlingenvervoer"]),
    )  # fmt: skip
    samenvatting = "Mw verhuist over 2 weken met 3 kinderen. Drie vragen: inschrijven, parkeren, school."
    begin = toneel.back(0, time(9, 34))
    with toneel.op(begin):
        klant = toneel.find_klant(60)
        _, parkeren, school = register_gesprek(toneel, "kim", "telefoon", klant, vragen, samenvatting, 611)
    with toneel.op(begin + timedelta(minutes=12)):
        gevraagd = (
            "Bewoner verhuist van zone C naar zone B. Gaat het bezoekerssaldo mee, en moet zij opzeggen en opnieuw aanvragen?"
        )
        hand_over(toneel, "kim", parkeren, "parkeren", gevraagd, toneel.straks(2))
        release_klantvraag(toneel.als("kim"), school)


def play_brief(toneel: Toneel) -> None:
    """A letter that was opened and scanned this morning."""
    plek = toneel.find_klant(61)
    wie = toneel.partijen[plek]
    regels = (
        wie.naam, "Lindelaan 12", "2997 FI Lindewaard", "", "Gemeente Lindewaard", "Postbus 1000", "",
        "Betreft: bezwaar tegen verwijderen zitbank", "", "Geachte heer, mevrouw,", "",
        
            "Op het pleintje bij de Lindelaan is zonder overleg de zitbank"
, 
            "weggehaald. Wij zaten daar elke middag. Graag hoor ik waarom,"
,
        "en of de bank terugkomt. Zo nodig maak ik bezwaar.", "", "Hoogachtend,", wie.naam,
    )  # fmt: skip
    tekst = "Bank op pleintje Lindelaan weggehaald. Schrijver wil weten waarom en of hij terugkomt; maakt zo nodig bezwaar."
    with toneel.op(toneel.back(0, time(10, 5))):
        handeling = toneel.als("wil")
        document_id = store_document(handeling, Bestand("brief-zitbank.pdf", "application/pdf", make_pdf(regels)))
        registratie = register_klantcontact(
            handeling,
            NieuwContact(
                gemeente_id=toneel.inrichting.gemeente_id,
                kanaal_id=toneel.inrichting.kanalen["post"],
                team_id=toneel.inrichting.teams["post"],
                ingang_id=toneel.inrichting.ingangen["post"],
                # A letter counts from the day it fell on the mat.
                gebeurd_op=toneel.back(2, time(11, 0)),
                richting=Richting.IN,
                partij_id=toneel.partij_ids[plek],
                samenvatting="Brief over weggehaalde zitbank, gescand.",
                vragen=(NieuweVraag("Zitbank Lindelaan weggehaald", tekst, toneel.inrichting.producten["bezwaar"]),),
            ),
        )
        bericht = InkomendBericht(
            gemeente_id=toneel.inrichting.gemeente_id,
            soort=Berichtsoort.GEWOON,
            sleutel="demo:brief-zitbank",
            onderwerp="Brief: zitbank Lindelaan",
            tekst="Gescande brief, zie bijlage.",
            van_naam=wie.naam,
            klantcontact_id=registratie.klantcontact_id,
            klantvraag_ids=registratie.klantvraag_ids,
            bijlagen=(InkomendeBijlage(document_id),),
        )
        register_inkomend_bericht(toneel.systeem("postkamer"), bericht)
        release_klantvraag(toneel.als("wil"), registratie.klantvraag_ids[0])


def play_anonieme_melding(toneel: Toneel) -> None:
    """A report on the website without a name, with a photograph."""
    with toneel.op(toneel.back(0, time(7, 22))):
        tekst = (
            "Er staat al drie dagen een caravan op de stoep bij Peilschaal 14. Ik wil liever niet dat "
            "de buren weten dat ik dit meld."
        )
        inzending = Formulierinzending(onderwerp="Caravan op de stoep", vraag=tekst, product_slug="melding-openbare-ruimte")
        receive_form(toneel, inzending, (("caravan.png", make_png(240, 180)),))


def play_bericht_van_tafel(toneel: Toneel) -> None:
    """A visitor without a name whose question is with the second line."""
    with toneel.op(toneel.back(1, time(14, 12))):
        vraag = NieuweVraag(
            "Buurvrouw lijkt niet voor zichzelf te zorgen",
            "Bezoeker maakt zich zorgen over buurvrouw (80+), Iepenlaan. Komt zelf donderdag terug "
            "voor antwoord, wil geen naam geven.",
            toneel.inrichting.producten["wmo-voorziening"],
            Complexiteit.COMPLEX,
            toneel.inrichting.teams["tweede-lijn"],
        )
        register_gesprek(toneel, "omar", "balie-stadhuis", None, [vraag], duur=900)
