// Review: keys press the button that they are printed on, and the next card comes in the same page.

import { areLettersOff, GO_MS, isModified, isTyped } from "./_keys";

let goesUntil = 0;
let isSent = false; // one answer a card, however often it is pressed

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

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches("form.answers, form.quiet")) return;
  event.preventDefault();
  if (isSent) return;
  isSent = true;
  void send(form, event.submitter).finally(() => {
    isSent = false;
  });
});

/** Sends an answer and shows what it leads to. What fails is told by the page, asked for again. */
async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const given = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) given.append(name, String(value));
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(form.action, { method: "POST", body: given, credentials: "same-origin" });
    text = await answer.text();
  } catch {
    tell("The server does not answer. Whether this answer was kept stands in the history.");
    return;
  }
  const page = new DOMParser().parseFromString(text, "text/html");
  const [main, fresh] = [document.getElementById("main"), page.getElementById("main")];
  if (!main || !fresh) {
    location.assign(answer.url);
    return;
  }
  for (const script of fresh.querySelectorAll("script")) script.remove();
  main.replaceChildren(...fresh.childNodes);
  document.title = page.title;
  if (answer.ok) history.replaceState(null, "", answer.url);
  scrollTo(0, 0);
  main.focus({ preventScroll: true });
}

/** Says above the card what went wrong. */
function tell(words: string): void {
  const old = document.querySelector("#main > .notice.failed");
  const said = old ?? document.createElement("p");
  said.className = "notice failed";
  said.setAttribute("role", "alert");
  said.textContent = words;
  if (!old) document.querySelector("#main .tabs")?.after(said);
}

window.addEventListener("pageshow", () => {
  isSent = false;
});
