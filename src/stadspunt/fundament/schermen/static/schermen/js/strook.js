/*
 * The strip of contacts: the present one in view, Alt+1 … Alt+9 to go to one, the time they run, and letting go of the active client
 * without leaving the page.
 */
const TIK_MS = 15_000;
const getekend = new WeakMap();

function describe(seconden) {
  const minuten = Math.floor(seconden / 60);
  if (minuten < 60) return `${minuten} min`;
  return minuten < 1440 ? `${Math.floor(minuten / 60)} u` : `${Math.floor(minuten / 1440)} d`;
}

function tick() {
  for (const duur of document.querySelectorAll("[data-loopt]")) {
    if (!getekend.has(duur)) getekend.set(duur, Date.now());
    duur.textContent = describe(Number(duur.dataset.loopt) + (Date.now() - getekend.get(duur)) / 1000);
  }
}

function goTo(gebeurtenis) {
  const { altKey, ctrlKey, metaKey, shiftKey, code } = gebeurtenis;
  if (!altKey || ctrlKey || metaKey || shiftKey || !/^Digit[1-9]$/.test(code)) return;
  const contact = document.querySelectorAll("[data-strook] .contact")[Number(code.slice(5)) - 1];
  if (!contact) return;
  gebeurtenis.preventDefault();
  contact.click();
}

/** The server lets go; then nothing on this page is about that client any more, and it is said aloud. */
async function letGo(gebeurtenis) {
  const formulier = gebeurtenis.target;
  if (!formulier.matches?.("[data-loslaten]") || gebeurtenis.defaultPrevented) return;
  gebeurtenis.preventDefault();
  const lijf = new FormData(formulier);
  lijf.set("tekst", "ja");
  const antwoord = await fetch(formulier.action, { method: "POST", body: lijf }).catch(() => null);
  if (!antwoord?.ok || antwoord.redirected) {
    formulier.submit();
    return;
  }
  const tekst = await antwoord.text();
  const hadFocus = formulier.contains(document.activeElement);
  document.querySelectorAll("[data-bij-klant]").forEach((deel) => deel.remove());
  formulier.closest(".klant").remove();
  document.getElementById("strookmelding").textContent = tekst;
  if (hadFocus) document.getElementById("inhoud")?.focus();
}

/** Let the strip be walked through, run and let go. */
export function prepareStrook() {
  document.querySelector("[data-strook] [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  document.addEventListener("keydown", goTo);
  document.addEventListener("submit", letGo, { capture: true });
  document.addEventListener("htmx:after:swap", tick);
  tick();
  window.setInterval(tick, TIK_MS);
}
