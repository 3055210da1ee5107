/* How long a contact runs, for the eye; the server measures by itself. */
const getekend = new WeakMap();

function show(meter) {
  // The form is drawn again with a new meter; each says how many seconds the contact ran at that moment.
  if (!getekend.has(meter)) getekend.set(meter, performance.now());
  const seconden = Math.floor(Number(meter.dataset.duurmeter) + (performance.now() - getekend.get(meter)) / 1000);
  meter.hidden = false;
  meter.querySelector("[data-duur]").textContent = `${Math.floor(seconden / 60)}:${String(seconden % 60).padStart(2, "0")}`;
}

/** Let the meters on the page run. */
export function prepareDuurmeter() {
  const tick = () => document.querySelectorAll("[data-duurmeter]").forEach(show);
  tick();
  document.addEventListener("htmx:after:swap", tick);
  window.setInterval(tick, 1000);
}
