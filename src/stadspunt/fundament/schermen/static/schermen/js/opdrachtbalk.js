/*
 * The command bar: Ctrl+K from everywhere, also while typing. It lists what can be done on this page (everything with a
 * shortcut, and every act of the record), where one can go, and what is found while typing. Without script its button is a link to search.
 */
const WACHT_MS = 200;
const KORTST = 2;
// Everything with a key, and every act of the record that the page is about.
const HIER = "main [data-sneltoets]:not([disabled]), main [data-acties] :is(a, button):not([disabled])";
const doelen = new WeakMap();
let klok = 0;
let lopend = null;

function listZichtbaar(balk) {
  return [...balk.querySelectorAll("[role=option]:not([hidden])")];
}

function choose(balk, optie) {
  const invoer = balk.querySelector("input");
  for (const andere of balk.querySelectorAll("[role=option]")) andere.setAttribute("aria-selected", andere === optie);
  if (optie) {
    invoer.setAttribute("aria-activedescendant", optie.id);
    optie.scrollIntoView({ block: "nearest" });
  } else invoer.removeAttribute("aria-activedescendant");
}

function tell(balk) {
  balk.querySelector("[data-opdrachtbalk-telling]").textContent = `${listZichtbaar(balk).length} mogelijkheden`;
}

function filterOpdrachten(balk) {
  const woorden = balk.querySelector("input").value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const optie of balk.querySelectorAll("[data-zoek]"))
    optie.hidden = !woorden.every((woord) => optie.dataset.zoek.includes(woord));
  balk.querySelector("[data-zoeken]").hidden = woorden.length === 0;
  tell(balk);
  choose(balk, listZichtbaar(balk)[0]);
}

/** What can be done on this page now: a live refresh may have changed it, so it is read at every opening. */
function listHier(balk) {
  const lijst = balk.querySelector("[role=listbox]");
  lijst.querySelectorAll("[data-hier]").forEach((optie) => optie.remove());
  const opties = [...document.querySelectorAll(HIER)].map((doel, nummer) => {
    const optie = document.createElement("li");
    const naam = document.createElement("span");
    const groep = document.createElement("span");
    const toets = document.createElement("kbd");
    naam.textContent = doel.dataset.sneltoetsNaam ?? doel.textContent.trim();
    groep.textContent = "Op deze pagina";
    groep.className = "opdrachtbalk__groep";
    toets.textContent = doel.dataset.sneltoets ?? "";
    optie.role = "option";
    optie.id = `opdracht-hier-${nummer}`;
    optie.dataset.hier = "";
    optie.dataset.zoek = `${naam.textContent} op deze pagina`.toLowerCase();
    const icoon = doel.querySelector("svg")?.cloneNode(true);
    if (icoon) optie.append(icoon);
    optie.append(naam, groep);
    if (doel.dataset.sneltoets) optie.append(toets);
    doelen.set(optie, doel);
    return optie;
  });
  lijst.prepend(...opties);
}

function putTreffers(balk, html) {
  balk.querySelectorAll("[data-treffer]").forEach((optie) => optie.remove());
  balk.querySelector("[data-zoeken]").insertAdjacentHTML("beforebegin", html);
  const gekozen = balk.querySelector("[aria-selected=true]");
  // Who did not choose yet wants the first thing there is; who walks through the list is left where he is.
  if (!gekozen || gekozen.matches("[data-zoeken]")) choose(balk, listZichtbaar(balk)[0]);
  tell(balk);
}

async function findTreffers(balk) {
  const tekst = balk.querySelector("input").value.trim();
  lopend?.abort();
  if (tekst.length < KORTST) {
    putTreffers(balk, "");
    return;
  }
  lopend = new AbortController();
  const antwoord = await fetch(balk.dataset.treffersUrl, {
    method: "POST",
    body: new URLSearchParams({ q: tekst }),
    headers: { "X-CSRFToken": balk.dataset.sleutel },
    credentials: "same-origin",
    signal: lopend.signal,
  });
  // A session that is over answers with the page to sign in.
  if (antwoord.ok && !antwoord.redirected) putTreffers(balk, await antwoord.text());
}

function onInput(balk) {
  // What was found for the former words would be an answer to another question.
  balk.querySelectorAll("[data-treffer]").forEach((optie) => optie.remove());
  filterOpdrachten(balk);
  if (!balk.dataset.treffersUrl) return;
  window.clearTimeout(klok);
  klok = window.setTimeout(() => findTreffers(balk).catch(() => {}), WACHT_MS);
}

function run(balk, optie) {
  const doel = doelen.get(optie);
  if (doel) {
    balk.close();
    if (doel.matches("input, textarea, select")) doel.focus();
    else doel.click();
  } else if (optie?.dataset.url) window.location.assign(optie.dataset.url);
  else balk.querySelector("form").requestSubmit();
}

function onKey(balk, gebeurtenis) {
  const zichtbaar = listZichtbaar(balk);
  const nu = zichtbaar.findIndex((optie) => optie.getAttribute("aria-selected") === "true");
  if (gebeurtenis.key === "Enter") {
    gebeurtenis.preventDefault();
    run(balk, zichtbaar[nu]);
  } else if (gebeurtenis.key === "ArrowDown" || gebeurtenis.key === "ArrowUp") {
    gebeurtenis.preventDefault();
    const stap = gebeurtenis.key === "ArrowDown" ? 1 : -1;
    choose(balk, zichtbaar[(nu + stap + zichtbaar.length) % zichtbaar.length]);
  }
}

/** Open the bar with Ctrl+K or its button, filter and find while typing, run with Enter. */
export function prepareOpdrachtbalk() {
  const balk = document.getElementById("opdrachtbalk");
  if (!balk) return;
  const open = (gebeurtenis) => {
    gebeurtenis.preventDefault();
    if (balk.open) return;
    listHier(balk);
    balk.showModal();
    balk.querySelector("input").select();
    filterOpdrachten(balk);
  };
  document.addEventListener("keydown", (gebeurtenis) => {
    if ((gebeurtenis.ctrlKey || gebeurtenis.metaKey) && gebeurtenis.key.toLowerCase() === "k") open(gebeurtenis);
  });
  document.querySelectorAll("[data-opdrachtbalk]").forEach((knop) => knop.addEventListener("click", open));
  balk.querySelector("input").addEventListener("input", () => onInput(balk));
  balk.addEventListener("keydown", (gebeurtenis) => onKey(balk, gebeurtenis));
  balk.querySelector("[role=listbox]").addEventListener("click", (gebeurtenis) => {
    const optie = gebeurtenis.target.closest("[role=option]");
    if (optie) run(balk, optie);
  });
}
