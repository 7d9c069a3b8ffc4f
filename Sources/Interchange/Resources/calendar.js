
(() => {
  'use strict';
  // Neither the sign for "less" nor the one for "and" stands here: a page that is XML would read them.
  const { words, months, ofMonth, weekdays, filters } = JSON.parse(document.getElementById('data').textContent);
  const { place, say, made } = page;
  const [grid, list, turn, shown] = ['grid', 'list', 'turn', 'shown'].map(place);
  const language = document.documentElement.lang;
  const two = (number) => String(number).padStart(2, '0');

  // Days are their texts, as 2015-11-03; they are reckoned with by the clocks of Greenwich.

  const toDay = (date) => date.toISOString().slice(0, 10);
  const toDate = (day) => new Date(`${day}T00:00Z`);
  const moved = (day, by) => {
    const date = toDate(day);
    date.setUTCDate(date.getUTCDate() + by);
    return toDay(date);
  };
  const parts = (day) => day.split('-').map(Number);
  const monday = (day) => moved(day, -((toDate(day).getUTCDay() + 6) % 7));
  const now = new Date();
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) ? !Number.isNaN(toDate(text).getTime()) : false;
  const monthOf = (day) => {
    const [year, month] = parts(day);
    return say(words.month, months[month - 1], year);
  };
  const dateOf = (day) => {
    const [year, month, number] = parts(day);
    const first = language === 'fr' ? number === 1 : false;
    return say(words.date, first ? '1er' : number, ofMonth[month - 1], year);
  };
  const weekdayOf = (day) => weekdays[(toDate(day).getUTCDay() + 6) % 7];

  // The events, as they stand in the page.

  const entries = [...document.querySelectorAll('.events > li')].map((element) => {
    const { from, to, start, end, clock } = element.dataset;
    const over = start ? new Date(end) : new Date(`${moved(to, 1)}T00:00`);
    return { element, from, to, start, end, clock, isPast: now > over, text: element.querySelector('h3').firstChild };
  });
  entries.sort((one, other) => (one.from + (one.clock || '')).localeCompare(other.from + (other.clock || '')));

  // Who lives by other clocks sees their own beside those of the place.
  const byOwnClock = (moment) => {
    const date = new Date(moment);
    return {
      day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
      time: `${two(date.getHours())}:${two(date.getMinutes())}`,
    };
  };
  entries.filter(({ start }) => start).forEach(({ element, start, end, from, clock }) => {
    const [first, last] = [start, end].map(byOwnClock);
    if (first.day === from ? first.time === clock : false) return;
    const whole = ({ day, time }) => `${say(words.weekday, weekdayOf(day), dateOf(day))} ${time}`;
    const begin = first.day === from ? first.time : whole(first);
    const close = first.day === last.day ? `–${last.time}` : ` – ${whole(last)}`;
    const text = begin + (end === start ? '' : close);
    element.querySelector('.when').append(' ', made('small', `(${say(words.yours, text)})`));
  });

  // What is asked for.

  const views = ['list', 'month', 'week'];
  let asked = {};
  const fits = ({ element }) =>
    filters.every(({ name }) =>
      asked[name] ? (element.dataset[name] || '').split(' ').includes(asked[name]) : true);
  const read = () => {
    let hash = '';
    try { hash = decodeURIComponent(location.hash.slice(1)); } catch { hash = ''; }
    const entry = entries.find(({ element }) => element.id === hash);
    const parameters = new URLSearchParams(entry ? '' : location.hash.slice(1));
    const view = parameters.get('view');
    const at = parameters.get('at') || '';
    asked = { view: views.includes(view) ? view : 'list', at: isDay(at) ? at : today, entry };
    filters.forEach(({ name, codes }) => {
      const code = parameters.get(name);
      if (code ? Object.hasOwn(codes, code) : false) asked[name] = code;
    });
    filters.forEach(({ name }) => {
      if (selects[name]) selects[name].value = asked[name] || '';
    });
    show();
  };
  const ask = (change) => {
    asked = { ...asked, entry: undefined, ...change };
    const parameters = new URLSearchParams();
    if (asked.view !== 'list') {
      parameters.set('view', asked.view);
      parameters.set('at', asked.at);
    }
    filters.forEach(({ name }) => { if (asked[name]) parameters.set(name, asked[name]); });
    history.pushState(null, '', `#${parameters}`);
    show();
  };

  // What is shown.

  const byMonth = (some) => {
    const found = new Map();
    some.forEach((entry) => {
      const month = entry.from.slice(0, 7);
      if (!found.has(month)) found.set(month, []);
      found.get(month).push(entry.element);
    });
    return [...found].flatMap(([month, elements]) => {
      const events = made('ul', ...elements);
      events.className = 'events';
      return [made('h2', monthOf(`${month}-01`)), events];
    });
  };
  const showList = (some) => {
    const coming = some.filter(({ isPast }) => !isPast);
    const past = some.filter(({ isPast }) => isPast).reverse();
    const none = made('p', entries.length === some.length ? words.none : words.nothing);
    const first = made('div', ...(coming.length ? byMonth(coming) : [none]));
    first.id = 'coming';
    const whole = [first];
    if (past.length) {
      const folded = made('details', made('summary', words.past), ...byMonth(past));
      folded.id = 'past';
      folded.open = asked.entry ? asked.entry.isPast : coming.length === 0;
      whole.push(folded);
    }
    list.replaceChildren(...whole);
  };
  const link = ({ element, clock, from, text }, day) => {
    const anchor = made('a', (clock ? from === day : false) ? `${clock} ` : '', text.cloneNode(true).textContent);
    anchor.href = `#${encodeURIComponent(element.id)}`;
    const wrapped = element.querySelector('s') ? made('s', anchor) : anchor;
    return made('li', wrapped);
  };
  const cell = (day, some, isOther) => {
    const [, , number] = parts(day);
    const inside = some.filter(({ from, to }) => day >= from ? to >= day : false);
    const time = made('time', asked.view === 'week' ? say(words.weekday, weekdayOf(day), dateOf(day)) : String(number));
    time.dateTime = day;
    const element = made('td', time);
    if (inside.length) element.append(made('ul', ...inside.map((entry) => link(entry, day))));
    element.className = [isOther ? 'other' : '', day === today ? 'today' : '', inside.length ? '' : 'empty'].join(' ').trim();
    if (day === today) element.setAttribute('aria-current', 'date');
    return element;
  };
  const showMonth = (some) => {
    const first = `${asked.at.slice(0, 7)}-01`;
    const month = first.slice(0, 7);
    const rows = [];
    for (let day = monday(first); month >= day.slice(0, 7); day = moved(day, 7)) {
      const week = [0, 1, 2, 3, 4, 5, 6].map((by) => moved(day, by));
      rows.push(made('tr', ...week.map((one) => cell(one, some, one.slice(0, 7) !== month))));
    }
    const heads = weekdays.map((name) => {
      const head = made('th', name);
      head.scope = 'col';
      return head;
    });
    grid.replaceChildren(made('table', made('caption', monthOf(first)), made('thead', made('tr', ...heads)), made('tbody', ...rows)));
    const last = moved(first, 31).slice(0, 7);
    return some.filter(({ from, to }) => (to >= first ? last > from.slice(0, 7) : false)).length;
  };
  const showWeek = (some) => {
    const first = monday(asked.at);
    const days = [0, 1, 2, 3, 4, 5, 6].map((by) => moved(first, by));
    const caption = `${dateOf(first)} – ${dateOf(days[6])}`;
    const rows = days.map((day) => made('tr', cell(day, some, false)));
    grid.replaceChildren(made('table', made('caption', caption), made('tbody', ...rows)));
    return some.filter(({ from, to }) => (to >= first ? days[6] >= from : false)).length;
  };
  const show = () => {
    const isList = asked.view === 'list';
    const some = entries.filter((entry) => entry === asked.entry || fits(entry));
    let count = some.length;
    if (isList) showList(some);
    else count = asked.view === 'month' ? showMonth(some) : showWeek(some);
    views.forEach((view) => place(`by-${view}`).setAttribute('aria-pressed', String(view === asked.view)));
    [list.hidden, grid.hidden, turn.hidden] = [!isList, isList, isList];
    shown.textContent = count ? say(words.shown, count) : words.nothing;
    document.querySelectorAll('.cited').forEach((element) => element.classList.remove('cited'));
    if (asked.entry) {
      asked.entry.element.classList.add('cited');
      asked.entry.element.scrollIntoView();
    }
    page.toLanguages(location.hash);
  };

  const selects = {};
  filters.forEach(({ name, label, codes }) => {
    const used = new Set(entries.flatMap(({ element }) => (element.dataset[name] || '').split(' ')));
    const options = Object.entries(codes).filter(([code]) => used.has(code));
    if (!options.length) return;
    selects[name] = page.select(
      name, label, [['', words.all], ...options], (code) => ask({ [name]: code || undefined }));
  });
  views.forEach((view) => {
    place(`by-${view}`).addEventListener('click', () => {
      // Whoever looks for months finds the next event, not an empty one.
      const some = entries.filter(fits);
      const next = some.find(({ isPast }) => !isPast) || some[some.length - 1];
      const isFirst = asked.view === 'list' ? next : false;
      ask({ view, at: isFirst ? next.from : asked.at });
    });
  });
  const step = (by) => {
    if (asked.view === 'week') return ask({ at: moved(asked.at, 7 * by) });
    const [year, month] = parts(asked.at);
    ask({ at: toDay(new Date(Date.UTC(year, month - 1 + by, 1))) });
  };
  place('back').addEventListener('click', () => step(-1));
  place('next').addEventListener('click', () => step(1));
  place('today').addEventListener('click', () => ask({ at: today }));
  window.addEventListener('hashchange', read);
  window.addEventListener('popstate', read);
  // Paper gets the whole list, with what is past.
  window.addEventListener('beforeprint', () => { const past = place('past'); if (past) past.open = true; });

  place('tools').hidden = false;
  read();
})();
