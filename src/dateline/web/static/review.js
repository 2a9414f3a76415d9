"use strict";
// Keys of the review: each presses the button that it is printed on.
(() => {
  const dialog = document.getElementById("keys");
  const off = document.getElementById("keys-off");
  let goes = 0;
  let is_sent = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]")) return;
    if ((dialog && dialog.open) || (off && off.checked)) return;
    const is_going = event.timeStamp < goes; // "g n" leads to a screen
    goes = event.key === "g" ? event.timeStamp + 1500 : 0;
    if (is_going || event.defaultPrevented || is_sent) return;
    const key = event.key === "h" ? "u" : event.key;
    const button = document.querySelector(`button[data-key="${CSS.escape(key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
  for (const form of document.querySelectorAll("form.answers, form.quiet")) {
    form.addEventListener("submit", (event) => {
      if (is_sent) event.preventDefault(); // one answer a card, however often it is pressed
      is_sent = true;
    });
  }
  window.addEventListener("pageshow", () => { is_sent = false; });
})();
