"""Raw messages in files: a message, a folder, a Maildir or an mbox."""

import mailbox
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from stadspunt.stromen.intake.rules.kopregels import read_kopregels
from stadspunt.stromen.intake.rules.ontvangst import MAX_BYTES

_KOP_BYTES = 64 * 1024
_MAILKOPPEN = frozenset({"from", "to", "subject", "date", "message-id", "received", "return-path", "mime-version"})
_OUTLOOK = b"\xd0\xcf\x11\xe0"
_ARCHIEVEN = (b"PK\x03\x04", b"!BDN", b"\x1f\x8b")


@dataclass(frozen=True, slots=True)
class Stuk:
    """One message somewhere in the files: what it is called in the report, how large it is, and how to read it."""

    bron: str
    grootte: int
    read: Callable[[], bytes]


def list_stukken(paden: Sequence[Path]) -> list[Stuk]:
    """Return all messages below these paths, in the order of their names; nothing is read into memory yet."""
    return [stuk for pad in paden for stuk in _walk(pad)]


def check_stuk(ruw: bytes) -> str:
    """Return in Dutch why these bytes are no e-mail and what to do, '' when they are one."""
    if not ruw.strip():
        return "Dit bestand is leeg."
    if ruw.startswith(_OUTLOOK):
        return "Dit is een bestand van Outlook (.msg). Bewaar het bericht als .eml en probeer het opnieuw."
    if ruw.startswith(_ARCHIEVEN):
        return "Dit is een archief. Pak het eerst uit."
    koppen = {naam for naam, _ in read_kopregels(ruw[:_KOP_BYTES], 0, min(len(ruw), _KOP_BYTES)).regels}
    return "" if koppen & _MAILKOPPEN else "Dit lijkt geen e-mail: er staat geen afzender, datum of onderwerp in."


def check_grootte(stuk: Stuk) -> str:
    """Return why a message is too large to take in, '' when it is not."""
    return "" if stuk.grootte <= MAX_BYTES else f"Dit bericht is groter dan {MAX_BYTES // (1024 * 1024)} MB."


def _walk(pad: Path) -> Iterator[Stuk]:
    if not pad.is_dir():
        yield from _open(pad)
        return
    # A Maildir keeps half-written messages in tmp; a mail server keeps its administration next to the messages.
    is_maildir = (pad / "cur").is_dir() and (pad / "new").is_dir()
    for kind in sorted(pad.iterdir()):
        if is_maildir and (kind.name == "tmp" or kind.is_file()):
            continue
        if kind.is_dir() or kind.is_file():
            yield from _walk(kind)


def _open(pad: Path) -> Iterator[Stuk]:
    with pad.open("rb") as bestand:
        is_mbox = bestand.read(5) == b"From "
    if not is_mbox:
        yield Stuk(str(pad), pad.stat().st_size, pad.read_bytes)
        return
    doos = mailbox.mbox(pad, create=False)
    for sleutel in doos.iterkeys():
        begin, einde = doos._toc[sleutel]  # type: ignore[attr-defined]
        yield Stuk(f"{pad}#{int(sleutel) + 1}", einde - begin, partial(doos.get_bytes, sleutel))
