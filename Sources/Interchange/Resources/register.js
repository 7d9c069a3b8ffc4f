
(() => {
  'use strict';
  // Neither the sign for "less" nor the one for "and" stands here: a page that is XML would read them.
  const data = JSON.parse(document.getElementById('data').textContent);
  const { rows, fields, values, codes, filters, words, perPage } = data;
  const { place, say, made, toLanguages, remember } = page;
  const column = (field) => fields.findIndex(([name]) => name === field) + 1;
  const [input, list, shown, nothing, pages, clear] =
    ['q', 'entries', 'shown', 'nothing', 'pages', 'clear'].map(place);

  const grouped = (count) => {
    const digits = String(count);
    return digits.length >= data.least ? digits.replace(/\B(?=(\d{3})+$)/g, data.separator) : digits;
  };

  // Words, as the program folds and finds them.

  const folds = new Map(
    Object.entries(data.folds).flatMap(([text, signs]) => Array.from(signs, (sign) => [sign, text])));
  const isIdeograph = (point) => {
    const { ideographs } = data;
    for (let at = 0; ideographs.length > at; at += 2) {
      if (ideographs[at + 1] >= point) return point >= ideographs[at];
    }
    return false;
  };
  const folded = (text) => {
    if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
    let result = '';
    for (const letter of text.normalize('NFKD')) {
      const small = letter.toLowerCase();
      const kept = folds.has(small) ? folds.get(small) : small;
      result += isIdeograph(kept.codePointAt(0)) ? ` ${kept} ` : kept;
    }
    return result;
  };
  const parts = (text) => text.match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) || [];
  const spaced = (text) => ` ${parts(folded(text)).join(' ')}`;
  /** What is looked for; ideographs side by side are one phrase, each other word is the beginning of one. */
  const phrases = (typed) => {
    const found = [];
    for (const word of typed.split(/\s+/)) {
      let isRun = false;
      for (const piece of folded(word).split(' ').filter((text) => text)) {
        const isOne = [...piece].length === 1 ? isIdeograph(piece.codePointAt(0)) : false;
        const inside = parts(piece);
        if (!inside.length) isRun = false;
        else {
          if (isOne ? isRun : false) found[found.length - 1] += ` ${inside.join(' ')}`;
          else found.push(` ${inside.join(' ')}`);
          isRun = isOne;
        }
      }
    }
    return found;
  };

  const valueTexts = {};
  const valueText = (field, at) => {
    const texts = (valueTexts[field] = valueTexts[field] || []);
    if (texts[at] === undefined) texts[at] = at ? spaced(values[field][at].slice(0, 2).join(' ')) : '';
    return texts[at];
  };
  const texts = [];
  const textOf = (at) => {
    if (texts[at] === undefined) {
      texts[at] = fields.map(([field], index) => {
        const cell = rows[at][index + 1];
        return values[field] ? valueText(field, cell) : cell ? spaced(cell) : '';
      }).join('');
    }
    return texts[at];
  };
  // While nobody types yet.
  let next = 0;
  const prepare = (deadline) => {
    while (rows.length > next) {
      if (1 > deadline.timeRemaining()) return void requestIdleCallback(prepare);
      const end = Math.min(rows.length, next + 100);
      for (; end > next; next += 1) textOf(next);
    }
  };

  // What is asked for, and what is found.

  const orders = { '': rows.map((_, at) => at) };
  const compare = new Intl.Collator(document.documentElement.lang).compare;
  const ordered = (order) => {
    if (!orders[order]) {
      const at = column(order);
      let ranks = [];
      if (values[order]) {
        const sorted = values[order].map((value, index) => [value, index]).slice(1);
        sorted.sort((one, other) => compare(one[0][0], other[0][0]));
        ranks[0] = sorted.length;
        sorted.forEach(([, index], rank) => { ranks[index] = rank; });
      }
      const key = (row) => (ranks.length ? ranks[rows[row][at]] : rows[row][0]);
      orders[order] = [...orders['']].sort((one, other) => key(one) - key(other));
    }
    return orders[order];
  };
  let asked = { q: '', order: '', page: 1, entry: 0, chosen: {} };
  let found = [];
  const isNarrowed = () => asked.q || Object.keys(asked.chosen).length;
  const find = () => {
    const sought = phrases(asked.q);
    if (asked.q.trim() ? !sought.length : false) return [];
    const tests = Object.entries(asked.chosen).map(([name, code]) => {
      const { field } = filters.find((filter) => filter.name === name);
      return [column(field), values[field].map((value) => value.includes(code, 2))];
    });
    return ordered(asked.order).filter((row) =>
      tests.every(([at, fits]) => fits[rows[row][at]]) ? sought.every((phrase) => textOf(row).includes(phrase)) : false);
  };

  // Entries are made as they are seen.

  const link = (item) => {
    const [text, other] = item.split('\t');
    const isolated = made('bdi', text);
    if (other === '') return isolated;
    const anchor = made('a', isolated);
    anchor.href = other === undefined ? text : other;
    anchor.rel = 'nofollow noopener noreferrer';
    return anchor;
  };
  const content = (field, cell) => {
    if (values[field]) return cell ? [made('bdi', values[field][cell][0])] : [];
    if (!cell) return [];
    const items = cell.split('\n').map(field === 'links' ? link : (text) => made('bdi', text));
    return items.flatMap((item, at) => (at ? [words.separator, item] : [item]));
  };
  const entry = (row) => {
    const cells = rows[row];
    const number = made('a', say(words.number, cells[0]));
    number.href = `#e${cells[0]}`;
    const names = [];
    const described = made('dl');
    fields.forEach(([field, label], at) => {
      const inside = content(field, cells[at + 1]);
      if (!inside.length) return;
      if (['name', 'native_name'].includes(field)) names.push(...inside);
      else described.append(made('dt', label), made('dd', ...inside));
    });
    const joined = names.flatMap((name, at) => (at ? [' · ', name] : [name]));
    const item = made('li', made('h2', ...joined, ' ', number), described);
    item.id = `e${cells[0]}`;
    return item;
  };

  const pageCount = () => Math.max(1, Math.ceil(found.length / perPage));
  const draw = (all) => {
    const first = all ? 0 : (asked.page - 1) * perPage;
    list.replaceChildren(...found.slice(first, all ? found.length : first + perPage).map(entry));
  };
  const show = () => {
    found = find();
    asked.page = Math.min(Math.max(1, asked.page), pageCount());
    const isMissing = asked.entry ? !rows.some((row) => row[0] === asked.entry) : false;
    if (asked.entry ? !isMissing : false) {
      asked.page = Math.floor(found.findIndex((row) => rows[row][0] === asked.entry) / perPage) + 1;
    }
    shown.textContent = say(words.shown, grouped(found.length));
    nothing.textContent = isMissing ? say(words.noEntry, asked.entry) : words.nothing;
    nothing.hidden = isMissing ? false : found.length > 0;
    clear.hidden = !isNarrowed();
    pages.hidden = pageCount() === 1;
    place('page').textContent = say(words.page, grouped(asked.page), grouped(pageCount()));
    place('back').disabled = asked.page === 1;
    place('next').disabled = asked.page === pageCount();
    draw(false);
    const cited = asked.entry ? place(`e${asked.entry}`) : null;
    if (cited) {
      cited.className = 'cited';
      cited.tabIndex = -1;
      cited.focus({ preventScroll: true });
      cited.scrollIntoView({ block: 'center' });
    }
  };

  // Each search has an address.

  const selects = {};
  const address = () => {
    const parameters = new URLSearchParams();
    if (asked.q.trim()) parameters.set('q', asked.q.trim());
    Object.entries(asked.chosen).forEach(([name, code]) => parameters.set(name, code));
    if (asked.order) parameters.set('order', asked.order);
    if (asked.page > 1) parameters.set('page', asked.page);
    const text = asked.entry ? `e${asked.entry}` : String(parameters);
    return text ? `#${text}` : '';
  };
  const read = () => {
    const hash = location.hash.slice(1);
    const number = /^e(\d+)$/.exec(hash);
    const parameters = new URLSearchParams(number ? '' : hash);
    const chosen = {};
    filters.forEach(({ name }) => {
      const code = parameters.get(name);
      if (code ? Object.hasOwn(codes[name], code) : false) chosen[name] = code;
    });
    const order = parameters.get('order') || '';
    asked = {
      q: parameters.get('q') || '', order: Object.hasOwn(words.orders, order) ? order : '',
      page: parseInt(parameters.get('page'), 10) || 1, entry: number ? Number(number[1]) : 0, chosen,
    };
    input.value = asked.q;
    Object.entries(selects).forEach(([name, select]) => {
      select.value = name === 'order' ? asked.order : asked.chosen[name] || '';
    });
    show();
    toLanguages(address());
  };
  const ask = (isStep) => {
    asked.entry = 0;
    asked.page = 1;
    show();
    remember(address(), isStep);
  };

  const select = (name, ...rest) => { selects[name] = page.select(name, ...rest); };
  filters.forEach(({ name, field, label }) => {
    const counts = {};
    const at = column(field);
    const of = values[field].map((value) => value.slice(2).filter((code) => Object.hasOwn(codes[name], code)));
    rows.forEach((row) => of[row[at]].forEach((code) => { counts[code] = (counts[code] || 0) + 1; }));
    const options = Object.keys(counts).map((code) => [code, codes[name][code]]);
    options.sort((one, other) => compare(one[1], other[1]));
    if (!options.length) return;
    const texts = options.map(([code, text]) => [code, `${text} (${grouped(counts[code])})`]);
    select(name, label, [['', words.any], ...texts], (code) => {
      if (code) asked.chosen[name] = code;
      else delete asked.chosen[name];
      ask(true);
    });
  });
  select('order', words.order, Object.entries(words.orders), (order) => {
    asked.order = order;
    ask(true);
  });

  // A telephone shows entries first.
  const { matches: isWide } = matchMedia('(min-width: 45rem)');

  let timer = 0;
  const typed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      asked.q = input.value;
      ask(false);
    }, data.wait);
  };
  // Letters on their way to a word of Chinese or Japanese are not looked for.
  input.addEventListener('input', (event) => { if (!event.isComposing) typed(); });
  input.addEventListener('compositionend', typed);
  clear.addEventListener('click', () => {
    asked.q = '';
    asked.chosen = {};
    input.value = '';
    Object.entries(selects).forEach(([name, element]) => { if (name !== 'order') element.value = ''; });
    ask(true);
    input.focus();
  });
  const turn = (by) => {
    asked.entry = 0;
    asked.page += by;
    show();
    remember(address(), true);
    // Who turned to the last page by keys stays where pages are turned.
    if (place(by > 0 ? 'next' : 'back').disabled) place(by > 0 ? 'back' : 'next').focus();
    shown.scrollIntoView();
  };
  place('back').addEventListener('click', () => turn(-1));
  place('next').addEventListener('click', () => turn(1));
  window.addEventListener('hashchange', read);
  // Paper has no pages to turn; of thousands it gets the one that is shown.
  window.addEventListener('beforeprint', () => { if (2000 >= found.length) draw(true); });
  window.addEventListener('afterprint', () => draw(false));

  const plain = place('parts');
  if (plain) plain.remove();
  list.hidden = false;
  place('search').hidden = false;
  read();
  place('more').open = Object.keys(asked.chosen).length > 0 ? true : isWide;
  if (window.requestIdleCallback) requestIdleCallback(prepare);
})();
