"""The small city all tests live in: a still clock and named people whose names tell their rights.

Kim (KCC), Tess (second line), Bram (Belastingen), Vera (Vergunningen), Rian (editor), Fatma
(administrator), Pien (privacy officer), Gast (nothing), Joost Jansen (resident).
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.db import connection
from django.test import Client
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from stadspunt.bronnen.organisatie.actions import (
    add_afdeling,
    add_gemeente,
    add_ingang,
    add_medewerker,
    add_team,
    assign_rol,
)
from stadspunt.bronnen.organisatie.actorbron import build_actor
from stadspunt.bronnen.organisatie.queries import get_kanaal
from stadspunt.bronnen.organisatie.rules.doelen import Doel
from stadspunt.bronnen.organisatie.rules.woorden import Ingangsoort
from stadspunt.bronnen.partijen.actions import register_partij
from stadspunt.bronnen.partijen.rules import Partijgegevens
from stadspunt.bronnen.producten.actions import add_product, add_snelcode
from stadspunt.bronnen.producten.rules import Productgegevens
from stadspunt.bronnen.termijnen.actions import load_feestdagen
from stadspunt.fundament.tijd.klok import _stilstaand, get_moment
from stadspunt.fundament.toegang.actor import Handeling, Raadpleging, build_systeem
from stadspunt.fundament.toegang.models import Account
from stadspunt.stromen.klantcontacten.actions.registreren import register_klantcontact
from stadspunt.stromen.klantcontacten.rules import NieuwContact, NieuweVraag

# A Tuesday, ten past ten in the morning in the Netherlands.
NU = datetime(2026, 11, 24, 9, 10, tzinfo=UTC)
WACHTWOORD = "lindebloesem-thee-24"


@dataclass
class Stad:
    """The city: ids by name, acts of named people, and hands to move the clock and do the work of the workers."""

    gemeente_id: int
    teams: dict[str, int] = field(default_factory=dict)
    afdelingen: dict[str, int] = field(default_factory=dict)
    ingangen: dict[str, int] = field(default_factory=dict)
    producten: dict[str, int] = field(default_factory=dict)
    snelcodes: dict[str, int] = field(default_factory=dict)
    medewerkers: dict[str, int] = field(default_factory=dict)
    partijen: dict[str, int] = field(default_factory=dict)

    def handeling(self, wie: str = "kim", doel: str = Doel.KLANTVRAAG_BEHANDELEN) -> Handeling:
        """Return an act of a person, with the rights that hold at this moment."""
        account = Account.objects.get(login=wie)
        actor = build_actor(account.pk)
        assert actor is not None, f"{wie} heeft geen rol"
        return Handeling(actor, doel, get_moment())

    def raadpleging(self, wie: str = "kim", doel: str = Doel.KLANTVRAAG_BEHANDELEN) -> Raadpleging:
        """Return a look of a person."""
        return self.handeling(wie, doel).raadpleging

    def systeem(self) -> Handeling:
        """Return an act of the system itself."""
        return build_systeem("proef", get_moment())

    def browser(self, wie: str | None = None) -> Client:
        """Return a test client, signed in as `wie` (None: a visitor)."""
        client = Client()
        if wie is not None:
            client.force_login(Account.objects.get(login=wie))
        return client

    @property
    def kim(self) -> Client:
        """Kim of the KCC, signed in."""
        return self.browser("kim")

    def vooruit(self, **duur: float) -> None:
        """Let the clock go forward by a timedelta's arguments (minutes=20)."""
        _stilstaand.set(get_moment() + timedelta(**duur))

    def kanaal(self, slug: str) -> int:
        """Return the id of a channel."""
        return get_kanaal(slug).id

    def klantvraag(self, onderwerp: str = "Wanneer is de milieustraat open?", **anders: Any) -> int:
        """Register a question by telephone for Joost (Kim does it) and return its id; `anders` fits NieuweVraag/NieuwContact."""
        wie = anders.pop("wie", "kim")
        vraagvelden = {naam: anders.pop(naam) for naam in ("toelichting", "product_id", "antwoord") if naam in anders}
        contact = NieuwContact(
            gemeente_id=self.gemeente_id,
            kanaal_id=anders.pop("kanaal_id", self.kanaal("telefoon")),
            team_id=anders.pop("team_id", self.teams["mit"]),
            gebeurd_op=anders.pop("gebeurd_op", get_moment()),
            partij_id=anders.pop("partij_id", self.partijen["joost"]),
            vragen=(NieuweVraag(onderwerp, **vraagvelden),),
            **anders,
        )
        handeling = self.systeem() if wie == "systeem" else self.handeling(wie)
        return register_klantcontact(handeling, contact).klantvraag_ids[0]

    def werk(self) -> int:
        """Do every job that is due, as a worker would, until none is left; returns how many."""
        gedaan = 0
        while True:
            wachtend = [
                job
                for job in ProcrastinateJob.objects.filter(status="todo").order_by("id")
                if job.scheduled_at is None or job.scheduled_at <= get_moment()
            ]
            if not wachtend:
                return gedaan
            for job in wachtend:
                with connection.cursor() as cursor:
                    cursor.execute("DELETE FROM procrastinate_jobs WHERE id = %s", [job.pk])
                app.tasks[job.task_name].func(**job.args)
                gedaan += 1


