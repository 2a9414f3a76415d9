"use strict";
// Keys of the screens; every one of them does what a link or a field of the page does too.
(() => {
  const dialog = document.getElementById("keys");
  const off = document.getElementById("keys-off");
  const hint = document.querySelector(".keys-hint");
  if (!dialog || !off) return;
  const stored = () => { try { return localStorage.getItem("keys") === "off"; } catch { return false; } };
  off.checked = stored();
  off.addEventListener("change", () => {
    try { localStorage.setItem("keys", off.checked ? "off" : "on"); } catch { /* a private window */ }
  });
  if (hint) hint.hidden = false;

  const claims = [...document.querySelectorAll("li.claim[id]")];
  let at = -1;
  const light = (id, is_on) => {
    for (const one of document.querySelectorAll("[data-claims]")) {
      if (one.dataset.claims.split(" ").includes(id)) one.classList.toggle("lit", is_on);
    }
    const card = document.getElementById(id);
    if (card) card.classList.toggle("lit", is_on);
  };
  const go = (number) => {
    if (!claims.length) return;
    if (claims[at]) light(claims[at].id, false);
    at = (number + claims.length) % claims.length;
    const card = claims[at];
    light(card.id, true);
    history.replaceState(null, "", "#" + card.id);
    const words = document.getElementById(card.id + "-words");
    if (words) words.scrollIntoView({ block: "center" });
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };
  const opened = () => {
    const found = claims.findIndex((one) => "#" + one.id === location.hash);
    if (found >= 0) go(found);
  };
  window.addEventListener("hashchange", opened);
  opened();
  for (const card of claims) {
    card.addEventListener("mouseenter", () => light(card.id, true));
    card.addEventListener("mouseleave", () => { if (claims[at] !== card) light(card.id, false); });
  }
  for (const piece of document.querySelectorAll("[data-claims]")) {
    const ids = piece.dataset.claims.trim().split(" ");
    piece.addEventListener("mouseenter", () => ids.forEach((id) => light(id, true)));
    piece.addEventListener("mouseleave", () => ids.forEach((id) => { if (!claims[at] || claims[at].id !== id) light(id, false); }));
    piece.addEventListener("click", () => {
      const number = claims.findIndex((one) => one.id === ids[0]);
      if (number >= 0 && !String(getSelection())) go(number);
    });
  }

  const places = { r: "/", t: "/timeline", e: "/events", p: "/people", c: "/conflicts" };
  let goes = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    if (event.key === "?") {
      event.preventDefault();
      if (dialog.open) dialog.close(); else dialog.showModal();
      return;
    }
    if (dialog.open || off.checked) return;
    if (event.timeStamp < goes && places[event.key]) { location.assign(places[event.key]); return; }
    goes = event.key === "g" ? event.timeStamp + 1500 : 0;
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("find").focus();
    } else if (event.key === "]") go(at + 1);
    else if (event.key === "[") go(at < 0 ? -1 : at - 1);
  });
})();
