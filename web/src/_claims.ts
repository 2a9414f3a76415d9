// The reader's claims: a card and the words it rests on light up together.

const cards = [...document.querySelectorAll<HTMLElement>("li.claim[id]")];
const pieces = [...document.querySelectorAll<HTMLElement>("[data-claims]")];
let at = -1;

const claimsOf = (piece: HTMLElement): string[] => (piece.dataset.claims ?? "").trim().split(" ");

function light(id: string, isOn: boolean): void {
  for (const piece of pieces) {
    if (claimsOf(piece).includes(id)) piece.classList.toggle("lit", isOn);
  }
  document.getElementById(id)?.classList.toggle("lit", isOn);
}

function go(number: number): void {
  const last = cards[at];
  if (last) light(last.id, false);
  at = (number + cards.length) % cards.length;
  const card = cards[at];
  if (!card) return;
  light(card.id, true);
  history.replaceState(null, "", `#${card.id}`);
  document.getElementById(`${card.id}-words`)?.scrollIntoView({ block: "center" });
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

function goToAddress(): void {
  const found = cards.findIndex((one) => `#${one.id}` === location.hash);
  if (found >= 0) go(found);
}

/** Ties every card of the page to its words, by pointer and by address. */
export function tieClaims(): void {
  if (!cards.length) return;
  window.addEventListener("hashchange", goToAddress);
  goToAddress();
  for (const card of cards) {
    card.addEventListener("mouseenter", () => light(card.id, true));
    card.addEventListener("mouseleave", () => {
      if (cards[at] !== card) light(card.id, false);
    });
  }
  for (const piece of pieces) {
    const ids = claimsOf(piece);
    piece.addEventListener("mouseenter", () => ids.forEach((id) => light(id, true)));
    piece.addEventListener("mouseleave", () => {
      for (const id of ids) if (cards[at]?.id !== id) light(id, false);
    });
    piece.addEventListener("click", () => {
      const number = cards.findIndex((one) => one.id === ids[0]);
      if (number >= 0 && !String(getSelection())) go(number);
    });
  }
}

/** Goes to the claim before or after on a key that does so; whether it was one. */
export function walkClaims(event: KeyboardEvent): boolean {
  if (!cards.length) return false;
  if (event.key === "]") go(at + 1);
  else if (event.key === "[") go(at < 0 ? -1 : at - 1);
  else if (event.key === "ArrowDown" && event.target === cards[at]) go(at + 1);
  else if (event.key === "ArrowUp" && event.target === cards[at]) go(at - 1);
  else return false;
  return true;
}
