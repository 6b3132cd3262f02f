"""Signs people in and takes the pictures."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.dresses import LOCALES
from tests.chromium import launch
from tests.screenshots.pages import GUEST, PHOTOGRAPHS, Photograph
from tests.screenshots.pictures import small_png


def photograph_all(
    home: str,
    passwords: Mapping[str, str],
    told: Mapping[str, str],
    folder: Path,
    names: Collection[str] = (),
) -> None:
    """Write the pictures into `folder`; `told` are addresses by name, `names` those to take."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [each for each in PHOTOGRAPHS if not names or each.name in names]
    with sync_playwright() as playwright:
        browser = launch(playwright)
        dark_room = browser.new_page()
        signed_in: dict[tuple[str, str], BrowserContext] = {}
        for each in wanted:
            reader = each.who, each.language
            if reader not in signed_in:
                signed_in[reader] = _sign_in(browser, home, *reader, passwords)
            page = signed_in[reader].new_page()
            png = _shoot(page, each, told.get(each.place, each.place))
            (folder / f"{each.name}.png").write_bytes(small_png(dark_room, png))
            page.close()
        browser.close()


def _sign_in(
    browser: Browser, home: str, who: str, language: str, passwords: Mapping[str, str]
) -> BrowserContext:
    locale = LOCALES[language]
    context = browser.new_context(base_url=home, locale=locale, reduced_motion="reduce")
    if who != GUEST:
        page = context.new_page()
        page.goto("/login/?next=/queue/")
        page.locator("#id_username").fill(who)
        page.locator("#id_password").fill(passwords[who])
        page.locator("main button[type=submit]").click()
        page.wait_for_url("**/queue/")
        page.close()
    return context


def _shoot(page: Page, photograph: Photograph, address: str) -> bytes:
    page.set_viewport_size({"width": photograph.width, "height": photograph.height})
    page.emulate_media(color_scheme=photograph.scheme)
    page.goto(address, wait_until="networkidle")
    return page.screenshot(scale="css", caret="hide")
