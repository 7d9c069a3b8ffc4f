
(() => {
  'use strict';
  // Neither the sign for "less" nor the one for "and" stands here: a page that is XML would read them.
  const { place, say, toLanguages } = page;
  const rows = [...document.querySelectorAll('tbody tr')];
  const names = ['paragraph', 'disposition'];
  const selects = names.map((name) => place(`by-${name}`));
  const [shown, clear] = ['shown', 'clear'].map(place);
  let cited = null;

  const chosen = () => names.map((name, at) => [name, selects[at].value]).filter(([, value]) => value);
  const show = () => {
    const asked = chosen();
    rows.forEach((row) => { row.hidden = asked.some(([name, value]) => row.dataset[name] !== value); });
    const count = rows.filter((row) => !row.hidden).length;
    shown.textContent = say(shown.dataset.text, count, rows.length);
    clear.hidden = asked.length === 0;
  };
  const mark = (row) => {
    if (cited) cited.classList.remove('cited');
    cited = row;
    if (!row) return;
    row.classList.add('cited');
    row.scrollIntoView({ block: 'center' });
  };
  const read = () => {
    const hash = location.hash.slice(1);
    const isComment = /^c\d+$/.test(hash);
    const parameters = new URLSearchParams(isComment ? '' : hash);
    names.forEach((name, at) => {
      selects[at].value = parameters.get(name) || '';
      // No comment is at such a place.
      if (0 > selects[at].selectedIndex) selects[at].value = '';
    });
    show();
    mark(isComment ? place(hash) : null);
    toLanguages(location.hash);
  };
  const ask = () => {
    mark(null);
    show();
    const text = String(new URLSearchParams(chosen()));
    page.remember(text ? `#${text}` : '', true);
  };

  selects.forEach((select) => { select.addEventListener('change', ask); });
  clear.addEventListener('click', () => {
    selects.forEach((select) => { select.value = ''; });
    ask();
    selects[0].focus();
  });
  window.addEventListener('hashchange', read);
  place('filters').hidden = false;
  shown.hidden = false;
  read();
})();
