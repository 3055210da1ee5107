/* Forms: characters left, focus on the summary of errors, and no second sending by a double click. */
function prepareTeller(teller) {
  const invoer = document.getElementById(teller.dataset.teller);
  if (!invoer || teller.dataset.klaar) return;
  teller.dataset.klaar = "ja";
  invoer.removeAttribute("maxlength"); // say that it is too long instead of swallowing what was pasted
  const maximum = Number(teller.dataset.maximum);
  const show = () => {
    const over = maximum - [...invoer.value].length;
    const tekst = over < 0 ? teller.dataset.teVeel : teller.dataset.over;
    teller.textContent = tekst.replace("{n}", Math.abs(over));
    teller.classList.toggle("veld__teller--te-veel", over < 0);
  };
  invoer.addEventListener("input", show);
  show();
}

function onSubmit(gebeurtenis) {
  const formulier = gebeurtenis.target;
  if (formulier.method !== "post" || gebeurtenis.defaultPrevented) return;
  if (formulier.dataset.onderweg) {
    gebeurtenis.preventDefault();
    return;
  }
  formulier.dataset.onderweg = "ja";
  gebeurtenis.submitter?.setAttribute("aria-busy", "true");
}

function forgetOnderweg() {
  for (const formulier of document.querySelectorAll("[data-onderweg]")) delete formulier.dataset.onderweg;
  document.querySelectorAll("button[aria-busy]").forEach((knop) => knop.removeAttribute("aria-busy"));
}

let eenmalig = false;

/** Prepare the fields of `deel`; when it brings a summary of errors, that gets the focus. */
export function prepareFormulieren(deel) {
  deel.querySelectorAll?.("[data-teller]").forEach(prepareTeller);
  deel.querySelector?.("[data-foutenlijst]:not([data-voorbeeld] *)")?.focus();
  if (eenmalig) return;
  eenmalig = true;
  document.addEventListener("submit", onSubmit);
  window.addEventListener("pageshow", forgetOnderweg);
  document.addEventListener("htmx:finally:request", forgetOnderweg);
}
