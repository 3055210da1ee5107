/*
 * What is typed in form[data-concept] is kept at the server while one types: within two seconds, without a button. What was kept stands in the
 * form again when the page is opened. Without script a form works as before; then only sending keeps it.
 */
const NA_MS = 800;
const UITERLIJK_MS = 1800;
const OPNIEUW_MS = 5000;
const standen = new Map(); // by place, because htmx puts a new form in the page

function getStand(formulier) {
  const plek = formulier.dataset.concept;
  if (!standen.has(plek)) standen.set(plek, { versie: 0, klok: 0, sinds: 0, bezig: false, dicht: false, inhoud: undefined });
  const stand = standen.get(plek);
  stand.versie = Math.max(stand.versie, Number(formulier.dataset.conceptVersie || 0));
  return stand;
}

function read(formulier) {
  return JSON.stringify([...new FormData(formulier)].filter(([, waarde]) => !(waarde instanceof File)));
}

function tell(formulier, tekst, fout = false) {
  const staat = formulier.querySelector("[data-concept-staat]") ?? document.querySelector("[data-concept-staat]");
  if (!staat) return;
  staat.textContent = tekst;
  staat.classList.toggle("conceptstaat--fout", fout);
  if (fout) staat.setAttribute("role", "status");
}

function collect(formulier, stand) {
  const lijf = new FormData(formulier);
  for (const [naam, waarde] of [...lijf]) if (waarde instanceof File) lijf.delete(naam);
  const { concept, conceptTitel, conceptAdres, conceptSinds } = formulier.dataset;
  const bij = { plek: concept, titel: conceptTitel, adres: conceptAdres, sinds: conceptSinds, versie: stand.versie };
  for (const [naam, waarde] of Object.entries(bij)) lijf.set(`concept-${naam}`, waarde ?? "");
  return lijf;
}

async function save(formulier) {
  const stand = getStand(formulier);
  window.clearTimeout(stand.klok);
  if (stand.dicht) return;
  if (stand.bezig) {
    stand.klok = window.setTimeout(() => save(formulier), NA_MS);
    return;
  }
  stand.bezig = true;
  stand.sinds = 0;
  stand.inhoud = read(formulier);
  try {
    const antwoord = await fetch(formulier.dataset.conceptUrl, { method: "POST", body: collect(formulier, stand), keepalive: true });
    if (antwoord.ok) {
      const { versie, om } = await antwoord.json();
      const begon = stand.versie === 0;
      stand.versie = versie;
      if (begon) formulier.dispatchEvent(new CustomEvent("concept:begonnen", { bubbles: true }));
      tell(formulier, `Bewaard: ${om}`);
    } else if (antwoord.status === 400 || antwoord.status === 409) {
      const { tekst } = await antwoord.json();
      stand.dicht = antwoord.status === 409;
      tell(formulier, tekst, true);
    } else {
      throw new Error(String(antwoord.status));
    }
  } catch {
    tell(formulier, "Nog niet bewaard: geen verbinding. We proberen het opnieuw.", true);
    stand.klok = window.setTimeout(() => save(formulier), OPNIEUW_MS);
  } finally {
    stand.bezig = false;
  }
}

function onInput({ target }) {
  const formulier = target.form?.closest?.("form[data-concept]");
  if (formulier && target.type !== "file") plan(formulier);
}

/** Look at every form: the first time what stands there is the beginning, later what a button filled in is kept too. */
function look() {
  for (const formulier of document.querySelectorAll("form[data-concept]")) {
    const stand = getStand(formulier);
    const inhoud = read(formulier);
    const nieuw = stand.inhoud === undefined ? formulier.hasAttribute("data-concept-meteen") : stand.inhoud !== inhoud;
    if (nieuw) plan(formulier);
    stand.inhoud = inhoud;
  }
}

function plan(formulier) {
  const stand = getStand(formulier);
  if (stand.dicht) return;
  stand.sinds ||= Date.now();
  window.clearTimeout(stand.klok);
  stand.klok = window.setTimeout(() => save(formulier), Math.max(0, Math.min(NA_MS, stand.sinds + UITERLIJK_MS - Date.now())));
}

/** What waits is kept before the page goes away; sending needs no draft any more. */
function flush() {
  for (const formulier of document.querySelectorAll("form[data-concept]")) {
    if (getStand(formulier).sinds) save(formulier);
  }
}

function onSubmit({ target, defaultPrevented }) {
  if (defaultPrevented || !target.matches?.("form[data-concept]")) return;
  const stand = getStand(target);
  window.clearTimeout(stand.klok);
  stand.sinds = 0;
}

/** Keep what is typed in every form of this page that asks for it. */
export function keepConcepten() {
  look();
  document.addEventListener("htmx:after:swap", look);
  document.addEventListener("input", onInput);
  document.addEventListener("change", onInput);
  document.addEventListener("submit", onSubmit);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flush());
  window.addEventListener("pagehide", flush);
}
