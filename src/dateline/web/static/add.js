"use strict";
// Files can be dropped on the form; the page of a sending keeps itself up to date.
(() => {
  const drop = document.getElementById("drop");
  const files = document.getElementById("files");
  if (drop && files) {
    drop.querySelector(".hint").hidden = false;
    for (const name of ["dragenter", "dragover"]) {
      drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
    }
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      files.files = event.dataTransfer.files;
    });
  }
  const progress = document.getElementById("progress");
  const look = async () => {
    try {
      const answer = await fetch(location.pathname, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.getElementById("progress");
      if (!now) return;
      if (now.dataset.open !== "yes") { location.reload(); return; }
      for (const part of [".lead", ".tally", "progress"]) {
        progress.querySelector(part).replaceWith(now.querySelector(part));
      }
    } catch { return; } // the server was stopped: the page stays as it is
    setTimeout(look, 1000);
  };
  if (progress && progress.dataset.open === "yes") setTimeout(look, 700);
})();
