"""What can be odd about a message, in words for the member of staff who reads it."""

from stadspunt.stromen.intake.rules.mailbericht import Waarschuwing

TEKSTEN = {
    "afbeelding-niet-geladen": "Afbeeldingen van andere websites laten wij niet zien.",
    "adressen-weggelaten": "Niet alle geadresseerden staan in dit overzicht.",
    "base64-onzuiver": "Een deel van het bericht was beschadigd. Er kan iets ontbreken.",
    "bericht-in-stukken": "Dit is een deel van een bericht dat in stukken is verstuurd.",
    "bijlagen-weggelaten": "Er zijn meer bijlagen dan wij laten zien. Ze staan in het oorspronkelijke bericht.",
    "codering-klopte-niet": "Een deel van het bericht was anders gecodeerd dan erbij stond.",
    "datum-onleesbaar": "De verzenddatum in het bericht is niet te lezen.",
    "delen-weggelaten": "Het bericht heeft meer onderdelen dan wij lezen. Ze staan in het oorspronkelijke bericht.",
    "geen-afzender": "In het bericht staat geen afzender.",
    "grens-ontbreekt": "De onderdelen van het bericht waren niet goed gescheiden.",
    "html-onleesbaar": "De opgemaakte vorm van het bericht is niet te lezen. U ziet de platte tekst.",
    "html-te-lang": "Het bericht is te lang om helemaal te laten zien. Het hele bericht staat bij de bijlagen.",
    "kop-te-lang": "De kop van het bericht was te lang. Een deel is niet gelezen.",
    "link-misleidt": "Een link gaat naar een ander adres dan er staat. Controleer het adres.",
    "meer-afzenders": "In het bericht staan meer afzenders. U ziet de eerste.",
    "mojibake-hersteld": "Letters met accenten waren beschadigd. Wij hebben ze hersteld.",
    "ondertekening-onleesbaar": "Het ondertekende deel van het bericht is niet te lezen.",
    "onderwerp-ingekort": "Het onderwerp was te lang en is ingekort.",
    "tekenset-fout": "De tekenset gaf een fout. Sommige letters kunnen verkeerd zijn.",
    "tekenset-klopte-niet": "De tekenset klopte niet. Wij hebben een andere gebruikt.",
    "te-diep-genest": "Het bericht heeft te veel lagen. De diepste lagen staan bij de bijlagen.",
    "tekst-te-lang": "De tekst is te lang om helemaal te laten zien. De hele tekst staat bij de bijlagen.",
    "versleuteld": "Dit bericht is versleuteld. StadsPunt kan het niet lezen.",
    "winmail-onleesbaar": "Het bestand winmail.dat is niet te lezen. U vindt het bij de bijlagen.",
}


class Waarschuwingen:
    """Gathers codes while a message is read; each code counts once."""

    def __init__(self) -> None:
        self._codes: dict[str, None] = {}

    def add(self, code: str) -> None:
        """Note `code`, which must be one of TEKSTEN; '' is no warning."""
        if code:
            self._codes[code] = None

    def __contains__(self, code: str) -> bool:
        """Say whether `code` was noted."""
        return code in self._codes

    def to_tuple(self) -> tuple[Waarschuwing, ...]:
        """Return the warnings in the order in which they arose."""
        return tuple(Waarschuwing(code, TEKSTEN[code]) for code in self._codes)
