/*
 * The menu of questions in one conversation: it says what is typed, and keys go through it. Alt+PageDown and Alt+PageUp to the next and the
 * one before, Alt+Insert another one, Alt+Delete takes this one away, Alt+Shift+1 … 9 adds an open question of the client.
 */
const LEEG = "Nog leeg";

const listVragen = () => [...document.querySelectorAll("#registratie .vraagdeel")];
const findHuidige = () => document.activeElement?.closest?.(".vraagdeel") ?? null;

function goTo(vraag) {
  vraag?.querySelector("[name$='-onderwerp']")?.focus();
  vraag?.scrollIntoView({ block: "nearest" });
}

function walk(stap) {
  const vragen = listVragen();
  const nu = vragen.indexOf(findHuidige());
  goTo(vragen[nu < 0 ? 0 : Math.min(vragen.length - 1, Math.max(0, nu + stap))]);
}

function markHuidige() {
  const huidige = findHuidige()?.dataset.vraag;
  for (const link of document.querySelectorAll("[data-naar-vraag]")) {
    if (link.dataset.naarVraag === huidige) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

function readVraag(vraag) {
  const link = document.querySelector(`[data-naar-vraag="${vraag.dataset.vraag}"]`);
  if (!link) return;
  const lees = (naam) => vraag.querySelector(`[name$="-${naam}"]`)?.value.trim();
  link.querySelector("[data-menu-onderwerp]").textContent = lees("onderwerp") || lees("product") || LEEG;
  const gekozen = vraag.querySelector("[name$='-resultaat']:checked")?.closest("label")?.textContent.trim() ?? "";
  link.querySelector("[data-menu-resultaat]").textContent = gekozen;
}

function press(gebeurtenis, knop) {
  if (!knop) return;
  gebeurtenis.preventDefault();
  knop.click();
}

function onKey(gebeurtenis) {
  const { altKey, ctrlKey, metaKey, shiftKey, key, code } = gebeurtenis;
  if (!altKey || ctrlKey || metaKey) return;
  if (shiftKey && /^Digit[1-9]$/.test(code)) {
    press(gebeurtenis, document.querySelectorAll("[data-vragenmenu] [name=bestaande]")[Number(code.slice(5)) - 1]);
  } else if (key === "PageDown" || key === "PageUp") {
    gebeurtenis.preventDefault();
    walk(key === "PageDown" ? 1 : -1);
  } else if (key === "Insert") press(gebeurtenis, document.querySelector("[data-vraag-erbij]"));
  else if (key === "Delete") press(gebeurtenis, findHuidige()?.querySelector("[data-vraag-weg]"));
}

/** Let the menu follow what is typed, and be walked through. */
export function prepareVragenmenu() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusin", markHuidige);
  document.addEventListener("input", ({ target }) => {
    const vraag = target.closest?.(".vraagdeel");
    if (vraag) readVraag(vraag);
  });
  document.addEventListener("click", (gebeurtenis) => {
    const link = gebeurtenis.target.closest?.("[data-naar-vraag]");
    if (!link) return;
    gebeurtenis.preventDefault();
    goTo(document.getElementById(`vraag-${link.dataset.naarVraag}`));
  });
}
