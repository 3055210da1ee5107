"""Where the sender's own words end and the quoted history begins, as mail programs mark it.

Dutch, English, German and French are known word by word; other languages of residents by the shape that programs give: a
moment and an address before a colon, or their words for 'wrote' and 'from'.
"""

import re
from typing import Final

_MAX_REGELS: Final = 5_000
_MAX_AANHEF: Final = 600

_SCHREEF: Final = r"(?:schreef|schreven|geschreven|wrote|writes|schrieb|geschrieben|a écrit)"
_SCHREEF_ELDERS: Final = (
    r"(?:escribió|ha scritto|escreveu|napisała?(?:\(a\))?|pisze|yazdı|написала?|пишет|skrev|kirjoitti|a scris|ezt írta|napsala?"
    r"|έγραψε)"
)
_ONZICHTBAAR: Final = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Gmail, Apple Mail, Thunderbird and Outlook for iOS: "Op ma 4 mei 2026 om 10:23 schreef Jan <jan@example.org>:".
_AANHEF: Final = re.compile(
    rf"(?:(?:Op|On|Am|Le)\s(?=.{{0,120}}\d).{{3,400}}\b{_SCHREEF}\b.{{0,200}}:"
    rf"|.{{0,200}}[<(][^<>()\s]+@[^<>()\s]+[>)].{{0,60}}\b{_SCHREEF}\b.{{0,80}}:"
    rf"|.{{3,120}}\b{_SCHREEF}\s(?:op|on|am)\s.{{0,60}}\d.{{0,60}}:"
    r"|\d{4}-\d{2}-\d{2}\s.{0,80}<[^<>\s]+@[^<>\s]+>:"
    r"|(?=.{0,200}20\d\d)(?=.{0,200}\d[:.]\d\d).{0,300}[<(][^<>()\s]+@[^<>()\s]+[>)].{0,80}[:\uff1a]"
    rf"|(?=.{{0,200}}(?:20\d\d|\d[-/.]\d)).{{0,300}}\b{_SCHREEF_ELDERS}\b.{{0,200}}[:\uff1a])",
)
_AANHEF_BEGIN: Final = re.compile(
    rf"(?:Op|On|Am|Le)\s|.{{0,200}}@|.{{3,120}}\b(?:{_SCHREEF}|{_SCHREEF_ELDERS})\b|\d{{4}}-\d{{2}}-\d{{2}}\s"
    r"|.{0,100}20\d\d.{0,30}\d[:.]\d\d"
)
_SCHEIDING: Final = re.compile(
    r"\s*[-_=]{2,}\s*(?:oorspronkelijk(?:e)? (?:bericht|e-mail)|origineel bericht|originele bericht|original message"
    r"|original appointment|ursprüngliche nachricht|original-?nachricht|message d'origine|mensaje original|messaggio originale"
    r"|mensagem original|oryginalna wiadomość|wiadomość oryginalna|исходное сообщение|özgün ileti|orijinal mesaj)\s*[-_=]{2,}\s*"
    rf"|-{{3,}} (?=.{{0,120}}\d).{{3,400}}\b{_SCHREEF} -{{3,}}",
    re.IGNORECASE,
)
_DOORGESTUURD: Final = re.compile(
    r"\s*(?:[-_=]{2,}\s*)?(?:begin )?(?:doorgestuurd bericht|forwarded message|(?:anfang der )?weitergeleiteten? nachricht"
    r"|message transféré|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|wiadomość przekazana dalej"
    r"|пересылаемое сообщение|iletilen ileti)"
    r"\s*(?::|[-_=]{2,})\s*",
    re.IGNORECASE,
)
_VAN: Final = re.compile(r"\s*\*?(?:Van|From|Von|De|Da|Od|Gönderen|Kimden|От)\s?:\*?\s.{0,300}")
_KOP: Final = re.compile(
    r"\s*\*?(?:Verzonden(?: op)?|Sent|Gesendet|Envoyé|Datum|Date|Aan|To|An|À|CC|Kopie|Onderwerp|Subject|Betreff|Objet"
    r"|Enviad[oa](?: el| em)?|Para|Asunto|Assunto|Inviato|Oggetto|Wysłano|Temat|Gönderildi|Tarih|Kime|Konu|Отправлено|Кому|Тема)"
    r"\s?:\*?(?:\s.{0,1000})?",
    re.IGNORECASE,
)
_STREEP: Final = re.compile(r"\s*_{10,}\s*")
_ONDERWERP_DOOR: Final = re.compile(r"\s*(?:fw|fwd|doorst|dv|wg|tr)\s?:", re.IGNORECASE)


