// Files can be dropped on the form; the page of a sending keeps itself up to date.

function takeDrops(drop: HTMLElement, files: HTMLInputElement): void {
  const hint = drop.querySelector<HTMLElement>(".hint");
  if (hint) hint.hidden = false;
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer) files.files = event.dataTransfer.files;
  });
}

const LOOK_MS = 1000;

async function follow(progress: HTMLElement): Promise<void> {
  let now: HTMLElement | null;
  try {
    const answer = await fetch(location.pathname, { credentials: "same-origin" });
    now = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("progress");
  } catch {
    return; // the server was stopped: the page stays as it is
  }
  if (!now) return;
  if (now.dataset.open !== "yes") {
    location.reload();
    return;
  }
  for (const part of [".lead", ".tally", "progress"]) {
    const fresh = now.querySelector(part);
    if (fresh) progress.querySelector(part)?.replaceWith(fresh);
  }
  setTimeout(follow, LOOK_MS, progress);
}

const drop = document.getElementById("drop");
const files = document.querySelector<HTMLInputElement>("#files");
if (drop && files) takeDrops(drop, files);
const progress = document.getElementById("progress");
if (progress?.dataset.open === "yes") setTimeout(follow, LOOK_MS, progress);
