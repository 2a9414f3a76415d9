// The words that are selected in the text become those of a claim by hand.

const SHORTEST = 3;
const LONGEST = 2000;

/** The selected words of the text, without the numbers that lead to claims; null if there are none. */
function selectedWords(text: Element): string | null {
  const chosen = getSelection();
  if (!chosen || chosen.isCollapsed) return null;
  if (!text.contains(chosen.anchorNode) || !text.contains(chosen.focusNode)) return null;
  const part = chosen.getRangeAt(0).cloneContents();
  for (const one of part.querySelectorAll("sup.refs")) one.remove();
  const words = (part.textContent ?? "").replace(/\s+/g, " ").trim();
  return words.length < SHORTEST || words.length > LONGEST ? null : words;
}

const link = document.getElementById("by-hand");
const text = document.querySelector(".text");
const bare = link?.getAttribute("href");
if (link && text && bare) {
  const said = link.textContent;
  document.addEventListener("selectionchange", () => {
    const words = selectedWords(text);
    if (words === null) return;
    link.setAttribute("href", `${bare}?quote=${encodeURIComponent(words)}`);
    link.textContent = "Claim from the selected words";
  });
  link.addEventListener("blur", () => {
    if (!getSelection()?.isCollapsed) return;
    link.setAttribute("href", bare);
    link.textContent = said;
  });
}
