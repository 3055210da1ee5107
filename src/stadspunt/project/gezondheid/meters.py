"""Gauges that are read from the database at the moment Prometheus asks.

A room or door registers its own with `register_meter`; a meter that fails is left out and
counted, because one broken query must not hide all other figures.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import structlog
from django.conf import settings
from django.db import connection
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

Waarden = float | Mapping[str, float]
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Meter:
    """A figure with its explanation; `etiket` names the label when `functie` returns a value per label."""

    naam: str
    uitleg: str
    functie: Callable[[], Waarden]
    etiket: str


_meters: dict[str, Meter] = {}


def register_meter(naam: str, uitleg: str, functie: Callable[[], Waarden], etiket: str = "soort") -> None:
    """Show `stadspunt_<naam>` at `/metrics`: one value, or one per label when `functie` returns a mapping.

    No label may hold what a resident wrote or who it was.
    """
    _meters[naam] = Meter(naam, uitleg, functie, etiket)


class MetersCollector(Collector):
    """Asks every registered meter."""

    def collect(self) -> Iterator[Metric]:
        """Return the figures of now."""
        mislukt = GaugeMetricFamily("stadspunt_meter_mislukt", "Meters die niet gelezen konden worden", labels=["meter"])
        for meter in list(_meters.values()):
            try:
                yield _measure(meter)
            except Exception:
                log.warning("meter_mislukt", meter=meter.naam, exc_info=True)
                mislukt.add_metric([meter.naam], 1)
        yield mislukt

    def describe(self) -> Iterable[Metric]:
        """Return nothing: asking at registration would query the database before it is there."""
        return ()


def _measure(meter: Meter) -> Metric:
    waarden = meter.functie()
    if isinstance(waarden, Mapping):
        familie = GaugeMetricFamily(f"stadspunt_{meter.naam}", meter.uitleg, labels=[meter.etiket])
        for etiket, waarde in waarden.items():
            familie.add_metric([etiket], waarde)
        return familie
    return GaugeMetricFamily(f"stadspunt_{meter.naam}", meter.uitleg, value=waarden)


def _query(sql: str) -> list[tuple[str, float]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [(str(rij[0]), float(rij[1])) for rij in cursor.fetchall()]


def count_taken() -> Mapping[str, float]:
    """How many jobs stand in the queue, by status."""
    return dict(_query("SELECT status, count(*) FROM procrastinate_jobs GROUP BY status"))


def measure_oudste_taak() -> float:
    """How many seconds the job that has waited longest has been due."""
    rijen = _query(
        """
        SELECT 'oudste', coalesce(extract(epoch FROM now() - min(coalesce(taak.scheduled_at, gebeurtenis.at))), 0)
        FROM procrastinate_jobs taak
        LEFT JOIN procrastinate_events gebeurtenis ON gebeurtenis.job_id = taak.id AND gebeurtenis.type = 'deferred'
        WHERE taak.status = 'todo' AND (taak.scheduled_at IS NULL OR taak.scheduled_at <= now())
        """
    )
    return rijen[0][1]


def count_verwerkers() -> float:
    """How many workers beat their heart in the last half minute."""
    return _query("SELECT 'levend', count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - interval '35 seconds'")[0][
        1
    ]


def measure_database() -> float:
    """How many bytes the database takes."""
    return _query("SELECT 'omvang', pg_database_size(current_database())")[0][1]


def measure_schijf() -> float:
    """How many bytes are free where the data stands."""
    return shutil.disk_usage(settings.STADSPUNT_DATA).free


register_meter("taken", "Taken in de wachtrij", count_taken, etiket="status")
register_meter("taken_oudste_seconden", "Wachttijd van de oudste taak die aan de beurt is", measure_oudste_taak)
register_meter("taken_verwerkers", "Verwerkers van taken die leven", count_verwerkers)
register_meter("database_bytes", "Omvang van de database", measure_database)
register_meter("schijf_vrij_bytes", "Vrije ruimte op de schijf met de gegevens", measure_schijf)