def split_citaat(tekst: str, onderwerp: str = "") -> tuple[str, str]:
    """Return (own words, quoted history) of `tekst`.

    What is forwarded is not history but the very content. Answers between quoted lines stay with the quotes; only a quote
    at the end is cut. Without own words everything is own.
    """
    regels = tekst.split("\n")
    if _ONDERWERP_DOOR.match(onderwerp):
        return tekst, ""
    plaats = _find_snede(regels)
    if plaats is None:
        plaats = _find_slotcitaat(regels)
    eigen = "\n".join(regels[:plaats]).rstrip()
    if not eigen.strip():
        return tekst, ""
    return eigen, "\n".join(regels[plaats:]).strip("\n")


def _find_snede(regels: list[str]) -> int | None:
    """Return the line where history begins by a mark; None when there is no mark or own words follow it."""
    for plaats, regel in enumerate(regels[:_MAX_REGELS]):
        if not regel or regel.startswith(">"):
            continue
        if _DOORGESTUURD.fullmatch(regel):
            return len(regels)
        if _SCHEIDING.fullmatch(regel) or _is_kopblok(regels, plaats):
            return plaats - 1 if plaats and _STREEP.fullmatch(regels[plaats - 1]) else plaats
        lengte = _count_aanhef(regels, plaats)
        if lengte:
            return plaats if _is_al_citaat(regels[plaats + lengte :]) else None
    return None


def _count_aanhef(regels: list[str], plaats: int) -> int:
    """Return how many lines the words 'On ... wrote:' take at this line (programs wrap them), 0 when it is not that."""
    if not _AANHEF_BEGIN.match(regels[plaats][:_MAX_AANHEF]):
        return 0
    samen = ""
    for lengte in range(1, 5):
        if plaats + lengte > len(regels) or not regels[plaats + lengte - 1].strip():
            return 0
        samen = f"{samen} {regels[plaats + lengte - 1].strip()}".strip().strip(_ONZICHTBAAR)
        if len(samen) > _MAX_AANHEF:
            return 0
        if samen.endswith((":", "\uff1a")) and _AANHEF.fullmatch(samen):
            return lengte
    return 0


def _is_kopblok(regels: list[str], plaats: int) -> bool:
    """Say whether Outlook's block of From, Sent, To and Subject begins here."""
    if not _VAN.fullmatch(regels[plaats]):
        return False
    return sum(1 for regel in regels[plaats + 1 : plaats + 7] if _KOP.fullmatch(regel)) >= 2


def _is_al_citaat(regels: list[str]) -> bool:
    """Say whether all that follows is history: quoted with '>' to the end, or not quoted with '>' at all."""
    gevuld = [regel for regel in regels if regel.strip()]
    met = sum(1 for regel in gevuld if regel.startswith(">"))
    return met in (0, len(gevuld)) or not gevuld[0].startswith(">")


def _find_slotcitaat(regels: list[str]) -> int:
    """Return the line where the quote at the very end begins, the number of lines when there is none."""
    plaats = len(regels)
    while plaats and (not regels[plaats - 1].strip() or regels[plaats - 1].startswith(">")):
        plaats -= 1
    if not any(regel.startswith(">") for regel in regels[plaats:]):
        return len(regels)
    for lengte in range(1, 5):  # the words 'On ... wrote:' above it go with it
        begin = plaats - lengte
        if begin >= 0 and _count_aanhef(regels, begin) == lengte:
            return begin
    return plaats
