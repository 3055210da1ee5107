"""To which question a message may belong: the traces, best first. Whether it does, is decided where the questions are."""

from dataclasses import dataclass

from stadspunt.fundament.waarden.nummer import Nummer, find_nummers
from stadspunt.stromen.intake.rules.mailbericht import Mailbericht


@dataclass(frozen=True, slots=True)
class Draadsporen:
    """Identifiers of messages that this one follows, nearest first, and question numbers in its subject.

    Both are claims of the sender: anybody can copy an identifier or a number. Whoever is not a party to the question must
    not see its history because of them.
    """

    message_ids: tuple[str, ...]
    nummers: tuple[Nummer, ...]


def find_draad(bericht: Mailbericht) -> Draadsporen:
    """Return the traces of earlier messages.

    A report points first to the message it is about; then In-Reply-To, then References from new to old (RFC 5322,
    section 3.6.4). The own identifier is left out: some programs refer to themselves.
    """
    ids = [bounce.oorspronkelijk_message_id for bounce in bericht.bounces]
    ids += [bericht.rapport_over, bericht.in_reply_to, *reversed(bericht.references)]
    eigen = bericht.message_id
    return Draadsporen(
        message_ids=tuple(dict.fromkeys(id_ for id_ in ids if id_ and id_ != eigen)),
        nummers=find_nummers(bericht.onderwerp),
    )
