"""The addresses of the house: each door its own part."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

DEUREN = {
    "aanmelden/": "stadspunt.deuren.aanmelden.urls",
    "werkplek/": "stadspunt.deuren.werkplek.urls",
    "afdeling/": "stadspunt.deuren.vakafdeling.urls",
    "beheer/": "stadspunt.deuren.beheer.urls",
    "sturing/": "stadspunt.deuren.sturing.urls",
    "stijl/": "stadspunt.fundament.schermen.urls",
    "": "stadspunt.deuren.website.urls",
}
GEZONDHEID = "stadspunt.project.gezondheid.urls"


def _exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


urlpatterns: list[URLPattern | URLResolver] = [
    path(pad, include(module)) for pad, module in {"": GEZONDHEID}.items() if _exists(module)
]
urlpatterns += [path(pad, include(module)) for pad, module in DEUREN.items() if _exists(module)]