def wipe_stad() -> None:
    """Empty a committed database: the city, and the jobs, whose table is not Django's and survives a flush."""
    call_command("flush", interactive=False)
    wipe_taken()


def wipe_taken() -> None:
    """Empty the queue: a test that committed may have left work in it, and a flush does not know that table."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


def build_stad() -> Stad:
    """Build the city through the actions of the rooms."""
    systeem = build_systeem("proef", get_moment())
    stad = Stad(add_gemeente(systeem, "Lindewaard", "lindewaard", "lindewaard.example", "14 000"))
    _build_organisatie(systeem, stad)
    _build_mensen(systeem, stad)
    _build_producten(systeem, stad)
    for jaar in (2026, 2027):
        load_feestdagen(systeem, stad.gemeente_id, jaar)
    stad.partijen["joost"] = register_partij(
        systeem, stad.gemeente_id, Partijgegevens("Joost Jansen", "joost.jansen@example.org", "06 12345678")
    )
    return stad


def _build_organisatie(systeem: Handeling, stad: Stad) -> None:
    for slug, naam in (("mit", "Mail, internet en telefoon"), ("balie", "Balie"), ("post", "Post")):
        stad.teams[slug] = add_team(systeem, stad.gemeente_id, naam, slug)
    for slug, naam in (("belastingen", "Belastingen"), ("vergunningen", "Vergunningen")):
        stad.afdelingen[slug] = add_afdeling(systeem, stad.gemeente_id, naam, slug)
    for sleutel, kanaal, team, soort, waarde in (
        ("info", "email", "mit", Ingangsoort.POSTBUS, "info@lindewaard.example"),
        ("parkeren", "email", "mit", Ingangsoort.POSTBUS, "parkeren@lindewaard.example"),
        ("formulier", "internet", "mit", Ingangsoort.FORMULIER, "contact"),
        ("nummer", "telefoon", "mit", Ingangsoort.NUMMER, "14000"),
        ("balie", "balie", "balie", Ingangsoort.BALIE, "stadhuis"),
        ("post", "post", "post", Ingangsoort.ADRES, "postbus 1"),
    ):
        naam = waarde.capitalize()
        stad.ingangen[sleutel] = add_ingang(systeem, stad.gemeente_id, kanaal, stad.teams[team], soort, naam, waarde)


def _build_mensen(systeem: Handeling, stad: Stad) -> None:
    for login, naam, rol, team, afdeling in (
        ("kim", "Kim de Wit", "klantadviseur", "mit", None),
        ("tess", "Tess Yilmaz", "tweedelijner", "mit", None),
        ("bram", "Bram Vos", "behandelaar", None, "belastingen"),
        ("vera", "Vera Smit", "behandelaar", None, "vergunningen"),
        ("rian", "Rian Bakker", "redacteur", None, None),
        ("fatma", "Fatma Kaya", "functioneel-beheerder", None, None),
        ("pien", "Pien Mulder", "privacy-officer", None, None),
        ("gast", "Gast Gastsen", None, None, None),
    ):
        wie = add_medewerker(systeem, naam, login, "", f"{login}@lindewaard.example")
        stad.medewerkers[login] = wie
        if rol:
            assign_rol(
                systeem, wie, rol, stad.gemeente_id,
                team_id=stad.teams[team] if team else None, afdeling_id=stad.afdelingen[afdeling] if afdeling else None,
            )  # fmt: skip

    Account.objects.filter(login__in=stad.medewerkers).update(password=_get_hash())


@cache
def _get_hash() -> str:
    """Return the hash of everybody's password: slow on purpose, and each committing test builds a city."""
    return make_password(WACHTWOORD)


def _build_producten(systeem: Handeling, stad: Stad) -> None:
    for slug, naam, afdeling, norm in (
        ("parkeervergunning", "Parkeervergunning", "vergunningen", 3),
        ("bezwaar-belasting", "Bezwaar tegen een belastingaanslag", "belastingen", None),
    ):
        gegevens = Productgegevens(naam, slug, stad.afdelingen[afdeling], norm_werkdagen=norm)
        stad.producten[slug] = add_product(systeem, stad.gemeente_id, gegevens)
    stad.snelcodes["mi"] = add_snelcode(
        systeem, stad.gemeente_id, "mi", "Openingstijden milieustraat", "De milieustraat is open van maandag tot en met zaterdag."
    )
