// The map can be dragged and brought closer; then the server draws that part of the world anew,
// at the address that its links would have led to.

import type { ZoomTransform } from "d3-zoom";

import { makeMovable } from "./_moving";

const PARTS = ["section.picture", "#list", "#unplaced"];
const WAIT_MS = 250;

let waiting = 0;
let asked = 0;

function edge(picture: SVGSVGElement, name: string): number {
  return Number(picture.dataset[name]);
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The address of the part of the world that shows now. */
function addressOf(picture: SVGSVGElement, { k, x, y }: ZoomTransform): string {
  const { width, height } = picture.viewBox.baseVal;
  const [west, east] = [edge(picture, "west"), edge(picture, "east")];
  const [south, north] = [edge(picture, "south"), edge(picture, "north")];
  const [across, down] = [(width / 2 - x) / k / width, (height / 2 - y) / k / height];
  const lon = west + across * (east - west);
  const lat = north - down * (north - south);
  const target = new URL(location.href);
  target.hash = "";
  target.searchParams.set("lat", round(Math.min(Math.max(lat, -90), 90)));
  target.searchParams.set("lon", round(Math.min(Math.max(lon, -180), 180)));
  target.searchParams.set("span", round((north - south) / k));
  return target.href;
}

async function show(address: string): Promise<void> {
  const number = ++asked;
  const answer = await fetch(address, { credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (number !== asked) return; // it was moved again meanwhile
  if (!answer.ok || !page.querySelector(PARTS[0] ?? "")) {
    location.assign(address);
    return;
  }
  const hadFocus = document.activeElement?.matches(".map-box") ?? false;
  for (const part of PARTS) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh) old.replaceWith(fresh);
    else old?.remove();
  }
  begin();
  if (hadFocus) document.querySelector<HTMLElement>(".map-box")?.focus({ preventScroll: true });
}

function begin(): void {
  const picture = document.querySelector<SVGSVGElement>("svg.map");
  if (!picture) return;
  makeMovable(picture, {
    closeness: [0.25, 16],
    onEnd: (transform) => {
      window.clearTimeout(waiting);
      if (transform.k === 1 && transform.x === 0 && transform.y === 0) return;
      waiting = window.setTimeout(() => {
        const address = addressOf(picture, transform);
        history.pushState(null, "", address);
        void show(address).catch(() => location.assign(address));
      }, WAIT_MS);
    },
  });
}

/** Brings the map of the page to life, if it has one. */
export function moveMap(): void {
  if (!document.querySelector("svg.map")) return;
  window.addEventListener("popstate", () => {
    void show(location.href).catch(() => location.reload());
  });
  begin();
}
