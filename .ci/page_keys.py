"""Walks over public pages by keys alone: what is there to use is reached in order, seen, and used by Enter, Space and arrows."""

import time

# What Tab should come to, in order.
STOPS = """() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter((element) =>
  !element.disabled && element.checkVisibility({ visibilityProperty: true }))"""

# Where the focus is: the how-manieth stop, whether one sees it there, and the element.
FOCUS = """() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  return [window.stops.indexOf(element), isSeen, element.outerHTML.slice(0, 80)];
}"""


class Stuck(Exception):
    """A step that a visitor could not take."""


def walk(page):
    """Goes once through the whole page by Tab, and one step back."""
    count = page.evaluate(f"() => {{ window.stops = ({STOPS})(); return window.stops.length; }}")
    steps = [("Tab", place) for place in range(count)] + ([("Shift+Tab", count - 2)] if count > 1 else [])
    problems = []
    for key, expected in steps:
        page.keyboard.press(key)
        place, is_seen, html = page.evaluate(FOCUS)
        if place != expected:
            return problems + [f"keys: {key} comes to {html}, not to stop {expected + 1} of {count}"]
        if not is_seen:
            problems.append(f"keys: the focus is not seen on {html}")
    return problems


class Visitor:
    """Somebody with a keyboard and no mouse."""

    def __init__(self, page):
        self.page = page

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def to(self, selector):
        """Tab until the focus is there."""
        for _ in range(400):
            if self.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
            self.press("Tab")
        raise Stuck(f"Tab never comes to {selector}")

    def until(self, script, what):
        # To wait in the page itself is forbidden by its policy: nothing there makes scripts of texts.
        end = time.monotonic() + 10
        while not self.page.evaluate(script):
            if time.monotonic() > end:
                raise Stuck(what)
            self.page.wait_for_timeout(30)

    def text(self, selector):
        return self.page.inner_text(selector)


def register(page):
    visitor = Visitor(page)
    visitor.to("#q")
    visitor.press(*"Person 1200")
    visitor.until("document.querySelectorAll('#entries > li').length === 1", "what is typed in the search finds nothing")
    visitor.to("#clear")
    visitor.press("Enter")
    visitor.until("document.activeElement.id === 'q' && document.querySelectorAll('#entries > li').length === 50",
                  "Enter on the button that clears the search does not show all again, with the focus in the field")
    if not page.evaluate("document.getElementById('more').open"):
        visitor.to("#more summary")
        visitor.press("Enter")
    before = visitor.text("#shown")
    visitor.to("#by-country")
    visitor.press("ArrowDown")
    visitor.until(f"document.getElementById('shown').textContent !== '{before}'", "an arrow does not choose a country")
    visitor.press("Home")
    visitor.to("#by-order")
    visitor.press("ArrowDown")
    visitor.until("location.hash.includes('order=')", "an arrow does not choose an order")
    visitor.to("#entries a")
    visitor.press("Enter")
    visitor.until("/^#e\\d+$/.test(location.hash) && document.activeElement.matches('.cited')",
                  "Enter on the number of an entry does not go to its address")
    visitor.to("#next")
    for key in ["Enter", "Space"]:
        before = visitor.text("#page")
        visitor.press(key)
        visitor.until(f"document.getElementById('page').textContent !== '{before}'", f"{key} does not turn the page")
    while page.evaluate("!document.getElementById('next').disabled"):
        visitor.press("Enter")
    visitor.press("Shift+Tab")
    if not page.evaluate("Boolean(document.activeElement.closest('#pages, #entries'))"):
        raise Stuck("on the last page the focus is lost from the button that turned to it")


def calendar(page):
    visitor = Visitor(page)
    visitor.to("#by-month")
    visitor.press("Space")
    visitor.until("document.querySelector('#grid caption') && document.activeElement.id === 'by-month'",
                  "Space on the button does not show a month")
    month = visitor.text("#grid caption")
    visitor.to("#next")
    visitor.press("Enter")
    visitor.until(f"document.querySelector('#grid caption').textContent !== '{month}'", "Enter does not turn the month")
    visitor.page.keyboard.press("Shift+Tab")
    visitor.to("#today")
    visitor.press("Space")
    visitor.until("document.querySelector('[aria-current=date]')", "Space does not go to today")
    page.evaluate("document.getElementById('by-list').scrollIntoView()")
    for _ in range(5):
        if page.evaluate("document.activeElement.id") == "by-week":
            break
        visitor.press("Shift+Tab")
    visitor.to("#by-week")
    visitor.press("Enter")
    visitor.until("document.querySelectorAll('#grid tbody tr').length === 7", "Enter does not show a week")
    visitor.press("Shift+Tab", "Shift+Tab", "Space")
    visitor.until("!document.getElementById('list').hidden", "Space does not show the list again")
    before = visitor.text("#shown")
    visitor.to("#by-kind")
    visitor.press("ArrowDown")
    visitor.until(f"document.getElementById('shown').textContent !== '{before}'", "an arrow does not choose a kind")
    visitor.press("Home")
    visitor.until(f"document.getElementById('shown').textContent === '{before}'", "Home does not choose all kinds")
    if not page.evaluate("document.getElementById('past').open"):
        visitor.to("#past summary")
        visitor.press("Enter")
        visitor.until("document.getElementById('past').open", "Enter does not unfold what is past")
    visitor.to(".events .anchor")
    visitor.press("Enter")
    visitor.until("document.querySelector('.cited')", "Enter does not go to the address of an event")
    visitor.to("a[href$='.ics']")


def comments(page):
    visitor = Visitor(page)
    rows = "[...document.querySelectorAll('tbody tr')].filter((row) => !row.hidden).length"
    count = page.evaluate(rows)
    for name in ["paragraph", "disposition"]:
        visitor.to(f"#by-{name}")
        visitor.press("ArrowDown")
        visitor.until(f"{rows} < {count}", f"an arrow does not choose a {name}")
        visitor.to("#clear")
        visitor.press("Space")
        visitor.until(f"{rows} === {count} && document.activeElement.id === 'by-paragraph'",
                      "Space on the button that clears the filters does not show all again")
    visitor.to("tbody th a")
    visitor.press("Enter")
    visitor.until("document.querySelector('tr.cited')", "Enter does not go to the address of a comment")


def report(page):
    visitor = Visitor(page)
    visitor.to("#contents li:nth-child(4) a")
    address = page.evaluate("document.activeElement.hash")
    visitor.press("Enter")
    visitor.until(f"location.hash === '{address}'", "Enter does not go to a section")
    visitor.press("Tab")
    if not page.evaluate(f"document.querySelector('{address}').contains(document.activeElement)"):
        raise Stuck("behind the way to a section Tab does not go on there")
    visitor.press("Enter")
    visitor.until("location.hash === '#contents'", "Enter on the number of a section does not lead back")
    visitor.press("Tab")
    if not page.evaluate("Boolean(document.activeElement.closest('#contents'))"):
        raise Stuck("back at the contents Tab does not go on there")
    visitor.to("figure summary")
    visitor.press("Space")
    visitor.until("document.activeElement.parentElement.open", "Space does not open the data of a chart")


TASKS = {"register-large": register, "calendar-": calendar, "comments-": comments, "evaluation-plenary": report}


def tasks(page, name):
    """What one does on a page of that kind."""
    for kind, task in TASKS.items():
        if name.startswith(kind):
            try:
                task(page)
            except Stuck as stuck:
                return [f"keys: {stuck}"]
    return []
