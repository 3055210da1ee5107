"""Charts as SVG from the server, each with its figures in a table.

No script, no style attribute (the CSP forbids both), and never colour alone: bars carry their
figure, lines a mark and a dash of their own, stacked parts a pattern. Texts are escaped here.
"""

from dataclasses import dataclass
from itertools import pairwise

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from stadspunt.fundament.schermen.assenstelsel import Schaal, build_schaal, format_getal

_BREED = 640.0
_MAX_REEKSEN = 6
_LANGSTE_NAAM = 32
_HOOGTE = 13.0  # height of a figure at the size of the labels, in units
_TEKEN = 7.2  # width of an average character at the size of the labels, in units


@dataclass(frozen=True, slots=True)
class Reeks:
    """One series; a value is None where nothing was measured, which is not the same as 0."""

    naam: str
    waarden: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Grafiek:
    """What a chart shows. `id` is unique on the page; `omschrijving` says in one sentence what can be seen.

    Raises ValueError when a series does not fit the categories, a value is negative, or there
    are more series than can be told apart.
    """

    id: str
    titel: str
    omschrijving: str
    categorie: str
    categorieen: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    eenheid: str = ""
    norm: float | None = None
    norm_naam: str = "Norm"

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn honestly."""
        if not self.id.replace("-", "").isalnum():
            raise ValueError("het id van een grafiek heeft alleen letters, cijfers en streepjes")
        if not self.categorieen or not 1 <= len(self.reeksen) <= _MAX_REEKSEN:
            raise ValueError(f"een grafiek heeft categorieen en 1 tot {_MAX_REEKSEN} reeksen")
        for reeks in self.reeksen:
            if len(reeks.waarden) != len(self.categorieen):
                raise ValueError(f"reeks {reeks.naam} past niet bij de categorieen")
            if any(waarde is not None and waarde < 0 for waarde in reeks.waarden):
                raise ValueError(f"reeks {reeks.naam} heeft een negatieve waarde")

    def list_rijen(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the rows of the table: category and its figures as text, "–" for not measured."""
        return tuple(
            (naam, tuple(_format(reeks.waarden[plek]) for reeks in self.reeksen)) for plek, naam in enumerate(self.categorieen)
        )


def _kort(naam: str) -> str:
    """Return `naam` as it fits before a bar; the table has it whole."""
    return naam if len(naam) <= _LANGSTE_NAAM else f"{naam[: _LANGSTE_NAAM - 1].rstrip()}…"


def _format(waarde: float | None) -> str:
    return "–" if waarde is None else format_getal(waarde)


def render_staafgrafiek(grafiek: Grafiek) -> SafeString:
    """Return lying bars, one per category with its figure behind it; takes exactly one series."""
    if len(grafiek.reeksen) != 1:
        raise ValueError("een staafgrafiek heeft precies een reeks")
    waarden = grafiek.reeksen[0].waarden
    links = max(len(_kort(naam)) for naam in grafiek.categorieen) * _TEKEN + 12
    schaal = build_schaal(max([*(w or 0 for w in waarden), grafiek.norm or 0]), links, _BREED - 56)
    rij, hoog = 30.0, 30.0 * len(waarden) + 8
    delen = [_streep_staand(schaal.plaats(0), 0, hoog, "grafiek__as")]
    delen += [_teken_liggende_staaf(links, plek * rij + 4, schaal, waarde) for plek, waarde in enumerate(waarden)]
    if grafiek.norm is not None:
        x = schaal.plaats(grafiek.norm)
        delen.append(_streep_staand(x, 0, hoog, "grafiek__norm"))
        delen.append(_tekst(x, hoog + 14, _get_normtekst(grafiek), "grafiek__label grafiek__label--midden"))
    for plek, (naam, waarde) in enumerate(zip(grafiek.categorieen, waarden, strict=True)):
        y = plek * rij + 20
        delen.append(_tekst(links - 10, y, _kort(naam), "grafiek__label grafiek__label--eind"))
        delen.append(_tekst(_place_waarde(schaal, waarde, grafiek.norm), y, _format(waarde), "grafiek__waarde"))
    return _render_figuur(grafiek, delen, hoog + (20 if grafiek.norm is not None else 0))


