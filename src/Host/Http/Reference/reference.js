// The filter: shows the entries whose name, or the name of one of their members, holds what is typed.
const filter = document.getElementById('filter');
const nothing = document.getElementById('nothing');
const entries = [...document.querySelectorAll('article')].map((article) => ({
  article,
  link: document.querySelector(`nav a[href="#${CSS.escape(article.id)}"]`)?.parentElement,
  name: article.querySelector('h3').textContent.toLowerCase(),
  members: [...article.querySelectorAll('dt')].map((member) => member.textContent.split(/[(: ]/, 1)[0].toLowerCase()),
}));
const sections = [...document.querySelectorAll('section, nav details')];

function apply() {
  const wanted = filter.value.trim().toLowerCase();
  let found = 0;
  for (const { article, link, name, members } of entries) {
    const fits = name.includes(wanted) || (wanted.length > 2 && members.some((member) => member.includes(wanted)));
    article.hidden = !fits;
    if (link) link.hidden = !name.includes(wanted);
    if (fits) found += 1;
  }
  for (const section of sections) section.hidden = !section.querySelector('article:not([hidden]), li:not([hidden])');
  nothing.hidden = found > 0;
}

filter.hidden = false;
filter.addEventListener('input', apply);
filter.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') { filter.value = ''; apply(); }
});
document.addEventListener('keydown', (event) => {
  if (event.key === '/' && document.activeElement !== filter && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    filter.focus();
    filter.select();
  }
});
// A link to an entry that the filter hides shows it again.
window.addEventListener('hashchange', () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.hidden) return;
  filter.value = '';
  apply();
  target.scrollIntoView();
});
