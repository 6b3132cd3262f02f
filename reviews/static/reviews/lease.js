// The hold on a claim: kept alive while the page is in sight, with a clock. htmx sends the beat.

const SHORT = 120; // seconds left from which the clock warns
const lease = document.getElementById("lease");

function beat() {
  if (!document.hidden) htmx.trigger(lease, "heartbeat");
}

function tick() {
  const clock = document.getElementById("lease-clock");
  const left = Math.floor((Date.parse(clock?.dataset.expires) - Date.now()) / 1000);
  if (Number.isNaN(left)) return;
  const shown = clock.querySelector("[data-left]");
  clock.classList.toggle("clock--short", left < SHORT);
  if (left > 0) {
    shown.textContent = `(${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")})`;
  } else if (clock.dataset.over) {
    shown.textContent = clock.dataset.over;
    delete clock.dataset.expires;
  }
}

if (lease) {
  setInterval(beat, Number(lease.dataset.heartbeat) * 1000);
  document.addEventListener("visibilitychange", beat);
  setInterval(tick, 1000);
  document.body.addEventListener("htmx:afterSettle", tick); // the answer to a beat comes without it
}
