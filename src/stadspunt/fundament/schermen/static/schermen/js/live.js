/*
 * Live lists. The server says only that a list changed, never what is in it; htmx then fetches the
 * element again by its own address, through the same gate as the page.
 */
const SAMEN_MS = 300;

/** A list in which somebody is choosing rows is not pulled away: it says that it changed. */
function isBezet(element) {
  return element.querySelector(".werklijst__keuze input:checked, dialog[open]") !== null;
}

function offerVerversen(element) {
  if (element.querySelector(".lijst-veranderd")) return;
  const regel = document.createElement("div");
  regel.className = "lijst-veranderd";
  regel.role = "status";
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = "tekstknop";
  knop.textContent = "Ververs";
  knop.addEventListener("click", () => window.htmx.trigger(element, "live"));
  regel.append("De lijst is veranderd. ", knop);
  element.prepend(regel);
}

function refresh(naam) {
  for (const element of document.querySelectorAll(`[data-live="${CSS.escape(naam)}"]`)) {
    if (isBezet(element)) offerVerversen(element);
    else window.htmx?.trigger(element, "live");
  }
}

function connect(adres) {
  const wachtend = new Map();
  const bron = new EventSource(adres);
  let verbroken = false;
  bron.addEventListener("open", () => {
    // what happened while the line was down is not told again: fetch everything once
    if (verbroken) document.querySelectorAll("[data-live]").forEach((element) => refresh(element.dataset.live));
    verbroken = false;
  });
  bron.addEventListener("error", () => (verbroken = true));
  bron.addEventListener("message", ({ data }) => {
    window.clearTimeout(wachtend.get(data));
    wachtend.set(data, window.setTimeout(() => refresh(data), SAMEN_MS));
  });
  return bron;
}

/** Follow every list on the page through one line; a page out of sight lets go of it. */
export function followLijsten() {
  const namen = new Set([...document.querySelectorAll("[data-live]")].map((element) => element.dataset.live));
  const basis = document.querySelector("[data-live-url]")?.dataset.liveUrl;
  if (namen.size === 0 || !basis) return;
  const vraag = new URLSearchParams([...namen].map((naam) => ["lijst", naam]));
  let bron = connect(`${basis}?${vraag}`);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) bron.close();
    else if (bron.readyState === EventSource.CLOSED) {
      bron = connect(`${basis}?${vraag}`);
      namen.forEach(refresh);
    }
  });
}
