"""The words of messages and their way out."""

from enum import StrEnum


class Berichtsoort(StrEnum):
    """What a message is.

    TUSSENBERICHT: an employee wrote to the client, and the question stays open. ALARM: to an employee, about no question.
    """

    GEWOON = "gewoon"
    ANTWOORD = "antwoord"
    TUSSENBERICHT = "tussenbericht"
    ONTVANGSTBEVESTIGING = "ontvangstbevestiging"
    AUTOMATISCH = "automatisch"
    BOUNCE = "bounce"
    LEESBEVESTIGING = "leesbevestiging"
    ALARM = "alarm"


# What an employee writes; the rest of what leaves is made by the house itself.
GESCHREVEN_SOORTEN = frozenset({Berichtsoort.ANTWOORD, Berichtsoort.TUSSENBERICHT})
# What the house itself makes: it says so to mail programs, so that no robot answers.
AUTOMATISCHE_SOORTEN = frozenset({Berichtsoort.ONTVANGSTBEVESTIGING, Berichtsoort.ALARM})
# What people said to each other.
GESPREKSSOORTEN = GESCHREVEN_SOORTEN | {Berichtsoort.GEWOON}


class Verzendstatus(StrEnum):
    """Where an outgoing message is. ONZEKER: it may have left, and sending it again might double it."""

    GEPLAND = "gepland"
    BEZIG = "bezig"
    VERZONDEN = "verzonden"
    MISLUKT = "mislukt"
    INGETROKKEN = "ingetrokken"
    ONZEKER = "onzeker"
    ONBESTELBAAR = "onbestelbaar"


STATUSNAMEN: dict[Verzendstatus, str] = {
    Verzendstatus.GEPLAND: "Wacht",
    Verzendstatus.BEZIG: "Wordt verstuurd",
    Verzendstatus.VERZONDEN: "Verzonden",
    Verzendstatus.MISLUKT: "Niet verzonden",
    Verzendstatus.INGETROKKEN: "Ingetrokken",
    Verzendstatus.ONZEKER: "Misschien verzonden",
    Verzendstatus.ONBESTELBAAR: "Niet aangekomen",
}
# On their way: one answer to a question at a time may be here.
ONDERWEG = frozenset({Verzendstatus.GEPLAND, Verzendstatus.BEZIG})
# Sent again to the same address; what came back first needs another one.
OPNIEUW_MOGELIJK = frozenset({Verzendstatus.MISLUKT, Verzendstatus.ONZEKER})
# A person has to look.
VRAAGT_AANDACHT = frozenset({Verzendstatus.MISLUKT, Verzendstatus.ONZEKER, Verzendstatus.ONBESTELBAAR})

# Every step that is allowed; the same list stands in a trigger of the database.
VERZENDSTAPPEN: frozenset[tuple[Verzendstatus, Verzendstatus]] = frozenset(
    {
        (Verzendstatus.GEPLAND, Verzendstatus.BEZIG),
        (Verzendstatus.GEPLAND, Verzendstatus.INGETROKKEN),
        (Verzendstatus.BEZIG, Verzendstatus.VERZONDEN),
        (Verzendstatus.BEZIG, Verzendstatus.GEPLAND),
        (Verzendstatus.BEZIG, Verzendstatus.MISLUKT),
        (Verzendstatus.BEZIG, Verzendstatus.ONZEKER),
        # A worker that was thought dead may still bring word that the mail server took the message.
        (Verzendstatus.GEPLAND, Verzendstatus.VERZONDEN),
        (Verzendstatus.ONZEKER, Verzendstatus.VERZONDEN),
        (Verzendstatus.ONZEKER, Verzendstatus.GEPLAND),
        (Verzendstatus.ONZEKER, Verzendstatus.INGETROKKEN),
        (Verzendstatus.ONZEKER, Verzendstatus.ONBESTELBAAR),
        (Verzendstatus.MISLUKT, Verzendstatus.GEPLAND),
        (Verzendstatus.MISLUKT, Verzendstatus.INGETROKKEN),
        (Verzendstatus.VERZONDEN, Verzendstatus.ONBESTELBAAR),
    }
)
