"""An e-mail becomes a contact with a new question, or with the question it follows."""

from stadspunt.bronnen.organisatie.queries import get_ingang
from stadspunt.bronnen.partijen.rules import Partijgegevens, Taal
from stadspunt.fundament.toegang.actor import Handeling
from stadspunt.stromen.intake.queries.adressering import load_adresboek
from stadspunt.stromen.intake.rules.adresboek import Adresboek
from stadspunt.stromen.intake.rules.automatisch import is_robotadres, may_answer_automatically
from stadspunt.stromen.intake.rules.draad import find_draad
from stadspunt.stromen.intake.rules.lezen import read_mailbericht
from stadspunt.stromen.intake.rules.mailbericht import Adres, Mailbericht
from stadspunt.stromen.intake.rules.ontvangst import Herkomst, Uitkomst
from stadspunt.stromen.intake.rules.vraagtekst import (
    MAX_TOELICHTING,
    choose_klant,
    clean_onderwerp,
    compute_gebeurd_op,
    first_words,
    guess_taal,
    may_confirm,
)
from stadspunt.stromen.intake.verwerking.bericht import Berichtgegevens, keep_bericht
from stadspunt.stromen.intake.verwerking.draad import Verband, find_verband, is_van_klant
from stadspunt.stromen.intake.verwerking.ingang import find_mailingang
from stadspunt.stromen.intake.verwerking.melding import handle_melding, judge_melding
from stadspunt.stromen.intake.verwerking.partij import find_or_register_partij
from stadspunt.stromen.intake.verwerking.poststuk import Poststuk
from stadspunt.stromen.intake.verwerking.uitslag import Uitslag
from stadspunt.stromen.klantcontacten.actions.behandelen import add_notitie
from stadspunt.stromen.klantcontacten.actions.reageren import record_klantreactie
from stadspunt.stromen.klantcontacten.actions.registreren import register_klantcontact
from stadspunt.stromen.klantcontacten.rules import NieuwContact, NieuweVraag


def handle_mail(handeling: Handeling, stuk: Poststuk, ruw: bytes) -> Uitslag:
    """Register what a raw e-mail brings and return what it became."""
    bericht = read_mailbericht(ruw)
    adresboek = load_adresboek()
    ingang_id = find_mailingang(stuk, bericht, adresboek)
    verband = find_verband(handeling.raadpleging, find_draad(bericht), stuk.gemeente_id)
    klant = _find_klant(bericht, adresboek)
    van_klant = verband is not None and is_van_klant(handeling.raadpleging, verband.vraag, klant.adres)
    melding = judge_melding(bericht, get_retouradres(stuk), verband, van_klant=van_klant)
    if melding is not None:
        return handle_melding(handeling, stuk, bericht, ingang_id, melding)
    return _handle_gewoon(handeling, _Post(stuk, bericht, klant, ingang_id, adresboek), verband, van_klant=van_klant)


def get_retouradres(stuk: Poststuk) -> str | None:
    """Return the sender that the SMTP transaction named ('' the null sender), None when there was no such transaction."""
    return stuk.envelop.mail_from if stuk.envelop.herkomst in {Herkomst.SMTP, Herkomst.LMTP} else None


class _Post:
    """One ordinary e-mail with all that was found out about it."""

    def __init__(self, stuk: Poststuk, bericht: Mailbericht, klant: Adres, ingang_id: int, adresboek: Adresboek) -> None:
        self.stuk, self.bericht, self.klant, self.adresboek = stuk, bericht, klant, adresboek
        self.ingang = get_ingang(ingang_id)
        self.gebeurd_op = compute_gebeurd_op(bericht, stuk.envelop, stuk.ontvangen_op)
        self.taal = guess_taal(bericht.eigen_tekst)

    def to_contact(self, partij_id: int | None, nieuw: NieuweVraag | None, bestaande: int | None) -> NieuwContact:
        """Return the contact to register."""
        return NieuwContact(
            gemeente_id=self.stuk.gemeente_id,
            kanaal_id=self.ingang.kanaal_id,
            team_id=self.ingang.team_id,
            ingang_id=self.ingang.id,
            partij_id=partij_id,
            gebeurd_op=self.gebeurd_op,
            samenvatting=first_words(self.bericht.eigen_tekst, 160),
            bron_sleutel=self.stuk.sleutel,
            taal=self.taal,
            vragen=(nieuw,) if nieuw else (),
            bestaande_vraag_ids=(bestaande,) if bestaande else (),
        )

    def may_automatisch(self) -> bool:
        """Say whether a receipt may go back."""
        if not may_confirm(self.stuk.envelop, self.gebeurd_op, self.stuk.ontvangen_op):
            return False
        return may_answer_automatically(self.bericht, get_retouradres(self.stuk), self.adresboek.ingangen.keys())


def _find_klant(bericht: Mailbericht, adresboek: Adresboek) -> Adres:
    """Return who the client is; an empty address when the mail names nobody but ourselves."""
    afzender = bericht.afzender
    wijst_door = afzender is None or not afzender.adres or adresboek.is_ons_adres(afzender.adres) or is_robotadres(afzender.adres)
    for klant in (choose_klant(bericht, wijst_door=wijst_door), afzender):
        if klant is not None and adresboek.find_ingang(klant.adres) is None:
            return klant
    return Adres(afzender.naam if afzender else "", "")


def _handle_gewoon(handeling: Handeling, post: _Post, verband: Verband | None, *, van_klant: bool) -> Uitslag:
    partij_id = find_or_register_partij(
        handeling, post.stuk.gemeente_id, Partijgegevens(post.klant.naam, post.klant.adres, voorkeurstaal=Taal(post.taal))
    )
    if verband is not None and van_klant:
        uitkomst, vraag = Uitkomst.REACTIE, verband.vraag
        registratie = register_klantcontact(handeling, post.to_contact(vraag.partij_id or partij_id, None, vraag.id))
        record_klantreactie(handeling, vraag.id, registratie.klantcontact_id)
    else:
        uitkomst = Uitkomst.CONTACT if verband is None else Uitkomst.REACTIE_DERDE
        nieuw = NieuweVraag(
            clean_onderwerp(post.bericht), (post.bericht.eigen_tekst or post.bericht.tekst)[:MAX_TOELICHTING].strip()
        )
        registratie = register_klantcontact(handeling, post.to_contact(partij_id, nieuw, None))
        if verband is not None:
            tekst = (
                f"Dit bericht volgt op vraag {verband.vraag.nummer}, maar komt van iemand anders. Daarom is het een eigen vraag."
            )
            add_notitie(handeling, registratie.klantvraag_ids[0], tekst)
    keep_bericht(
        handeling,
        post.stuk,
        post.bericht,
        Berichtgegevens(
            klantcontact_id=registratie.klantcontact_id,
            klantvraag_ids=registratie.klantvraag_ids,
            taal=post.taal,
            mag_automatisch_antwoord=post.may_automatisch(),
            klant=post.klant,
        ),
    )
    return Uitslag(uitkomst, post.ingang.id, registratie.klantcontact_id, registratie.klantvraag_ids[0])
