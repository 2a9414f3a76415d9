// The network's picture: it can be moved, names can be pulled apart, and what one is tied to stands out.

import { drag, type D3DragEvent } from "d3-drag";
import { select } from "d3-selection";

import { makeMovable } from "./_moving";

interface Tie {
  readonly link: SVGAElement;
  readonly ends: readonly [string, string];
}

/** Brings the network of the page to life, if it has one. */
export function moveNetwork(): void {
  const picture = document.querySelector<SVGSVGElement>("svg.net");
  if (!picture) return;
  makeMovable(picture, { closeness: [0.5, 8] });
  const nodes = [...picture.querySelectorAll<SVGAElement>("a.node-link")];
  const ties = [...picture.querySelectorAll<SVGAElement>("a.tie-link")].map((link): Tie => {
    const { left = "", right = "" } = link.dataset;
    return { link, ends: [left, right] };
  });
  pullApart(nodes, ties);
  for (const node of nodes) standOut(picture, nodes, ties, node, (tie) => tie.ends.includes(idOf(node)));
  for (const tie of ties) standOut(picture, nodes, ties, tie.link, (one) => one === tie);
}

function idOf(node: SVGAElement): string {
  return node.dataset.node ?? "";
}

/** Lets each name be pulled elsewhere, with the ends of its lines. */
function pullApart(nodes: SVGAElement[], ties: Tie[]): void {
  const away = new Map<string, { x: number; y: number }>();
  const pull = drag<SVGAElement, unknown>().on("drag", function (event: D3DragEvent<SVGAElement, unknown, unknown>) {
    const id = idOf(this);
    const to = away.get(id) ?? { x: 0, y: 0 };
    to.x += event.dx;
    to.y += event.dy;
    away.set(id, to);
    this.setAttribute("transform", `translate(${to.x},${to.y})`);
    for (const { link, ends } of ties) {
      const end = ends.indexOf(id) + 1;
      if (!end) continue;
      for (const line of link.querySelectorAll("line")) {
        shift(line, `x${end}`, event.dx);
        shift(line, `y${end}`, event.dy);
      }
    }
  });
  select(document).selectAll<SVGAElement, unknown>(() => nodes).call(pull);
}

function shift(line: SVGLineElement, name: string, by: number): void {
  line.setAttribute(name, String(Number(line.getAttribute(name)) + by));
}

/** While something is pointed at, all that has nothing to do with it is pale. */
function standOut(
  picture: SVGSVGElement, nodes: SVGAElement[], ties: Tie[], what: SVGAElement, isOf: (tie: Tie) => boolean,
): void {
  const show = (): void => {
    const near = new Set(ties.filter(isOf).flatMap(({ ends }) => ends));
    if (what.dataset.node) near.add(what.dataset.node);
    picture.classList.add("pointed");
    for (const node of nodes) node.classList.toggle("near", near.has(idOf(node)));
    for (const tie of ties) tie.link.classList.toggle("near", isOf(tie));
  };
  const hide = (): void => picture.classList.remove("pointed");
  what.addEventListener("mouseenter", show);
  what.addEventListener("focus", show);
  what.addEventListener("mouseleave", hide);
  what.addEventListener("blur", hide);
}
