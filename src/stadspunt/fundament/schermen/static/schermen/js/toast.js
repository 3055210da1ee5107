/* Short notices: a close button, a way out after a while, and seconds to undo. Errors stay. */
const BLIJFT_MS = 8000;

function addSluitknop(toast) {
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = "toast__sluit";
  knop.setAttribute("aria-label", "Melding sluiten");
  knop.innerHTML =
    '<svg class="icoon" viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15"/></svg>';
  knop.addEventListener("click", () => toast.remove());
  toast.append(knop);
}

/** Count down in the text; screen readers have heard until when, so the numbers are for the eye. */
function countDown(toast, tot) {
  const tekst = toast.querySelector("[data-aftellen]");
  const balk = document.createElement("div");
  balk.className = "toast__balk";
  balk.style.animationDuration = `${Math.max(0, tot - Date.now())}ms`;
  toast.append(balk);
  const teller = document.createElement("span");
  teller.setAttribute("aria-hidden", "true");
  const gehoord = document.createElement("span");
  gehoord.className = "alleen-voorlezen";
  gehoord.textContent = tekst.textContent;
  tekst.replaceChildren(teller, gehoord);
  const tick = () => {
    const over = Math.ceil((tot - Date.now()) / 1000);
    if (over <= 0 || !toast.isConnected) {
      window.clearInterval(klok);
      toast.remove();
      return;
    }
    teller.textContent = tekst.dataset.over.replace("{n}", over);
  };
  const klok = window.setInterval(tick, 1000);
  tick();
}

/** Let it go after a while, but not while someone points at it or is in it. */
function leaveLater(toast) {
  let klok = 0;
  const wait = () => {
    window.clearTimeout(klok);
    klok = window.setTimeout(() => toast.remove(), BLIJFT_MS);
  };
  const stay = () => window.clearTimeout(klok);
  toast.addEventListener("pointerenter", stay);
  toast.addEventListener("focusin", stay);
  toast.addEventListener("pointerleave", wait);
  toast.addEventListener("focusout", wait);
  wait();
}

function prepareToast(toast) {
  addSluitknop(toast);
  const tot = Date.parse(toast.dataset.tot ?? "");
  if (!Number.isNaN(tot)) countDown(toast, tot);
  else if (["ok", "info", "success"].includes(toast.dataset.toast)) leaveLater(toast);
}

/** Prepare the notices that are there and those that htmx adds. */
export function prepareToasts() {
  const vak = document.getElementById("toasts");
  if (!vak) return;
  vak.querySelectorAll("[data-toast]").forEach(prepareToast);
  new MutationObserver((wijzigingen) => {
    for (const wijziging of wijzigingen)
      for (const nieuw of wijziging.addedNodes) if (nieuw.dataset?.toast) prepareToast(nieuw);
  }).observe(vak, { childList: true });
}
