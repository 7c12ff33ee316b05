"""The one page of all page addresses. These tests have no database: the shell asks for none."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.http import HttpResponse

from tests.web.conftest import Browser
from tests.web.routes import PAGES, filled


class Markup(HTMLParser):
    """What lies in a page: its elements with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of one element."""
        self.elements.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of all elements of one name."""
        return [attributes for name, attributes in self.elements if name == tag]


async def page(path: str, **headers: str) -> HttpResponse:
    """The response to a visit."""
    response: HttpResponse = await Browser().client.get(path, headers=headers)
    return response


async def markup(path: str, **headers: str) -> Markup:
    """What lies in the page at a path."""
    return Markup((await page(path, **headers)).content.decode())


@pytest.mark.parametrize("address", PAGES)
async def test_every_page_address_answers_with_the_same_page(built: Path, address: str) -> None:
    found = await page(filled(address))
    assert found.status_code == 200
    assert found.content == (await page("/")).content
    assert found["Cache-Control"] == "no-store"


async def test_the_shell_holds_no_inline_code_or_style(built: Path) -> None:
    found = await markup("/")
    assert all("src" in script for script in found.named("script"))
    assert not found.named("style")
    names = {name for _, attributes in found.elements for name in attributes}
    assert not {name for name in names if name == "style" or name.startswith("on")}


async def test_the_two_upright_faces_and_the_program_are_announced_first(built: Path) -> None:
    found = await markup("/")
    preloads = [each["href"] for each in found.named("link") if each.get("rel") == "preload"]
    assert preloads == ["/static/assets/a-1.woff2", "/static/assets/s-1.woff2"]
    (script,) = found.named("script")
    assert script == {"type": "module", "src": "/static/assets/main-1.js"}


async def test_everything_the_shell_names_is_served(built: Path) -> None:
    found = await markup("/")
    named = [each.get("href") for each in found.named("link")]
    named += [each.get("src") for each in found.named("script")]
    for address in named:
        assert address
        if address != "data:,":
            assert (await page(address)).status_code == 200


@pytest.mark.parametrize(
    ("asked", "language"),
    [("fr-CA, en;q=0.5", "fr"), ("de, fr;q=0.8, en;q=0.7", "fr"), ("en-GB", "en"), ("xx", "en")],
)
async def test_the_shell_speaks_the_browsers_language(
    built: Path, asked: str, language: str
) -> None:
    found = await markup("/", **{"Accept-Language": asked})
    assert found.named("html") == [{"lang": language}]


async def test_without_script_a_sentence_stands_in_both_languages(built: Path) -> None:
    text = (await page("/")).content.decode()
    quiet = text.split("<noscript>")[1].split("</noscript>")[0]
    assert 'lang="en"' in quiet
    assert 'lang="fr"' in quiet


async def test_something_stands_there_before_the_program_runs(built: Path) -> None:
    assert "Under Silence …" in (await page("/")).content.decode()


async def test_pages_that_were_never_built_say_how_to_build_them(built: Path) -> None:
    (built / "manifest.json").unlink()
    found = await page("/")
    assert found.status_code == 503
    assert "scripts/play" in found.content.decode()
