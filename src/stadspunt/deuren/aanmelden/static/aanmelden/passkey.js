/*
 * Passkeys: a form with data-passkey ("maken" or "tonen") asks the browser, puts what it answers in its field `antwoord`, and is then
 * sent as any form. Where a browser knows no passkeys the button to show one stays hidden.
 */
const toBytes = (tekst) => Uint8Array.from(atob(tekst.replace(/-/g, "+").replace(/_/g, "/")), (teken) => teken.charCodeAt(0));

const toTekst = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

function readOpties(tekst) {
  const opties = JSON.parse(tekst);
  opties.challenge = toBytes(opties.challenge);
  if (opties.user) opties.user.id = toBytes(opties.user.id);
  for (const lijst of [opties.allowCredentials, opties.excludeCredentials]) {
    for (const sleutel of lijst ?? []) sleutel.id = toBytes(sleutel.id);
  }
  return opties;
}

function writeAntwoord(sleutel) {
  const response = {};
  for (const naam of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (sleutel.response[naam]) response[naam] = toTekst(sleutel.response[naam]);
  }
  return JSON.stringify({ id: sleutel.id, rawId: toTekst(sleutel.rawId), type: sleutel.type, response, clientExtensionResults: {} });
}

const REDENEN = {
  InvalidStateError: "Dit apparaat heeft hier al een passkey.",
  SecurityError: "Op dit adres kan uw browser geen passkey gebruiken.",
};

async function ask(formulier) {
  const stand = formulier.querySelector("[data-passkey-stand]");
  stand.textContent = "Volg de vraag van uw browser.";
  try {
    const publicKey = readOpties(formulier.dataset.passkeyOpties);
    const sleutel = await navigator.credentials[formulier.dataset.passkey === "maken" ? "create" : "get"]({ publicKey });
    formulier.elements.antwoord.value = writeAntwoord(sleutel);
    formulier.requestSubmit();
  } catch (fout) {
    stand.textContent = REDENEN[fout.name] ?? "Het is niet gelukt of u stopte. Probeer het nog eens.";
  }
}

for (const formulier of document.querySelectorAll("[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  formulier.hidden = false;
  // Before the listener of all forms, which would take this click for a sending.
  formulier.addEventListener("submit", (gebeurtenis) => {
    if (formulier.elements.antwoord.value) return;
    gebeurtenis.preventDefault();
    gebeurtenis.stopPropagation();
    ask(formulier);
  });
}
