// Keys of the screens; every one of them does what a link or a field of the page does too.

import { tieClaims, walkClaims } from "./_claims";
import { areLettersOff, GO_MS, isModified, isTyped } from "./_keys";
import { walkLanes } from "./_lanes";

const dialog = document.querySelector<HTMLDialogElement>("#keys");
const off = document.querySelector<HTMLInputElement>("#keys-off");
const hint = document.querySelector<HTMLElement>(".keys-hint");

function isRememberedOff(): boolean {
  try {
    return localStorage.getItem("keys") === "off";
  } catch {
    return false; // a private window
  }
}

function remember(isOff: boolean): void {
  try {
    localStorage.setItem("keys", isOff ? "off" : "on");
  } catch {
    // a private window: it holds for this page
  }
}

const screens = new Map<string, string>();
for (const one of document.querySelectorAll<HTMLElement>("[data-go]")) {
  const target = one.querySelector("a")?.getAttribute("href");
  if (one.dataset.go && target) screens.set(one.dataset.go, target);
}
let goesUntil = 0;

function press(event: KeyboardEvent): void {
  if (isModified(event) || event.defaultPrevented) return;
  if (isTyped(event, "input, select, textarea, [contenteditable]")) return;
  if (event.key === "?") {
    event.preventDefault();
    if (dialog?.open) dialog.close();
    else dialog?.showModal();
    return;
  }
  if (areLettersOff()) return;
  const screen = event.timeStamp < goesUntil ? screens.get(event.key) : undefined;
  if (screen) {
    location.assign(screen);
    return;
  }
  goesUntil = event.key === "g" ? event.timeStamp + GO_MS : 0;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("find")?.focus();
  } else if (walkClaims(event)) event.preventDefault();
}

if (dialog && off) {
  off.checked = isRememberedOff();
  off.addEventListener("change", () => remember(off.checked));
  if (hint) hint.hidden = false;
  tieClaims();
  walkLanes();
  document.addEventListener("keydown", press);
}
