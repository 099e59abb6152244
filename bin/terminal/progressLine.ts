const steps = 10;

/**
 * Shows `label 12 of 345` as it grows: one line that is rewritten on a terminal, one line per tenth elsewhere.
 * @returns the function to call at each step
 */
export function progressLine(label: string) {
  let shownTenth = -1;
  return (done: number, total: number) => {
    const text = `${label}: ${done} of ${total}`;
    if (process.stdout.isTTY) {
      process.stdout.write(`\r${text}${done === total ? '\n' : ''}`);
      return;
    }
    const tenth = Math.floor((done / total) * steps);
    if (tenth === shownTenth) return;
    shownTenth = tenth;
    console.log(text);
  };
}
