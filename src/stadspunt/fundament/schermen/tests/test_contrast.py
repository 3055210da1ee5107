"""The colours of the screens can be read."""

import re
from pathlib import Path

import pytest

from stadspunt.fundament.schermen.contrast import (
    TOKENS,
    compute_contrast,
    list_paren,
    list_te_zwak,
    main,
    read_kleuren,
)

CSS = TOKENS.read_text()


def test_contrast_of_black_on_white_is_21_and_of_a_colour_on_itself_1() -> None:
    assert compute_contrast("#000000", "#ffffff") == pytest.approx(21)
    assert compute_contrast("#1d4f9f", "#1d4f9f") == pytest.approx(1)


def test_contrast_of_the_grey_that_everybody_knows_as_just_enough() -> None:
    assert compute_contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_every_pair_of_tokens_that_meets_on_a_screen_has_aa_contrast_in_light_and_dark() -> None:
    assert list_te_zwak(read_kleuren(CSS)) == ()


def test_every_opaque_colour_token_is_part_of_a_pair() -> None:
    gebruikt = {naam for paar in list_paren() for naam in (paar.voor, paar.achter)}
    assert set(read_kleuren(CSS)) - gebruikt == {"lijn"}  # only divides, what it divides is told by space too


def test_a_theme_with_a_pale_accent_is_named_with_its_contrast(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    thema = tmp_path / "thema.css"
    thema.write_text(":root { --stadspunt-accent: light-dark(#8fd0ff, #8ab1f6); }")
    assert main([str(thema)]) == 1
    assert "licht: op-accent op accent is 1.6" in capsys.readouterr().out


def test_the_shipped_theme_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(TOKENS.with_name("thema.css"))]) == 0


def test_a_browser_without_light_dark_gets_exactly_the_light_colours() -> None:
    oud = CSS[CSS.index("@supports not") :]
    terugval = dict(re.findall(r"--stadspunt-([a-z0-9-]+): (#[0-9a-f]{6}) !important", oud))
    assert terugval == {naam: kleur.licht for naam, kleur in read_kleuren(CSS).items()}


def test_no_component_names_a_colour_of_its_own() -> None:
    eigen = [TOKENS.with_name("pagina.css"), *(TOKENS.parent / "componenten").glob("*.css")]
    for bestand in eigen:
        schermdeel = bestand.read_text().split("@media print")[0]
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?!\s*\{)|\brgba?\(|\bhsl", schermdeel), bestand.name
