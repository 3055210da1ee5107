/*
 * Typing `::` in a field of several lines opens a list of pieces of text at the caret. Typing on filters, arrows choose,
 * Enter or Tab puts the text in, Escape closes and leaves what was typed. The list comes from the server, filled.
 */
const BEGIN = /(?:^|[^:])(::([^\n:]{0,40}))$/;
const MAX_ZICHTBAAR = 50;
const SPIEGELEN = [
  "boxSizing", "width", "fontFamily", "fontSize", "fontWeight", "letterSpacing", "lineHeight", "textIndent", "wordSpacing", "tabSize",
  "paddingTop", "paddingRight", "paddingBottom", "paddingLeft", "borderTopWidth", "borderRightWidth", "borderLeftWidth",
];
let lijst = null;
let veld = null;
let begin = -1; // where the two colons stand
let dicht = -1; // the colons at which somebody pressed Escape
let blokken = [];
let vraag = 0;

function getKader() {
  return document.querySelector("[data-tekstblokken-url]");
}

function buildLijst() {
  lijst = document.createElement("div");
  lijst.className = "tekstbloklijst";
  lijst.popover = "manual";
  lijst.innerHTML =
    '<ul role="listbox" id="tekstbloklijst" aria-label="Tekstblokken"></ul><p class="tekstbloklijst__leeg" hidden></p>' +
    '<p class="alleen-voorlezen" role="status"></p>';
  lijst.addEventListener("mousedown", (gebeurtenis) => gebeurtenis.preventDefault()); // the field keeps the focus
  lijst.addEventListener("click", ({ target }) => {
    const optie = target.closest("[role=option]");
    if (optie) insert(blokken[Number(optie.dataset.nummer)]);
  });
}

/** Return where the caret stands on the screen: a copy of the field up to there is measured. */
function findPlek() {
  const spiegel = document.createElement("div");
  const stijl = window.getComputedStyle(veld);
  for (const naam of SPIEGELEN) spiegel.style[naam] = stijl[naam];
  Object.assign(spiegel.style, { position: "absolute", top: "0", visibility: "hidden", whiteSpace: "pre-wrap", overflowWrap: "break-word" });
  const merk = document.createElement("span");
  merk.textContent = "::";
  spiegel.append(veld.value.slice(0, begin), merk);
  document.body.append(spiegel);
  const vlak = veld.getBoundingClientRect();
  const regel = parseFloat(stijl.lineHeight) || 24;
  const onder = Math.min(vlak.bottom, vlak.top + merk.offsetTop + regel - veld.scrollTop);
  const links = vlak.left + merk.offsetLeft;
  spiegel.remove();
  return { onder: Math.max(vlak.top, onder), links, regel };
}

function place() {
  const { onder, links, regel } = findPlek();
  const hoogte = lijst.offsetHeight;
  const past = onder + hoogte + 8 < window.innerHeight;
  lijst.style.top = `${Math.max(4, past ? onder + 4 : onder - regel - hoogte - 4)}px`;
  lijst.style.left = `${Math.max(4, Math.min(links, window.innerWidth - lijst.offsetWidth - 8))}px`;
}

function choose(optie) {
  for (const andere of lijst.querySelectorAll("[role=option]")) andere.setAttribute("aria-selected", andere === optie);
  if (optie) {
    veld.setAttribute("aria-activedescendant", optie.id);
    optie.scrollIntoView({ block: "nearest" });
  } else veld.removeAttribute("aria-activedescendant");
}

function buildOptie(blok, nummer) {
  const optie = document.createElement("li");
  const delen = [["strong", blok.naam], ["span", `::${blok.code}`], ["small", blok.tekst]].map(([soort, tekst]) => {
    const deel = document.createElement(soort);
    deel.textContent = tekst;
    return deel;
  });
  optie.role = "option";
  optie.id = `tekstblok-${nummer}`;
  optie.dataset.nummer = nummer;
  optie.append(...delen);
  return optie;
}

function draw(zoek) {
  const woorden = zoek.toLowerCase().split(/\s+/).filter(Boolean);
  const past = (blok) => woorden.every((woord) => `${blok.naam} ${blok.code} ${blok.tekst}`.toLowerCase().includes(woord));
  const nummers = [...blokken.keys()].filter((nummer) => past(blokken[nummer]));
  // Who typed the whole word means that one; what begins with it or is called so comes before what only speaks of it.
  const rang = ({ code, naam }) => (code === zoek ? 0 : code.startsWith(zoek) ? 1 : naam.toLowerCase().includes(zoek) ? 2 : 3);
  nummers.sort((een, ander) => rang(blokken[een]) - rang(blokken[ander]) || een - ander);
  if (nummers.length === 0 && /\s/.test(zoek)) return close();
  const opties = nummers.slice(0, MAX_ZICHTBAAR).map((nummer) => buildOptie(blokken[nummer], nummer));
  lijst.querySelector("ul").replaceChildren(...opties);
  lijst.querySelector("ul").hidden = opties.length === 0;
  const leeg = lijst.querySelector(".tekstbloklijst__leeg");
  leeg.hidden = opties.length > 0;
  leeg.textContent = blokken.length ? "Geen tekstblok met deze woorden." : "Hier passen geen tekstblokken.";
  lijst.querySelector("[role=status]").textContent = opties.length === 1 ? "1 tekstblok" : `${opties.length} tekstblokken`;
  choose(opties[0]);
  place();
}

