"""An outgoing message as the bytes that a mail server gets (RFC 5322, MIME), the same bytes at every attempt."""

import re
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from html import escape
from uuid import UUID

_ID = re.compile(r"<[!-;=?-~]{1,500}>")
_ADRES_IN_TEKST = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]]")
_STIJL = (
    "margin:0;padding:24px;background:#fff;color:#1c1c1c;"
    "font-family:'Source Sans 3',Arial,sans-serif;font-size:16px;line-height:1.5"
)
_BLADZIJDE = """<!doctype html>
<html lang="{taal}">
<head><meta charset="utf-8"><title>{titel}</title></head>
<body style="{stijl}">
<div style="max-width:40em">
{inhoud}
</div>
</body>
</html>
"""


class _Idregels(UnstructuredHeader):
    """Identifiers, one a line. Python's own folding writes one of more than 70 characters as an encoded word,
    which breaks the thread: identifiers of Outlook are that long.
    """

    def fold(self, *, policy: EmailPolicy) -> str:
        """Return the header as it is written."""
        naam, waarde = str(getattr(self, "name", "")), str(self)
        return f"{naam}: " + f"{policy.linesep} ".join(waarde.split()) + policy.linesep


_KOPPEN = HeaderRegistry()
# The registry mixes the class with its own base at run time, which its type does not say.
_KOPPEN.map_to_type("in-reply-to", _Idregels)  # type: ignore[arg-type]
_KOPPEN.map_to_type("references", _Idregels)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Mailbijlage:
    """A file that goes along."""

    naam: str
    mediatype: str
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class UitgaandeMail:
    """All that a mail is made of. `references` are identifiers with their brackets, oldest first."""

    uuid: UUID
    message_id: str
    van_naam: str
    van_adres: str
    aan_naam: str
    aan_adres: str
    onderwerp: str
    tekst: str
    citaat: str
    taal: str
    datum: datetime
    automatisch: bool
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    bijlagen: tuple[Mailbijlage, ...] = ()


def to_message_id(uuid: UUID, maildomein: str) -> str:
    """Return the Message-ID of an outgoing message; it stays the same at every attempt (RFC 5322, section 3.6.4)."""
    return f"<{uuid}@{maildomein}>"


def is_bruikbaar_id(tekst: str) -> bool:
    """Say whether an identifier of somebody else can be written in a header of ours."""
    return bool(_ID.fullmatch(tekst))


def to_platte_tekst(tekst: str, citaat: str) -> str:
    """Return the whole text of a mail; this is also what the preview shows."""
    return f"{tekst.rstrip()}\n\n{citaat}\n" if citaat else f"{tekst.rstrip()}\n"


def build_mail(mail: UitgaandeMail) -> EmailMessage:
    """Return the message: plain text with a modest HTML twin, and the headers that say what it is.

    A receipt says that a machine wrote it (RFC 3834, section 5), so that no machine answers.
    """
    utf8 = not (mail.aan_adres.isascii() and mail.van_adres.isascii())
    bericht = EmailMessage(policy=SMTP.clone(utf8=utf8, header_factory=_KOPPEN))
    bericht["From"] = _to_adres(mail.van_naam, mail.van_adres)
    bericht["To"] = _to_adres(mail.aan_naam, mail.aan_adres)
    bericht["Reply-To"] = _to_adres("", mail.van_adres)
    bericht["Subject"] = _een_regel(mail.onderwerp)
    bericht["Date"] = mail.datum
    bericht["Message-ID"] = mail.message_id
    if mail.in_reply_to:
        bericht["In-Reply-To"] = mail.in_reply_to
    if mail.references:
        bericht["References"] = " ".join(mail.references)
    bericht["X-StadsPunt-Bericht"] = str(mail.uuid)
    if mail.automatisch:
        bericht["Auto-Submitted"] = "auto-replied"
    # Exchange: no out-of-office and no read receipts to us; who answers himself still can.
    bericht["X-Auto-Response-Suppress"] = "All" if mail.automatisch else "OOF, AutoReply"
    bericht.set_content(to_platte_tekst(mail.tekst, mail.citaat), cte="quoted-printable")
    bericht.add_alternative(to_html(mail), subtype="html", cte="quoted-printable")
    for bijlage in mail.bijlagen:
        hoofd, _, onder = bijlage.mediatype.partition("/")
        if hoofd in {"", "message", "multipart"} or not onder:
            hoofd, onder = "application", "octet-stream"
        bericht.add_attachment(bijlage.inhoud, maintype=hoofd, subtype=onder, filename=bijlage.naam)
    bericht["Content-Language"] = mail.taal  # last: what is set before the parts goes along into the first of them
    _set_grenzen(bericht, mail.uuid)
    return bericht


def _to_adres(naam: str, adres: str) -> Address:
    lokaal, _, domein = adres.strip().rpartition("@")
    if not domein.isascii():
        domein = domein.encode("idna").decode("ascii")
    return Address(_een_regel(naam), lokaal, domein)


def _een_regel(tekst: str) -> str:
    """Return text that cannot begin a header of its own."""
    return " ".join("".join(teken if teken.isprintable() else " " for teken in tekst).split())


def _set_grenzen(bericht: EmailMessage, uuid: UUID) -> None:
    for nummer, deel in enumerate(bericht.walk()):
        if deel.is_multipart():
            deel.set_boundary(f"=_{uuid.hex}_{nummer}")


def to_html(mail: UitgaandeMail) -> str:
    """Return the HTML twin: the same words, readable large, dark on light, without pictures or scripts."""
    delen = [f"<p>{_to_regels(alinea)}</p>" for alinea in _list_alineas(mail.tekst)]
    if mail.citaat:
        regels = "<br>".join(escape(regel) for regel in mail.citaat.splitlines())
        delen.append(f'<blockquote style="margin:24px 0 0;padding-left:12px;border-left:3px solid #767676">{regels}</blockquote>')
    return _BLADZIJDE.format(taal=escape(mail.taal), titel=escape(mail.onderwerp), stijl=_STIJL, inhoud="\n".join(delen))


def _list_alineas(tekst: str) -> list[str]:
    return [alinea.strip("\n") for alinea in re.split(r"\n[ \t]*\n", tekst.strip()) if alinea.strip()]


def _to_regels(alinea: str) -> str:
    """Return one paragraph with its line ends kept and its web addresses made links."""
    stukken: list[str] = []
    vorige = 0
    for treffer in _ADRES_IN_TEKST.finditer(alinea):
        adres = escape(treffer[0])
        stukken += [escape(alinea[vorige : treffer.start()]), f'<a href="{adres}">{adres}</a>']
        vorige = treffer.end()
    stukken.append(escape(alinea[vorige:]))
    return "".join(stukken).replace("\n", "<br>\n")
