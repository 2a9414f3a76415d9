// The words that are selected in the text become those of a claim by hand.
"use strict";
(() => {
  const link = document.getElementById("by-hand");
  const text = document.querySelector(".text");
  if (!link || !text) return;
  const bare = link.getAttribute("href");
  const words = link.textContent;
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    const inside = chosen && !chosen.isCollapsed && text.contains(chosen.anchorNode) && text.contains(chosen.focusNode);
    if (!inside) return;
    const part = chosen.getRangeAt(0).cloneContents();
    for (const one of part.querySelectorAll("sup.refs")) one.remove();
    const quote = part.textContent.replace(/\s+/g, " ").trim();
    if (quote.length < 3 || quote.length > 2000) return;
    link.setAttribute("href", `${bare}?quote=${encodeURIComponent(quote)}`);
    link.textContent = "Claim from the selected words";
  });
  link.addEventListener("blur", () => { if (getSelection().isCollapsed) { link.setAttribute("href", bare); link.textContent = words; } });
})();
