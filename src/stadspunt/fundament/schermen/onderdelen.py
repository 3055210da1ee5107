"""The frozen values that components draw. A view makes them, a template passes them to a tag."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Niveau(StrEnum):
    """How near a due moment is; the badge always says it in words too."""

    RUIM = "ruim"
    BIJNA = "bijna"
    TE_LAAT = "te-laat"
    KLAAR = "klaar"


@dataclass(frozen=True, slots=True)
class Termijn:
    """A due moment as a list shows it.

    `tekst` is the distance in words ("nog 1 d 3 u"), `uiterlijk` the moment itself in
    words ("di 24 nov 17.00"). Make one with `duur.to_termijn`.
    """

    tekst: str
    niveau: Niveau = Niveau.RUIM
    uiterlijk: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """A link that is one of several: a saved filter, a part of a record."""

    naam: str
    url: str
    telling: int | None = None
    actief: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter that is on; `wis_url` is the same list without it."""

    naam: str
    waarde: str
    wis_url: str


@dataclass(frozen=True, slots=True)
class Kruimel:
    """One step of the way to this page; the last one has no url."""

    naam: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Stap:
    """One step of a process. `stand` is "klaar", "nu" or "straks"."""

    naam: str
    stand: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file that can be downloaded. `gevaar` says in a sentence why it is not opened, empty when it is safe.

    `controle` says what the virus scanner said, shown when there is no `gevaar` that says it.
    """

    naam: str
    grootte: int
    soort: str
    url: str = ""
    gevaar: str = ""
    controle: str = ""


@dataclass(frozen=True, slots=True)
class Feit:
    """One line of a description list: what it is, what it says, where it leads."""

    naam: str
    waarde: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Kerncijfer:
    """A figure with its definition and the list behind it; a figure without either is not shown.

    `verschil` compares in words ("3 meer dan gisteren"); `niveau` colours the edge when it needs attention.
    """

    naam: str
    waarde: str
    berekend: str
    url: str
    eenheid: str = ""
    verschil: str = ""
    niveau: Niveau = Niveau.RUIM


@dataclass(frozen=True, slots=True)
class Contacttab:
    """One running contact in the strip. `duur` is how long it runs, in words; `seconden` the same, to run on by itself."""

    naam: str
    onderwerp: str
    kanaal: str
    icoon: str
    url: str
    duur: str = ""
    actief: bool = False
    onbewaard: bool = False
    seconden: int | None = None


@dataclass(frozen=True, slots=True)
class Concepthaak:
    """Ties a form to the draft of what is typed in it.

    `plek` names the place, `adres` is the page to come back to, `url` is where the draft is posted, `sinds` the moment of this
    page (ISO), `versie` the version that stands in the form (0: none), `om` when that was kept, in words. `meteen`: what stands
    in the form is not kept yet, though nobody types.
    """

    plek: str
    titel: str
    adres: str
    url: str
    sinds: str
    versie: int = 0
    om: str = ""
    meteen: bool = False


@dataclass(frozen=True, slots=True)
class Toast:
    """A short notice about what was just done.

    `ongedaan_url` is posted to in order to undo it, which can be done until `tot`.
    """

    tekst: str
    soort: str = "ok"
    ongedaan_url: str = ""
    tot: datetime | None = None


@dataclass(frozen=True, slots=True)
class Blad:
    """Where in a long list we are; pages count from one, an empty list has one page."""

    nummer: int
    per_blad: int
    totaal: int

    def __post_init__(self) -> None:
        """Refuse what is no page: the number comes from outside and must have been bounded before."""
        if self.per_blad < 1 or self.totaal < 0 or not 1 <= self.nummer <= self.laatste:
            raise ValueError(f"geen blad: {self.nummer} van {self.totaal} per {self.per_blad}")

    @property
    def laatste(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.totaal // self.per_blad))

    @property
    def eerste_regel(self) -> int:
        """The number of the first row on this page, 0 when the list is empty."""
        return (self.nummer - 1) * self.per_blad + 1 if self.totaal else 0

    @property
    def laatste_regel(self) -> int:
        """The number of the last row on this page."""
        return min(self.nummer * self.per_blad, self.totaal)

    @property
    def vorige(self) -> int | None:
        """The page before this one."""
        return self.nummer - 1 if self.nummer > 1 else None

    @property
    def volgende(self) -> int | None:
        """The page after this one."""
        return self.nummer + 1 if self.nummer < self.laatste else None

    def list_nummers(self) -> tuple[int | None, ...]:
        """Return the page numbers to offer: first, last and this one's neighbours; None is a gap."""
        keuze = sorted({1, self.laatste, *range(self.nummer - 1, self.nummer + 2)} & set(range(1, self.laatste + 1)))
        nummers: list[int | None] = []
        for nummer in keuze:
            vorig = nummers[-1] if nummers else nummer - 1
            if vorig is not None and nummer - vorig == 2:
                nummers.append(nummer - 1)
            elif vorig is not None and nummer - vorig > 2:
                nummers.append(None)
            nummers.append(nummer)
        return tuple(nummers)
