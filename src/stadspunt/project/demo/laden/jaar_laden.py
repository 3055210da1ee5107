"""Load the year behind: clients, contacts, questions, orders, messages and facts, in the transaction of the caller."""

from datetime import date, datetime

from stadspunt.project.demo.jaar import AANTAL, ZAAD, generate_jaar
from stadspunt.project.demo.laden.inrichting import Inrichting
from stadspunt.project.demo.laden.jaar_berichten import list_jaarberichten, load_berichten
from stadspunt.project.demo.laden.jaar_feiten import load_feiten
from stadspunt.project.demo.laden.jaar_overdrachten import load_overdrachten
from stadspunt.project.demo.laden.jaar_vragen import load_vragen
from stadspunt.project.demo.laden.jaarsleutels import build_jaarwereld
from stadspunt.project.demo.laden.partijen_laden import load_partijen
from stadspunt.project.demo.partijen import generate_partijen


def load_jaar(inrichting: Inrichting, begin: datetime, einddatum: date, aantal: int = AANTAL, zaad: int = ZAAD) -> None:
    """Load the year that ends with `einddatum`; `begin` is since when the clients are known."""
    partijen = generate_partijen(zaad)
    partij_ids = load_partijen(inrichting, partijen, begin)
    wereld = build_jaarwereld(inrichting, partijen, partij_ids, list(generate_jaar(einddatum, aantal, zaad)))
    load_vragen(wereld)
    load_overdrachten(wereld)
    berichten = list_jaarberichten(wereld)
    bericht_ids = load_berichten(wereld, berichten)
    load_feiten(wereld, berichten, bericht_ids)
