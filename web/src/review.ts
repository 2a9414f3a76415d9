// Keys of the review: each presses the button that it is printed on.

import { areLettersOff, GO_MS, isModified, isTyped } from "./_keys";

let goesUntil = 0;
let isSent = false;

document.addEventListener("keydown", (event) => {
  if (isModified(event) || event.repeat || areLettersOff()) return;
  if (isTyped(event, "input:not([type=checkbox]), select, textarea, [contenteditable]")) return;
  const isGoing = event.timeStamp < goesUntil; // "g n" leads to a screen
  goesUntil = event.key === "g" ? event.timeStamp + GO_MS : 0;
  if (isGoing || event.defaultPrevented || isSent) return;
  const key = event.key === "h" ? "u" : event.key;
  const button = document.querySelector<HTMLButtonElement>(`button[data-key="${CSS.escape(key)}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});

for (const form of document.querySelectorAll("form.answers, form.quiet")) {
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault(); // one answer a card, however often it is pressed
    isSent = true;
  });
}
window.addEventListener("pageshow", () => {
  isSent = false;
});
