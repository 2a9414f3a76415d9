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

  // The picture: arrow keys walk the marks; one of them is in the order of the tab key.
  const lanes = [...document.querySelectorAll(".lanes .strip")]
    .map((one) => [...one.querySelectorAll("a.bar")].sort((a, b) => middle(a) - middle(b)))
    .filter((one) => one.length);
  const said = document.querySelector(".picture-said");
  function middle(bar) {
    const box = bar.querySelector(".m, .bin").getBoundingClientRect();
    return (box.left + box.right) / 2;
  }
  const say = (bar) => { if (said && bar) { said.hidden = false; said.textContent = bar.getAttribute("aria-label"); } };
  const walk = (bar, key) => {
    const lane = lanes.findIndex((one) => one.includes(bar));
    const place = lanes[lane].indexOf(bar);
    if (key === "ArrowRight") return lanes[lane][place + 1];
    if (key === "ArrowLeft") return lanes[lane][place - 1];
    if (key === "Home") return lanes[lane][0];
    if (key === "End") return lanes[lane].at(-1);
    const other = lanes[lane + (key === "ArrowDown" ? 1 : -1)];
    const at = middle(bar);
    return other && other.reduce((a, b) => (Math.abs(middle(b) - at) < Math.abs(middle(a) - at) ? b : a));
  };
  lanes.flat().forEach((bar, number) => {
    bar.setAttribute("tabindex", number ? "-1" : "0");
    bar.addEventListener("mouseenter", () => say(bar));
    bar.addEventListener("focus", () => {
      for (const one of lanes.flat()) one.setAttribute("tabindex", one === bar ? "0" : "-1");
      say(bar);
    });
    bar.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (!["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
      event.preventDefault();
      const next = walk(bar, event.key);
      if (next) next.focus();
    });
  });

  const places = {};
  for (const one of document.querySelectorAll("[data-go]")) places[one.dataset.go] = one.querySelector("a").getAttribute("href");
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
    else if (event.key === "ArrowDown" && event.target === claims[at]) { event.preventDefault(); go(at + 1); }
    else if (event.key === "ArrowUp" && event.target === claims[at]) { event.preventDefault(); go(at - 1); }
  });
})();
