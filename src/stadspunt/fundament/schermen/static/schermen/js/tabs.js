/* Links to parts of the page become tabs: <nav data-tabs> with <a href="#deel">, parts with those ids. */
function showTab(tabs, gekozen, focus) {
  for (const tab of tabs) {
    const aan = tab === gekozen;
    tab.setAttribute("aria-selected", aan);
    tab.tabIndex = aan ? 0 : -1;
    document.getElementById(tab.hash.slice(1)).hidden = !aan;
  }
  if (focus) gekozen.focus();
}

function onKey(tabs, gebeurtenis) {
  const nu = tabs.indexOf(gebeurtenis.target);
  const naar = { ArrowRight: nu + 1, ArrowLeft: nu - 1, Home: 0, End: tabs.length - 1 }[gebeurtenis.key];
  if (nu < 0 || naar === undefined) return;
  gebeurtenis.preventDefault();
  showTab(tabs, tabs[(naar + tabs.length) % tabs.length], true);
}

function prepareTabrij(nav) {
  const tabs = [...nav.querySelectorAll("a[href^='#']")].filter((tab) => document.getElementById(tab.hash.slice(1)));
  if (tabs.length === 0 || nav.role === "tablist") return;
  nav.role = "tablist";
  nav.querySelectorAll("ul, li").forEach((deel) => (deel.role = "presentation"));
  for (const tab of tabs) {
    const paneel = document.getElementById(tab.hash.slice(1));
    tab.id ||= `tab-${paneel.id}`;
    tab.role = "tab";
    tab.setAttribute("aria-controls", paneel.id);
    paneel.role = "tabpanel";
    paneel.tabIndex = 0;
    paneel.setAttribute("aria-labelledby", tab.id);
    tab.addEventListener("click", (gebeurtenis) => {
      gebeurtenis.preventDefault();
      showTab(tabs, tab, true);
    });
  }
  nav.addEventListener("keydown", (gebeurtenis) => onKey(tabs, gebeurtenis));
  showTab(tabs, tabs.find((tab) => tab.hash === window.location.hash) ?? tabs[0], false);
}

/** Turn every row of tabs in `deel` into one. */
export function prepareTabs(deel) {
  deel.querySelectorAll?.("[data-tabs]").forEach(prepareTabrij);
}
