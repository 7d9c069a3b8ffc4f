
// What the scripts of several pages need.
const page = (() => {
  'use strict';
  // Neither the sign for "less" nor the one for "and" stands here: a page that is XML would read them.
  const place = (id) => document.getElementById(id);
  const say = (template, ...texts) => template.replace(/\{(\d)\}/g, (_, at) => texts[at]);
  const made = (name, ...inside) => {
    const element = document.createElement(name);
    element.append(...inside);
    return element;
  };
  /** A list to choose from, with its label, among the filters of the page. */
  const select = (name, label, options, choose) => {
    const element = made('select', ...options.map(([code, text]) => new Option(text, code)));
    element.id = `by-${name}`;
    element.addEventListener('change', () => choose(element.value));
    const caption = made('label', label);
    caption.htmlFor = element.id;
    place('filters').append(made('div', caption, element));
    return element;
  };
  /** The same look at the page in its other languages. */
  const toLanguages = (hash) => {
    document.querySelectorAll('.languages a').forEach((anchor) => { anchor.hash = hash; });
  };
  /** Gives the look at the page an address; one that can be gone back from, where it is a step. */
  const remember = (hash, isStep) => {
    const here = location.href.split('#')[0] + hash;
    if (here !== location.href) history[isStep ? 'pushState' : 'replaceState'](null, '', here);
    toLanguages(hash);
  };
  return { place, say, made, select, toLanguages, remember };
})();
