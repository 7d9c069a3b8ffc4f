"""Where letters stand on Arabic pages: what runs the other way keeps its order, what does not runs with the page.

Each rule says what it looks for, and in which order its parts have to stand from left to right. A rule that finds nothing to
measure on any page is a fault too: then it guards nothing.
"""

RULES = {
    "minus": "a minus sign stands left of its number",
    "bis": "“3 bis” begins with its number, at the left",
    "quotes": "quotation marks stand at both sides of what they quote",
    "cut": "the ellipsis of a name that was cut stands where the name ends",
    "date": "a date runs from right to left: day, month, year",
    "address": "an e-mail address runs from left to right",
    "symbol": "a symbol such as IPBES-3/4 runs from left to right",
    "isolate": "a text without a right-to-left letter runs from left to right",
}

MEASURE = r"""() => {
  document.querySelectorAll('details').forEach((element) => { element.open = true; });
  const rtl = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
  const range = document.createRange();
  const box = (node, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getClientRects()[0];
  };
  // Whether some signs of a text stand one after the other; those in another line are left out.
  const inOrder = (node, places, isFromLeft) => {
    const boxes = places.map((at) => box(node, at)).filter((one) => one && one.width > 0);
    return boxes.every((one, at) => {
      const before = boxes[at - 1];
      if (!before || Math.abs(before.bottom - one.bottom) > 4) return true;
      return isFromLeft ? one.left > before.left - 0.5 : one.left < before.left + 0.5;
    });
  };
  const span = (from, length) => Array.from({ length }, (_, at) => from + at);
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const text = node.data;
    if (!text.trim() || node.parentElement.closest('script, style, option, title, desc')) continue;
    if (!box(node, Math.max(0, text.search(/[^\s\u2066-\u2069]/)))) continue;
    const holder = node.parentElement.closest('bdi, [dir], text');
    const isolate = holder && !holder.matches('html') ? holder.textContent : '';
    const isLatin = isolate ? !rtl.test(isolate) && /[A-Za-z]/.test(isolate) : false;
    const say = (rule, isRight, what) => found.push([rule, isRight, what]);
    const each = (pattern, act) => [...text.matchAll(pattern)].forEach(act);
    each(/\u2212\d/g, (match) => say('minus', inOrder(node, [match.index, match.index + 1], true), text));
    each(/\d+ bis/g, (match) => say('bis', inOrder(node, span(match.index, match[0].length), true), match[0]));
    each(/"[^"]+"/g, (match) => {
      const [first, ...rest] = span(match.index, match[0].length).map((at) => box(node, at));
      const last = rest.pop();
      const stands = (right, left) => rest.every((box) => right.left > box.left - 0.5 && left.left < box.left + 0.5);
      const isInOneLine = rest.every((box) => box && Math.abs(box.bottom - first.bottom) < 4);
      say('quotes', !isInOneLine || stands(last, first) || stands(first, last), text);
    });
    each(/(\d{1,2}) ([\u0621-\u064a][\u0621-\u064a\/ ]*) (\d{4})/g, (match) => {
      const month = match.index + match[1].length + 1;
      say('date', inOrder(node, [match.index, month, month + match[2].length + 1], false), match[0]);
    });
    each(/[A-Za-z][\w.%+-]*@[\w.-]*\w/g, (match) =>
      say('address', inOrder(node, span(match.index, match[0].length), true), match[0]));
    each(/[A-Z]+-\d+(?:\/\d+)*/g, (match) =>
      say('symbol', inOrder(node, span(match.index, match[0].length), true), match[0]));
    const shown = text.replace(/[\u2066-\u2069]/g, '');
    if (shown.endsWith('…')) {
      const ends = [text.indexOf(shown[0]), text.indexOf('…')];
      say('cut', inOrder(node, ends, !rtl.test(shown)), shown);
    }
    if (isLatin) say('isolate', inOrder(node, span(0, text.length), true), text);
  }
  return found;
}"""


def disorder(page, counts):
    """What stands in the wrong order on an open page; how often each rule was asked is added to `counts`."""
    problems = []
    for rule, is_right, what in page.evaluate(MEASURE):
        counts[rule] = counts.get(rule, 0) + 1
        if not is_right:
            problems.append(f"order: {RULES[rule]}, but here it does not: {what.strip()[:80]}")
    return problems


def unmeasured(counts):
    return [f"order: nothing was found to measure that {text}" for rule, text in RULES.items() if not counts.get(rule)]
