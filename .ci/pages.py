"""Looks at public pages in Chromium as visitors do: wide, on a telephone, in the dark, by axe-core.

Usage: pages.py FOLDER. What is found stands on standard output, one line each; the exit code says whether there was anything.
"""

import pathlib
import sys

import axe_playwright_python
from playwright.sync_api import sync_playwright

SETTINGS = [("light", 1280), ("light", 390), ("dark", 1280), ("dark", 320)]
AXE = next(pathlib.Path(axe_playwright_python.__file__).parent.glob("**/axe.min.js")).read_text()

# Texts of a chart that are cut, or painted over one another.
CHARTS = """() => [...document.querySelectorAll('svg')].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
  const boxes = [...svg.querySelectorAll('rect')].map((rect) => ['a box', rect.getBoundingClientRect()]);
  const cut = texts.filter(([, box]) => box.left + 1 < frame.left || box.right > frame.right + 1);
  const crosses = (one, other) => one.left + 1 < other.right && other.left + 1 < one.right
    && one.top + 5 < other.bottom && other.top + 5 < one.bottom;
  const over = texts.flatMap(([text, box], at) => [...texts.slice(at + 1), ...boxes]
    .filter(([, other]) => crosses(box, other)).map(([other]) => `${text} over ${other}`));
  return [...cut.map(([text]) => `cut: ${text}`), ...over];
})"""


def look(page, path, scheme, width):
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.evaluate(AXE)
    result = page.evaluate("() => axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag2aaa',"
                           " 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } })")
    problems = [f"{found['id']}: {len(found['nodes'])} × {found['nodes'][0]['target']} {found['nodes'][0]['html'][:90]}"
                for found in result["violations"]]
    problems += [f"console: {text}" for text in said]
    problems += [f"request: {url}" for url in asked[1:]]
    wide = page.evaluate("document.documentElement.scrollWidth")
    problems += [f"is {wide} px wide"] if wide > width else []
    problems += page.evaluate(CHARTS)
    return problems


def main(folder):
    pages = sorted(pathlib.Path(folder).resolve().rglob("*.html"))
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for scheme, width in SETTINGS:
            for path in pages:
                context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
                for problem in look(context.new_page(), path, scheme, width):
                    count += 1
                    print(f"{path.name} {scheme} {width}: {problem}", flush=True)
                context.close()
    print(f"{len(pages)} pages in {len(SETTINGS)} settings: {count} problems")
    return 1 if count or not pages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
