"""What one e-mail says, once it is read: frozen values only, all of them storable in PostgreSQL."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Gevaar(StrEnum):
    """Why an attachment is kept but never opened in the browser; worst first."""

    PROGRAMMA = "programma"
    SCRIPT = "script"
    MACRO = "macro"
    ARCHIEF_MET_PROGRAMMA = "archief-met-programma"
    ARCHIEFBOM = "archiefbom"
    SCHIJFKOPIE = "schijfkopie"
    HTML = "html"
    SVG = "svg"
    INGESLOTEN_OBJECT = "ingesloten-object"
    VERSLEUTELD = "versleuteld"
    ARCHIEF_GESLOTEN = "archief-gesloten"
    TYPE_KLOPT_NIET = "type-klopt-niet"

    @property
    def tekst(self) -> str:
        """The Dutch sentence that a member of staff reads with the attachment."""
        return _GEVAAR_TEKST[self]


_GEVAAR_TEKST = {
    Gevaar.PROGRAMMA: "Dit bestand is een programma.",
    Gevaar.SCRIPT: "Dit bestand bevat opdrachten voor de computer.",
    Gevaar.MACRO: "Dit Office-bestand bevat macro's.",
    Gevaar.ARCHIEF_MET_PROGRAMMA: "In dit archief zit een programma, een script of een bestand met macro's.",
    Gevaar.ARCHIEFBOM: "Dit archief wordt bij uitpakken onredelijk groot.",
    Gevaar.SCHIJFKOPIE: "Dit bestand is een kopie van een schijf. Daar kan een programma in zitten.",
    Gevaar.HTML: "Dit bestand is een webpagina en kan opdrachten bevatten.",
    Gevaar.SVG: "Deze tekening kan opdrachten bevatten.",
    Gevaar.INGESLOTEN_OBJECT: "In dit document zit een ander bestand of een opdracht.",
    Gevaar.VERSLEUTELD: "Dit bestand is versleuteld. Niemand kan zien wat erin zit.",
    Gevaar.ARCHIEF_GESLOTEN: "StadsPunt kan niet zien wat er in dit archief zit.",
    Gevaar.TYPE_KLOPT_NIET: "De inhoud past niet bij de naam van het bestand.",
}


class Ondertekening(StrEnum):
    """In which way the sender signed or encrypted; StadsPunt does not check signatures."""

    SMIME = "smime"
    PGP = "pgp"


@dataclass(frozen=True, slots=True)
class Waarschuwing:
    """Something that a reader of the message must know; `code` is stable, `tekst` is Dutch."""

    code: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Adres:
    """A mailbox: `naam` as the sender wrote it (never proof of anything) and `adres`, '' when there is none."""

    naam: str
    adres: str


@dataclass(frozen=True, slots=True)
class Adressen:
    """The first addresses of a field, and how many there really are."""

    eerste: tuple[Adres, ...] = ()
    aantal: int = 0


@dataclass(frozen=True, slots=True)
class Koppen:
    """Header fields in their order, readable; names in lower case. Long values and long lists are cut."""

    regels: tuple[tuple[str, str], ...] = ()

    def get(self, naam: str) -> str:
        """Return the first value of field `naam` (lower case), '' when it is not there."""
        return next((waarde for kop, waarde in self.regels if kop == naam), "")

    def get_all(self, naam: str) -> tuple[str, ...]:
        """Return every value of field `naam` (lower case)."""
        return tuple(waarde for kop, waarde in self.regels if kop == naam)

    def __contains__(self, naam: str) -> bool:
        """Say whether field `naam` (lower case) is there, even when it is empty."""
        return any(kop == naam for kop, _ in self.regels)


@dataclass(frozen=True, slots=True)
class Bijlage:
    """One attachment, decoded. `gevaarlijk` is the reason not to open it; `bron` says where it came out of.

    `naam` is safe as a file name (no path, no control characters, no reversed writing direction, bounded).
    `inline` is true when the HTML shows it in place, as `bijlage:<index>` in `Mailbericht.bijlagen`.
    """

    naam: str
    mediatype_opgegeven: str
    mediatype_gevonden: str
    inhoud: bytes
    cid: str = ""
    inline: bool = False
    gevaarlijk: Gevaar | None = None
    bron: str = ""
    onderwerp: str = ""


@dataclass(frozen=True, slots=True)
class Uitnodiging:
    """A calendar invitation in short; a whole day has plain dates. `reactie` is the PARTSTAT of the first attendee."""

    methode: str
    onderwerp: str
    begin: datetime | date | None
    einde: datetime | date | None
    organisator: Adres | None
    plaats: str
    uid: str
    reactie: str = ""


class Bezorgactie(StrEnum):
    """The Action field of a delivery report (RFC 3464, section 2.3.3)."""

    MISLUKT = "failed"
    VERTRAAGD = "delayed"
    BEZORGD = "delivered"
    DOORGEGEVEN = "relayed"
    UITGEVOUWEN = "expanded"


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a delivery report says about one recipient of one message of ours.

    `status` is an RFC 3463 code such as '5.1.1', '' when nobody says; `permanent` means that trying again is no use.
    """

    oorspronkelijk_message_id: str
    ontvanger: str
    status: str
    permanent: bool
    diagnose: str
    actie: Bezorgactie


class Rapport(StrEnum):
    """What kind of report (RFC 6522) the message is."""

    BEZORGING = "bezorging"
    LEESBEVESTIGING = "leesbevestiging"
    MISBRUIK = "misbruik"


@dataclass(frozen=True, slots=True)
class Mailbericht:
    """One e-mail as a person would read it. The raw message stays the truth; this is its readable form.

    Identifiers carry their angle brackets. `tekst` is everything readable; `eigen_tekst` plus `citaat` is that same
    text, cut where the quoted history begins. `rapport_over` is the message that a report is about. `html` is '' when
    the sender sent none; it holds no remote content.
    """

    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    afzender: Adres | None
    antwoord_naar: tuple[Adres, ...]
    aan: Adressen
    cc: Adressen
    onderwerp: str
    verzonden_op: datetime | None
    tekst: str
    eigen_tekst: str
    citaat: str
    html: str
    bijlagen: tuple[Bijlage, ...]
    uitnodigingen: tuple[Uitnodiging, ...]
    getekend: Ondertekening | None
    versleuteld: Ondertekening | None
    rapport: Rapport | None
    rapport_over: str
    bounces: tuple[Bounce, ...]
    koppen: Koppen
    waarschuwingen: tuple[Waarschuwing, ...]

    @property
    def bounce(self) -> Bounce | None:
        """The report on the first recipient that failed, or else the first report, or None."""
        mislukt = (bounce for bounce in self.bounces if bounce.actie is Bezorgactie.MISLUKT)
        return next(mislukt, self.bounces[0] if self.bounces else None)
