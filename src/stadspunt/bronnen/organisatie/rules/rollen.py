"""The standard roles with their rights: the data that a new installation starts with.

An administrator may change them afterwards; nothing in the code asks for a role, only for
the pair (purpose, right).
"""

from stadspunt.bronnen.organisatie.rules.doelen import Doel

# Who holds this for a purpose sees every confidential question of the place where he holds it.
VERTROUWELIJK_ZIEN = "klantvraag.vertrouwelijk-zien"

_LEZEN = {
    (Doel.KLANTVRAAG_BEHANDELEN, "klantvraag.lezen"),
    (Doel.KLANTVRAAG_BEHANDELEN, "partij.lezen"),
    (Doel.KLANTVRAAG_BEHANDELEN, "bericht.lezen"),
    (Doel.KLANTVRAAG_BEHANDELEN, "overdracht.lezen"),
    (Doel.KLANTVRAAG_BEHANDELEN, "document.lezen"),
}
_EIGEN = {(Doel.EIGEN_WERKWIJZE, "werkwijze.instellen")}
_KCC = (
    _LEZEN
    | _EIGEN
    | {
        (Doel.KLANTVRAAG_BEHANDELEN, "klantcontact.registreren"),
        (Doel.KLANTVRAAG_BEHANDELEN, "klantvraag.behandelen"),
        (Doel.KLANTVRAAG_BEHANDELEN, "partij.bijhouden"),
        (Doel.KLANTVRAAG_BEHANDELEN, "overdracht.maken"),
        (Doel.KLANTVRAAG_BEHANDELEN, "antwoord.versturen"),
        (Doel.KLANTVRAAG_BEHANDELEN, "verzending.lezen"),
        (Doel.KLANTVRAAG_BEHANDELEN, "verzending.herstellen"),
        (Doel.KLANTVRAAG_BEHANDELEN, "document.bewaren"),
        (Doel.KLANTVRAAG_BEHANDELEN, "concept.bewaren"),
        (Doel.KLANTVRAAG_BEHANDELEN, "tekstblok.gebruiken"),
        (Doel.EIGEN_WERKWIJZE, "tekstblok.gebruiken"),
        (Doel.KLANTVRAAG_BEHANDELEN, "ontvangst.lezen"),
        (Doel.KLANTVRAAG_BEHANDELEN, "ontvangst.herstellen"),
        (Doel.STUREN, "stuurinformatie.lezen"),
        (Doel.STIJLGIDS, "stijlgids.lezen"),
    }
)
_VERTROUWELIJK = {
    (Doel.KLANTVRAAG_BEHANDELEN, VERTROUWELIJK_ZIEN),
    (Doel.KLANTVRAAG_BEHANDELEN, "vertrouwelijkheid.opheffen"),
}
_NOODINZAGE = {(Doel.KLANTVRAAG_BEHANDELEN, "noodinzage.vragen")}
_VAKAFDELING = _EIGEN | {
    (Doel.OVERDRACHT_BEANTWOORDEN, "overdracht.lezen"),
    (Doel.OVERDRACHT_BEANTWOORDEN, "overdracht.teruggeven"),
    (Doel.OVERDRACHT_BEANTWOORDEN, "klantvraag.lezen"),
    (Doel.OVERDRACHT_BEANTWOORDEN, "partij.lezen"),
    (Doel.OVERDRACHT_BEANTWOORDEN, "bericht.lezen"),
    (Doel.OVERDRACHT_BEANTWOORDEN, "document.lezen"),
    (Doel.OVERDRACHT_BEANTWOORDEN, "document.bewaren"),
    (Doel.OVERDRACHT_BEANTWOORDEN, "concept.bewaren"),
    (Doel.OVERDRACHT_BEANTWOORDEN, "tekstblok.gebruiken"),
    (Doel.EIGEN_WERKWIJZE, "tekstblok.gebruiken"),
    (Doel.STIJLGIDS, "stijlgids.lezen"),
}
_STUREN = _EIGEN | {
    (Doel.STUREN, "stuurinformatie.lezen"),
    (Doel.STUREN, "stuurinformatie.alles-tellen"),
    (Doel.STIJLGIDS, "stijlgids.lezen"),
}
_BEHEER = _EIGEN | {
    (Doel.BEHEREN, "beheer.lezen"),
    (Doel.BEHEREN, "beheer.wijzigen"),
    (Doel.BEHEREN, "account.beheren"),
    (Doel.BEHEREN, "aanmeldlogboek.lezen"),
    (Doel.BEHEREN, "techniek.lezen"),
    (Doel.BEHEREN, "techniek.herstellen"),
    (Doel.BEHEREN, "ontvangst.lezen"),
    (Doel.BEHEREN, "ontvangst.herstellen"),
    (Doel.BEHEREN, "verzending.lezen"),
    (Doel.BEHEREN, "verzending.herstellen"),
    (Doel.STUREN, "stuurinformatie.lezen"),
    (Doel.STUREN, "stuurinformatie.alles-tellen"),
    (Doel.STIJLGIDS, "stijlgids.lezen"),
}
_TOEZICHT = _EIGEN | {
    (Doel.BEHEREN, "inzagelogboek.lezen"),
    (Doel.BEHEREN, "noodinzage.toezien"),
    (Doel.BEHEREN, "aanmeldlogboek.lezen"),
    (Doel.BEHEREN, "beheer.lezen"),
}

STANDAARD_ROLLEN: dict[str, tuple[str, frozenset[tuple[str, str]]]] = {
    "klantadviseur": ("Klantadviseur", frozenset(_KCC)),
    "tweedelijner": ("Tweedelijner", frozenset(_KCC | _NOODINZAGE)),
    "teamleider-kcc": ("Teamleider KCC", frozenset(_KCC | _STUREN | _VERTROUWELIJK)),
    "vertrouwensmedewerker": ("Vertrouwensmedewerker KCC", frozenset(_KCC | _VERTROUWELIJK)),
    "behandelaar": ("Behandelaar vakafdeling", frozenset(_VAKAFDELING)),
    "vertrouwensbehandelaar": (
        "Behandelaar vertrouwelijke vragen",
        frozenset(_VAKAFDELING | {(Doel.OVERDRACHT_BEANTWOORDEN, VERTROUWELIJK_ZIEN)}),
    ),
    "redacteur": ("Redacteur", frozenset(_EIGEN | {(Doel.STIJLGIDS, "stijlgids.lezen")})),
    "verbetermanager": ("Verbetermanager", frozenset(_STUREN)),
    "functioneel-beheerder": ("Functioneel beheerder", frozenset(_BEHEER)),
    "privacy-officer": ("Privacy officer", frozenset(_TOEZICHT)),
}
