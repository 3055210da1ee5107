"""What is shipped is complete, fresh and without inline code."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template, render_to_string
from django.utils import translation

from stadspunt.fundament.schermen.bundel import DOEL, MAP, build_bundel
from stadspunt.fundament.schermen.vertalen import is_vers, list_po, read_po

APP = MAP.parent.parent
TEMPLATES = sorted((APP / "templates").rglob("*.html"))
_INLINE = re.compile(r"""\sstyle\s*=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+\s*=\s*["']|javascript:|hx-on""", re.IGNORECASE)


def test_the_bundle_is_what_the_parts_say() -> None:
    assert DOEL.read_text() == build_bundel(), "run: python -m stadspunt.fundament.schermen.bundel"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda pad: pad.name)
def test_no_template_has_inline_style_or_script(template: Path) -> None:
    assert not _INLINE.search(template.read_text())


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda pad: pad.name)
def test_every_template_can_be_compiled(template: Path) -> None:
    get_template(str(template.relative_to(APP / "templates")))


def test_every_icon_that_code_or_template_names_is_in_the_sprite() -> None:
    sprite = set(re.findall(r'<symbol id="([^"]+)"', (MAP / "iconen.svg").read_text()))
    patroon = re.compile(r"""(?:\{% icoon |icoon=)"([^"]+)\"""")
    genoemd = {naam for pad in TEMPLATES for naam in patroon.findall(pad.read_text()) if "|" not in naam}
    assert genoemd
    assert genoemd <= sprite


def test_every_file_that_css_asks_for_is_there() -> None:
    for naam in re.findall(r'url\("(?!data:)([^"]+)"\)', DOEL.read_text()):
        assert (MAP / naam).is_file(), naam


def test_vendored_css_and_font_carry_their_licence() -> None:
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in (MAP / "utrecht-LICENSE.md").read_text()
    assert "SIL Open Font License, Version 1.1" in (MAP / "lettertype" / "OFL.txt").read_text()


def test_own_script_stays_a_few_kilobytes() -> None:
    assert sum(pad.stat().st_size for pad in (MAP / "js").glob("*.js")) < 48_000


@pytest.mark.parametrize("code", ["400", "403", "404", "500", "503"])
def test_an_error_page_can_be_drawn_with_nothing_known(code: str) -> None:
    html = render_to_string(f"{code}.html")
    assert html.count("<h1>") == 1
    assert "<script" not in html


def test_the_english_catalogue_is_compiled() -> None:
    (po,) = list_po(APP)
    assert is_vers(po), "run: python -m stadspunt.fundament.schermen.vertalen"


def test_every_sentence_of_the_public_frame_has_its_english() -> None:
    berichten = read_po(list_po(APP)[0].read_text())
    for pad in (APP / "templates" / "schermen").rglob("*.html"):
        for zin in re.findall(r'\{% translate "([^"]+)" %\}', pad.read_text()):
            assert zin in berichten, f"{zin} ({pad.name})"


def test_the_public_frame_speaks_english_and_the_staff_frame_keeps_dutch() -> None:
    with translation.override("en"):
        assert "Skip to content" in render_to_string("schermen/publiek.html")
        assert "Naar de inhoud" in render_to_string("schermen/werk.html")
