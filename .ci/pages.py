"""Looks at public pages in Chromium as visitors do: wide, on a telephone, in the dark, by keys alone, by axe-core.

Usage: pages.py FOLDER. What is found stands on standard output, one line each; the exit code says whether there was anything.
"""

import concurrent.futures
import os
import pathlib
import sys
import time

import axe_playwright_python
from playwright.sync_api import sync_playwright

from page_keys import tasks, walk
from page_order import disorder, unmeasured

# Axe finds little in the second of two widths that it did not in the first, and takes most of the time.
SETTINGS = [("light", 1280, True), ("light", 390, False), ("dark", 390, True), ("dark", 320, False)]
AXE = next(pathlib.Path(axe_playwright_python.__file__).parent.glob("**/axe.min.js")).read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = ["color-contrast", "color-contrast-enhanced"]

# Texts of a chart that are cut, painted over one another, or too small on a telephone.
CHARTS = """(isTelephone) => [...document.querySelectorAll('svg')].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
  const boxes = [...svg.querySelectorAll('rect')].map((rect) => ['a box', rect.getBoundingClientRect()]);
  const cut = texts.filter(([, box]) => box.left + 1 < frame.left || box.right > frame.right + 1);
  const crosses = (one, other) => one.left + 1 < other.right && other.left + 1 < one.right
    && one.top + 5 < other.bottom && other.top + 5 < one.bottom;
  const over = texts.flatMap(([text, box], at) => [...texts.slice(at + 1), ...boxes]
    .filter(([, other]) => crosses(box, other)).map(([other]) => `${text} over ${other}`));
  const size = parseFloat(getComputedStyle(svg.querySelector('text')).fontSize) * svg.getScreenCTM().a;
  const small = isTelephone && size < 12 ? [`letters of ${size.toFixed(1)} px in a chart`] : [];
  return [...cut.map(([text]) => `cut: ${text}`), ...over, ...small];
})"""


def is_walked(path):
    """Whether it is in one of two languages that run either way: what has nothing to do with words is asked there alone."""
    return path.stem.endswith(("en", "ar"))


def violations(page, path):
    page.evaluate(AXE)
    # Colours are looked at sign by sign, which takes five times as long as all else.
    rules = {} if is_walked(path) else {rule: {"enabled": False} for rule in CONTRAST}
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "rules": rules}
    found = page.evaluate("(options) => axe.run(document, options).then(({ violations }) => violations)", options)
    return [f"{one['id']}: {len(one['nodes'])} × {one['nodes'][0]['target']} {one['nodes'][0]['html'][:90]}"
            for one in found]


def open_page(context, path):
    page = context.new_page()
    page.said, page.asked = [], []
    page.on("console", lambda message: page.said.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: page.said.append(f"console: {error}"))
    page.on("request", lambda request: page.asked.append(f"request: {request.url}"))
    page.goto(path.as_uri())
    return page


def seen(context, path, width, is_asked):
    """What is wrong with how a page looks."""
    page = open_page(context, path)
    problems = violations(page, path) if is_asked else []
    wide = page.evaluate("document.documentElement.scrollWidth")
    problems += [f"is {wide} px wide"] if wide > width else []
    problems += page.evaluate(CHARTS, width == 390)
    problems += page.said + page.asked[1:]
    page.close()
    return problems


def used(browser, path):
    """What is wrong with how a page is used by keys, with scripts and without."""
    problems = []
    for scripts in [True, False] if "<script" in path.read_text() else [True]:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=scripts)
        context.set_default_timeout(5000)
        page = open_page(context, path)
        problems += [f"{'' if scripts else 'without scripts, '}{problem}" for problem in walk(page)]
        page.close()
        if scripts:
            page = open_page(context, path)
            problems += tasks(page, path.name) + page.said
        context.close()
    return problems


def look(path):
    """All that is wrong with one page, and how often each rule of order was asked."""
    problems, counts = [], {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for scheme, width, is_asked in SETTINGS:
            context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
            problems += [f"{scheme} {width}: {problem}" for problem in seen(context, path, width, is_asked)]
            context.close()
        if path.stem.endswith("ar"):
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            problems += disorder(open_page(context, path), counts)
            context.close()
        if is_walked(path):
            problems += used(browser, path)
        browser.close()
    return problems, counts


def main(folder):
    pages = sorted(pathlib.Path(folder).resolve().rglob("*.html"), key=lambda path: -path.stat().st_size)
    count, counts, start = 0, {}, time.monotonic()
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        for path, (problems, asked) in zip(pages, pool.map(look, pages)):
            for rule, times in asked.items():
                counts[rule] = counts.get(rule, 0) + times
            # The same in every chart, or in both colours, is said once.
            for problem in dict.fromkeys(problems):
                count += 1
                print(f"{path.name} {problem}", flush=True)
    for problem in unmeasured(counts):
        count += 1
        print(problem)
    print("order: " + ", ".join(f"{rule} {times}" for rule, times in sorted(counts.items())))
    print(f"{len(pages)} pages in {len(SETTINGS)} settings, {time.monotonic() - start:.0f} s: {count} problems")
    return 1 if count or not pages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