def _place_waarde(schaal: Schaal, waarde: float | None, norm: float | None) -> float:
    """Return where the figure behind a bar begins; past the line of the norm when that would run through it."""
    x = schaal.plaats(waarde or 0) + 7
    streep = schaal.plaats(norm) if norm is not None else 0
    return streep + 7 if x - 4 < streep < x + len(_format(waarde)) * _TEKEN + 4 else x


def render_lijngrafiek(grafiek: Grafiek) -> SafeString:
    """Return lines over the categories; a value that was not measured leaves a gap."""
    hoog = 260.0
    hoogste = max([*(w or 0 for reeks in grafiek.reeksen for w in reeks.waarden), grafiek.norm or 0])
    schaal = build_schaal(hoogste, hoog - 34, 14)
    plekken = _compute_plekken(grafiek, aan_de_rand=True)
    delen = _teken_raster(schaal, grafiek, plekken)
    for nummer, reeks in enumerate(grafiek.reeksen, start=1):
        punten = [
            None if waarde is None else (x, schaal.plaats(waarde)) for x, waarde in zip(plekken, reeks.waarden, strict=True)
        ]
        for van, naar in pairwise(punten):
            if van and naar:
                delen.append(
                    f'<line class="grafiek__lijn grafiek__reeks-{nummer}" '
                    f'x1="{van[0]:g}" y1="{van[1]:g}" x2="{naar[0]:g}" y2="{naar[1]:g}"/>'
                )
        delen.extend(_teken_merk(nummer, *punt) for punt in punten if punt)
    return _render_figuur(grafiek, delen, hoog, merk="punt")


def render_stapelgrafiek(grafiek: Grafiek) -> SafeString:
    """Return standing bars in which the series lie on each other, with the total on top."""
    hoog = 280.0
    totalen = [sum(reeks.waarden[plek] or 0 for reeks in grafiek.reeksen) for plek in range(len(grafiek.categorieen))]
    schaal = build_schaal(max([*totalen, grafiek.norm or 0]), hoog - 34, 22)
    plekken = _compute_plekken(grafiek, aan_de_rand=False)
    breed = round(min(56.0, (_BREED - 60) / len(plekken) * 0.7), 1)
    delen = _teken_raster(schaal, grafiek, plekken)
    for plek, x in enumerate(plekken):
        onder = 0.0
        for nummer, reeks in enumerate(grafiek.reeksen, start=1):
            waarde = reeks.waarden[plek] or 0
            if waarde:
                hoogten = (schaal.plaats(onder + waarde), schaal.plaats(onder))
                delen.append(_teken_stapeldeel(grafiek.id, nummer, x - breed / 2, breed, *hoogten))
            onder += waarde
        y = schaal.plaats(onder) - 6
        if grafiek.norm is not None and y - _HOOGTE < schaal.plaats(grafiek.norm) < y + 3:
            y = schaal.plaats(grafiek.norm) - 6
        delen.append(_tekst(x, y, format_getal(onder), "grafiek__waarde grafiek__label--midden"))
    return _render_figuur(grafiek, delen, hoog, merk="vlak")


def _compute_plekken(grafiek: Grafiek, *, aan_de_rand: bool) -> tuple[float, ...]:
    """Return where each category stands: points from edge to edge, or the middles of columns."""
    links, rechts, aantal = 48.0, _BREED - 12, len(grafiek.categorieen)
    if aan_de_rand and aantal > 1:
        links, rechts = links + 12, rechts - 12
        return tuple(round(links + (rechts - links) * plek / (aantal - 1), 1) for plek in range(aantal))
    return tuple(round(links + (rechts - links) * (plek + 0.5) / aantal, 1) for plek in range(aantal))


