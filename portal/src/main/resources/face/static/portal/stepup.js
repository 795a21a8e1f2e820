// The second factor once more, before what is dangerous.
let asking = null;

/** Asks with a dialog; calls at the same moment share it. @returns whether it was shown; false when the dialog was closed */
export function stepUp() {
  asking ??= import("./auth/stepup-dialog.js").then((module) => module.askSecondFactor()).finally(() => { asking = null; });
  return asking;
}
