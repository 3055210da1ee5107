/*
 * Keys. An element with data-sneltoets="g w" is pressed when g and then w are typed outside a field;
 * the sheet behind `?` lists what this page has, and what works everywhere (toetsen.py). Keys of one letter can be switched off (WCAG 2.1.4): the server keeps that.
 */
const WACHT_MS = 900;
let getypt = [];
let klok = 0;

/** Say whether this key may be a shortcut of one letter: not in a field, not with Ctrl, not switched off. */
export function isKortetoets(gebeurtenis) {
  const doel = gebeurtenis.target;
  const inVeld = doel.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], dialog[open]");
  const metToets = gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.altKey;
  return !inVeld && !metToets && !gebeurtenis.defaultPrevented && document.querySelector("[data-lettertoetsen=uit]") === null;
}

function addRegel(lijst, toetsen, naam) {
  const regel = document.createElement("div");
  const links = document.createElement("dt");
  const rechts = document.createElement("dd");
  for (const toets of toetsen.split(" ")) {
    const kbd = document.createElement("kbd");
    kbd.textContent = toets;
    links.append(kbd, " ");
  }
  rechts.textContent = naam;
  regel.append(links, rechts);
  regel.dataset.pagina = "ja";
  lijst.append(regel);
}

function openBlad(blad) {
  const lijst = blad.querySelector("[data-sneltoetsen-lijst]");
  lijst.querySelectorAll("[data-pagina]").forEach((regel) => regel.remove());
  const gezien = new Set();
  for (const doel of document.querySelectorAll("[data-sneltoets]")) {
    if (gezien.has(doel.dataset.sneltoets)) continue;
    gezien.add(doel.dataset.sneltoets);
    addRegel(lijst, doel.dataset.sneltoets, doel.dataset.sneltoetsNaam ?? doel.textContent.trim());
  }
  blad.querySelector("[data-pagina-kop]").hidden = gezien.size === 0;
  blad.showModal();
}

function onKey(gebeurtenis, blad) {
  if (!isKortetoets(gebeurtenis) || ["Shift", "Tab"].includes(gebeurtenis.key)) return;
  if (gebeurtenis.key === "?") {
    gebeurtenis.preventDefault();
    openBlad(blad);
    return;
  }
  getypt = [...getypt.slice(-1), gebeurtenis.key];
  window.clearTimeout(klok);
  klok = window.setTimeout(() => (getypt = []), WACHT_MS);
  for (const toetsen of [getypt.join(" "), gebeurtenis.key]) {
    const kiezer = `[data-sneltoets="${CSS.escape(toetsen)}"]:not([disabled])`;
    // What the page itself does goes before the menu.
    const doel = document.querySelector(`main ${kiezer}`) ?? document.querySelector(kiezer);
    if (!doel) continue;
    gebeurtenis.preventDefault();
    getypt = [];
    if (doel.matches("input, textarea, select")) doel.focus();
    else doel.click();
    return;
  }
}

/** Let keys press what names them and `?` show which there are. */
export function prepareSneltoetsen() {
  const blad = document.getElementById("sneltoetsen");
  if (!blad) return;
  const formulier = blad.querySelector("[data-sneltoetsen-aan]");
  formulier?.addEventListener("change", ({ target }) => {
    document.querySelector(".werkblad").toggleAttribute("data-lettertoetsen", !target.checked);
    if (!target.checked) document.querySelector(".werkblad").dataset.lettertoetsen = "uit";
    fetch(formulier.action, { method: "POST", body: new FormData(formulier), keepalive: true }).catch(() => {});
  });
  for (const knop of document.querySelectorAll("[data-sneltoetsenblad]")) {
    knop.hidden = false;
    knop.addEventListener("click", () => openBlad(blad));
  }
  document.addEventListener("keydown", (gebeurtenis) => onKey(gebeurtenis, blad));
}