function close() {
  if (!veld) return;
  for (const naam of ["aria-activedescendant", "aria-controls", "aria-autocomplete", "aria-haspopup"]) veld.removeAttribute(naam);
  if (lijst.matches(":popover-open")) lijst.hidePopover();
  veld = null;
  vraag += 1;
}

async function open(doel) {
  if (!lijst) buildLijst();
  veld = doel;
  const mijn = (vraag += 1);
  const { tekstblokkenUrl } = getKader().dataset;
  const gegevens = new URLSearchParams({ hier: window.location.pathname, waarvoor: doel.dataset.waarvoor ?? "" });
  const antwoord = await fetch(`${tekstblokkenUrl}?${gegevens}`, { credentials: "same-origin", headers: { Accept: "application/json" } });
  if (mijn !== vraag) return; // closed meanwhile
  if (!antwoord.ok || antwoord.redirected) return close();
  ({ blokken } = await antwoord.json());
  if (mijn !== vraag) return;
  // Beside an open dialog nothing can be reached, and outside the landmarks nobody finds it.
  (doel.closest("dialog") ?? document.querySelector("main")).append(lijst);
  lijst.showPopover();
  veld.setAttribute("aria-autocomplete", "list");
  veld.setAttribute("aria-haspopup", "listbox");
  veld.setAttribute("aria-controls", "tekstbloklijst");
  draw(read(veld)?.zoek ?? "");
}

function read(doel) {
  if (doel.selectionStart !== doel.selectionEnd) return null;
  const gevonden = BEGIN.exec(doel.value.slice(0, doel.selectionStart));
  return gevonden && { plek: doel.selectionStart - gevonden[1].length, zoek: gevonden[2].trim().toLowerCase() };
}

function onInput(gebeurtenis) {
  const doel = gebeurtenis.target;
  if (!doel.matches?.("textarea") || !getKader()) return;
  const gelezen = read(doel);
  if (!gelezen || gelezen.plek === dicht) {
    if (!gelezen) dicht = -1;
    close();
    return;
  }
  begin = gelezen.plek;
  if (veld === doel) {
    if (lijst.matches(":popover-open")) draw(gelezen.zoek);
    // Only who types the colons asks for the list; undo, paste and a click do not.
  } else if (gebeurtenis.inputType === "insertText" && gebeurtenis.data === ":") open(doel).catch(close);
}

function insert(blok) {
  const doel = veld;
  const einde = doel.selectionStart;
  close();
  doel.focus();
  doel.setSelectionRange(begin, einde);
  // The browser's own way of typing keeps its undo; where it is gone the field is changed and says so.
  if (!document.execCommand("insertText", false, blok.tekst)) {
    doel.setRangeText(blok.tekst, begin, einde, "end");
    doel.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const plek = /\[vul in\b[^\]\n]*\]/i.exec(blok.tekst);
  if (plek) doel.setSelectionRange(begin + plek.index, begin + plek.index + plek[0].length);
  const { tekstblokkenUrl, sleutel } = getKader().dataset;
  fetch(`${tekstblokkenUrl}${blok.id}/gebruikt/`, { method: "POST", headers: { "X-CSRFToken": sleutel }, keepalive: true }).catch(() => {});
}

function onKey(gebeurtenis) {
  if (!veld || gebeurtenis.target !== veld || !lijst.matches(":popover-open")) return;
  const opties = [...lijst.querySelectorAll("[role=option]")];
  const nu = opties.findIndex((optie) => optie.getAttribute("aria-selected") === "true");
  const stap = { ArrowDown: 1, ArrowUp: -1 }[gebeurtenis.key];
  if (gebeurtenis.key === "Escape") {
    dicht = begin;
    close();
  } else if (stap && opties.length) choose(opties[(nu + stap + opties.length) % opties.length]);
  else if (["Enter", "Tab"].includes(gebeurtenis.key) && nu >= 0) insert(blokken[Number(opties[nu].dataset.nummer)]);
  else return;
  gebeurtenis.preventDefault();
  gebeurtenis.stopPropagation();
}

/** Let every field of several lines offer pieces of text. */
export function prepareTekstblokken() {
  document.addEventListener("input", onInput);
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("focusout", ({ target }) => target === veld && close());
  document.addEventListener("htmx:before:swap", close);
  window.addEventListener("resize", close);
}
