// What the islands share about keys: when a key is meant for a field, and the switch that turns them off.

/** Whether a key was pressed with a modifier, which the browser or the system has a use for. */
export function isModified(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

/** Whether what was pressed goes into a field. */
export function isTyped(event: KeyboardEvent, fields: string): boolean {
  return event.target instanceof Element && event.target.closest(fields) !== null;
}

/** Whether single letters do nothing now: their list is open, or somebody turned them off. */
export function areLettersOff(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>("#keys");
  const off = document.querySelector<HTMLInputElement>("#keys-off");
  return Boolean(dialog?.open || off?.checked);
}

/** Milliseconds within which a letter after "g" leads to a screen. */
export const GO_MS = 1500;
