/*
 * What is typed while the form is on its way stays. A button sends the form and gets it back drawn
 * anew; fields that changed in between are put back in the new form, by their name.
 */
let verzonden = null;

function readVelden(formulier) {
  const velden = new Map();
  for (const veld of formulier.elements) {
    if (!veld.name || ["hidden", "submit", "file"].includes(veld.type)) continue;
    if (["radio", "checkbox"].includes(veld.type)) velden.set(`${veld.name}=${veld.value}`, veld.checked);
    else velden.set(veld.name, veld.value);
  }
  return velden;
}

function putBack(formulier, gewijzigd) {
  for (const veld of formulier.elements) {
    const sleutel = ["radio", "checkbox"].includes(veld.type) ? `${veld.name}=${veld.value}` : veld.name;
    if (!gewijzigd.has(sleutel)) continue;
    if (typeof gewijzigd.get(sleutel) === "boolean") veld.checked = gewijzigd.get(sleutel);
    else veld.value = gewijzigd.get(sleutel);
  }
}

/** Keep what is typed between sending and drawing the form called `id`. */
export function keepMeegetypt(id) {
  let gewijzigd = new Map();
  document.addEventListener("submit", ({ target }) => {
    if (target.id === id) verzonden = readVelden(target);
  });
  document.addEventListener("htmx:before:swap", ({ target }) => {
    const formulier = document.getElementById(id);
    if (target !== formulier || !verzonden) return; // only the list of candidates changes
    const toen = verzonden;
    gewijzigd = new Map([...readVelden(formulier)].filter(([naam, waarde]) => toen.has(naam) && toen.get(naam) !== waarde));
    verzonden = null;
  });
  document.addEventListener("htmx:after:swap", () => {
    const formulier = document.getElementById(id);
    if (formulier && gewijzigd.size > 0) putBack(formulier, gewijzigd);
    gewijzigd = new Map();
  });
}
