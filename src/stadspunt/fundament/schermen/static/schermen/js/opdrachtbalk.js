/* The command bar: Ctrl+K from everywhere, also while typing. Without script its button is a link to search. */
function listZichtbaar(lijst) {
  return [...lijst.querySelectorAll("[role=option]:not([hidden])")];
}

function choose(balk, optie) {
  const invoer = balk.querySelector("input");
  for (const andere of balk.querySelectorAll("[role=option]")) andere.setAttribute("aria-selected", andere === optie);
  if (optie) {
    invoer.setAttribute("aria-activedescendant", optie.id);
    optie.scrollIntoView({ block: "nearest" });
  } else invoer.removeAttribute("aria-activedescendant");
}

function filterOpdrachten(balk) {
  const woorden = balk.querySelector("input").value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const optie of balk.querySelectorAll("[data-zoek]"))
    optie.hidden = !woorden.every((woord) => optie.dataset.zoek.includes(woord));
  balk.querySelector("[data-zoeken]").hidden = woorden.length === 0;
  const zichtbaar = listZichtbaar(balk);
  balk.querySelector("[data-opdrachtbalk-telling]").textContent = `${zichtbaar.length} mogelijkheden`;
  choose(balk, zichtbaar[0]);
}

function run(balk, optie) {
  if (optie?.dataset.url) window.location.assign(optie.dataset.url);
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

/** Open the bar with Ctrl+K or its button, filter while typing, run with Enter. */
export function prepareOpdrachtbalk() {
  const balk = document.getElementById("opdrachtbalk");
  if (!balk) return;
  const open = (gebeurtenis) => {
    gebeurtenis.preventDefault();
    if (balk.open) return;
    balk.showModal();
    balk.querySelector("input").select();
    filterOpdrachten(balk);
  };
  document.addEventListener("keydown", (gebeurtenis) => {
    if ((gebeurtenis.ctrlKey || gebeurtenis.metaKey) && gebeurtenis.key.toLowerCase() === "k") open(gebeurtenis);
  });
  document.querySelectorAll("[data-opdrachtbalk]").forEach((knop) => knop.addEventListener("click", open));
  balk.querySelector("input").addEventListener("input", () => filterOpdrachten(balk));
  balk.addEventListener("keydown", (gebeurtenis) => onKey(balk, gebeurtenis));
  balk.querySelector("[role=listbox]").addEventListener("click", (gebeurtenis) => {
    const optie = gebeurtenis.target.closest("[role=option]");
    if (optie) run(balk, optie);
  });
}
