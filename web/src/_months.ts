// A span of months, or of years, chosen with two sliders; the strip beside them leads to one alone.

/** Shows the sliders of the page, if it has some, and says what is chosen. */
export function chooseMonths(): void {
  const form = document.querySelector<HTMLFormElement>("form.months");
  const [first, last] = form?.querySelectorAll<HTMLInputElement>("input[type=range]") ?? [];
  const from = form?.querySelector<HTMLInputElement>("input[name=from]");
  const to = form?.querySelector<HTMLInputElement>("input[name=to]");
  const said = form?.querySelector("output");
  if (!form || !first || !last || !from || !to || !said) return;
  const units = (form.dataset.units ?? "").split(" ");
  const names = (form.dataset.names ?? "").split("|");

  const say = (): void => {
    const [start, end] = [first.valueAsNumber, last.valueAsNumber];
    const [startName, endName] = [names[start] ?? "", names[end] ?? ""];
    first.setAttribute("aria-valuetext", startName);
    last.setAttribute("aria-valuetext", endName);
    said.textContent = start === end ? startName : `${startName} to ${endName}`;
    const isWhole = start === 0 && end === units.length - 1;
    from.value = isWhole ? "" : (units[start] ?? "");
    to.value = isWhole ? "" : (units[end] ?? "");
  };
  const place = (unit: string, otherwise: number): number => {
    const found = units.findIndex((one) => unit.startsWith(one));
    return unit && found >= 0 ? found : otherwise;
  };
  first.valueAsNumber = place(from.value, 0);
  last.valueAsNumber = place(to.value, units.length - 1);
  first.addEventListener("input", () => {
    last.valueAsNumber = Math.max(first.valueAsNumber, last.valueAsNumber);
    say();
  });
  last.addEventListener("input", () => {
    first.valueAsNumber = Math.min(first.valueAsNumber, last.valueAsNumber);
    say();
  });
  form.addEventListener("submit", () => {
    for (const field of [from, to]) field.disabled = !field.value;
  });
  say();
  form.hidden = false;
}
