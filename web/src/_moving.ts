// A picture that can be moved and brought closer: by dragging, by pinching, by the wheel with Ctrl,
// by its buttons, and by + - 0 while something in it has the focus.

import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";

import { isModified } from "./_keys";

const STEP = 1.5;
const KEYS: Readonly<Record<string, number>> = { "+": STEP, "=": STEP, "-": 1 / STEP, "0": 0 };

type Picture = SVGSVGElement;
type ZoomEvent = D3ZoomEvent<Picture, unknown>;

export interface Moving {
  /** Least and most closeness; 1 is as the server drew it. */
  readonly closeness: readonly [number, number];
  /** Called when a movement ended, with where the picture is now. */
  readonly onEnd?: (transform: ZoomTransform) => void;
}

/** Makes a picture movable; all of it that moves is in its `g.view`. */
export function makeMovable(picture: Picture, moving: Moving): void {
  const view = picture.querySelector<SVGGElement>("g.view");
  if (!view) return;
  const [least, most] = moving.closeness;
  const behaviour = zoom<Picture, unknown>()
    .scaleExtent([least, most])
    .filter((event: Event) => isMeant(event))
    .on("start", () => picture.classList.add("moved"))
    .on("zoom", ({ transform }: ZoomEvent) => view.setAttribute("transform", String(transform)))
    .on("end", ({ transform }: ZoomEvent) => {
      picture.classList.remove("moved");
      moving.onEnd?.(transform);
    });
  const selected = select(picture).call(behaviour).on("dblclick.zoom", null);
  const by = (factor: number): void => {
    if (factor) behaviour.scaleBy(selected, factor);
    else behaviour.transform(selected, zoomIdentity);
  };
  const section = picture.closest("section");
  for (const button of section?.querySelectorAll<HTMLButtonElement>("button[data-zoom]") ?? []) {
    button.hidden = false;
    button.addEventListener("click", () => by(KEYS[button.dataset.zoom ?? ""] ?? 0));
  }
  picture.parentElement?.addEventListener("keydown", (event) => {
    const factor = KEYS[event.key];
    if (factor === undefined || isModified(event)) return;
    event.preventDefault();
    by(factor);
  });
}

/** A bare wheel and a single finger scroll the page, as they do everywhere. */
function isMeant(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  if (event instanceof MouseEvent) return event.button === 0 && !event.ctrlKey;
  return "touches" in event ? (event as TouchEvent).touches.length > 1 : true;
}
