"""The addresses of the house: each door its own part."""

from importlib.util import find_spec

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

DEUREN = {
    "aanmelden/": "stadspunt.deuren.aanmelden.urls",
    "werkplek/": "stadspunt.deuren.werkplek.urls",
    "afdeling/": "stadspunt.deuren.vakafdeling.urls",
    "mijn/": "stadspunt.deuren.mijn.urls",
    "beheer/": "stadspunt.deuren.beheer.urls",
    "sturing/": "stadspunt.deuren.sturing.urls",
    "stijl/": "stadspunt.fundament.schermen.urls",
}
WEBSITE = "stadspunt.deuren.website.urls"
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
if _exists(WEBSITE):
    # Dutch has the short addresses, English stands under /en/.
    urlpatterns += i18n_patterns(path("", include(WEBSITE)), prefix_default_language=False)

# A database that is away is no fault of the page: 503, with when to come back.
handler500 = "stadspunt.project.gezondheid.storing.storing"
