// The timeline's picture: arrow keys walk the marks; one of them is in the order of the tab key.

type Bar = SVGAElement | HTMLAnchorElement;

function middle(bar: Bar): number {
  const box = (bar.querySelector(".m, .bin") ?? bar).getBoundingClientRect();
  return (box.left + box.right) / 2;
}

function next(lanes: Bar[][], bar: Bar, key: string): Bar | undefined {
  const number = lanes.findIndex((one) => one.includes(bar));
  const lane = lanes[number] ?? [];
  const place = lane.indexOf(bar);
  switch (key) {
    case "ArrowRight": return lane[place + 1];
    case "ArrowLeft": return lane[place - 1];
    case "Home": return lane[0];
    case "End": return lane.at(-1);
  }
  const at = middle(bar);
  const away = (one: Bar): number => Math.abs(middle(one) - at);
  return lanes[number + (key === "ArrowDown" ? 1 : -1)]?.reduce((a, b) => (away(b) < away(a) ? b : a));
}

const KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

/** Makes the marks of the page's lanes, if it has any, walkable. */
export function walkLanes(): void {
  const lanes = [...document.querySelectorAll(".lanes .strip")]
    .map((one) => [...one.querySelectorAll<Bar>("a.bar")].sort((a, b) => middle(a) - middle(b)))
    .filter((one) => one.length);
  const bars = lanes.flat();
  const said = document.querySelector<HTMLElement>(".picture-said");
  const say = (bar: Bar): void => {
    if (!said) return;
    said.hidden = false;
    said.textContent = bar.getAttribute("aria-label");
  };
  bars.forEach((bar, number) => {
    bar.setAttribute("tabindex", number ? "-1" : "0");
    bar.addEventListener("mouseenter", () => say(bar));
    bar.addEventListener("focus", () => {
      for (const one of bars) one.setAttribute("tabindex", one === bar ? "0" : "-1");
      say(bar);
    });
    bar.addEventListener("keydown", (event) => {
      const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
      if (ctrlKey || metaKey || altKey || !KEYS.includes(key)) return;
      event.preventDefault();
      next(lanes, bar, key)?.focus();
    });
  });
}