def _teken_raster(schaal: Schaal, grafiek: Grafiek, plekken: tuple[float, ...]) -> list[str]:
    delen = []
    for waarde in schaal.list_strepen():
        y = schaal.plaats(waarde)
        klasse = "grafiek__as" if waarde == 0 else "grafiek__raster"
        delen.append(f'<line class="{klasse}" x1="48" y1="{y:g}" x2="{_BREED - 12:g}" y2="{y:g}"/>')
        delen.append(_tekst(40, y + 5, format_getal(waarde), "grafiek__label grafiek__label--eind"))
    langste = max(len(naam) for naam in grafiek.categorieen) * _TEKEN + 10
    per = max(1, -(-int(langste * len(plekken)) // int(_BREED - 60)))
    for plek, (naam, x) in enumerate(zip(grafiek.categorieen, plekken, strict=True)):
        if plek % per == 0:
            delen.append(_tekst(x, schaal.van + 20, naam, "grafiek__label grafiek__label--midden"))
    if grafiek.norm is not None:
        y = schaal.plaats(grafiek.norm)
        delen.append(f'<line class="grafiek__norm" x1="48" y1="{y:g}" x2="{_BREED - 12:g}" y2="{y:g}"/>')
        delen.append(_tekst(_BREED - 12, y - 5, _get_normtekst(grafiek), "grafiek__label grafiek__label--eind"))
    return delen


def _get_normtekst(grafiek: Grafiek) -> str:
    return f"{grafiek.norm_naam} {_format(grafiek.norm)}"


def _teken_liggende_staaf(links: float, y: float, schaal: Schaal, waarde: float | None) -> str:
    """Draw nothing for what was not measured, and a bar of no width for zero."""
    if waarde is None:
        return ""
    breed = round(schaal.plaats(waarde) - links, 1)
    return f'<rect class="grafiek__vlak grafiek__reeks-1" x="{links:g}" y="{y:g}" width="{breed:g}" height="22" rx="2"/>'


def _teken_stapeldeel(grafiek_id: str, nummer: int, x: float, breed: float, boven: float, onder: float) -> str:
    maten = f'x="{round(x, 1):g}" y="{boven:g}" width="{breed:g}" height="{round(onder - boven, 1):g}"'
    vlak = f'<rect class="grafiek__vlak grafiek__reeks-{nummer}" {maten}/>'
    patroon = f'<rect fill="url(#{grafiek_id}-patroon-{nummer})" {maten}/>' if nummer > 1 else ""
    return vlak + patroon


def _teken_merk(nummer: int, x: float, y: float) -> str:
    """Draw the mark of a series: round, square, triangle, diamond, open round, open square."""
    klasse = f'class="grafiek__merk grafiek__reeks-{nummer}"'
    if nummer in (1, 5):
        return f'<circle {klasse} cx="{x:g}" cy="{y:g}" r="4"/>'
    if nummer in (2, 6):
        return f'<rect {klasse} x="{round(x - 3.8, 1):g}" y="{round(y - 3.8, 1):g}" width="7.6" height="7.6"/>'
    punten = ((0, -5), (4.8, 3.6), (-4.8, 3.6)) if nummer == 3 else ((0, -5), (5, 0), (0, 5), (-5, 0))
    pad = " ".join(f"{round(x + dx, 1):g},{round(y + dy, 1):g}" for dx, dy in punten)
    return f'<polygon {klasse} points="{pad}"/>'


def _streep_staand(x: float, boven: float, onder: float, klasse: str) -> str:
    return f'<line class="{klasse}" x1="{x:g}" y1="{boven:g}" x2="{x:g}" y2="{onder:g}"/>'


def _tekst(x: float, y: float, tekst: str, klasse: str) -> str:
    return f'<text class="{klasse}" x="{round(x, 1):g}" y="{round(y, 1):g}">{escape(tekst)}</text>'


def _render_figuur(grafiek: Grafiek, delen: list[str], hoog: float, merk: str = "") -> SafeString:
    context = {
        "grafiek": grafiek,
        # every text in it went through `_tekst`, which escapes
        "tekening": mark_safe("".join(delen)),  # noqa: S308
        "breed": f"{_BREED:g}",
        "hoog": f"{hoog:g}",
        "merk": merk,
        "legenda": [
            (nummer, reeks.naam, mark_safe(_teken_merk(nummer, 14, 7)))  # noqa: S308
            for nummer, reeks in enumerate(grafiek.reeksen, start=1)
        ],
    }
    return render_to_string("schermen/delen/grafiek.html", context)
