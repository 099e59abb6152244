/** One measured number, with its unit and what it means in a few words. */
export interface Figure {
  value: number;
  unit: string;
  about: string;
}
export type Figures = Record<string, Figure>;

/** The median: these machines are noisy, and one slow round says nothing. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error('a median needs at least one value');
  return (low + high) / 2;
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

export function printTable(title: string, figures: Figures) {
  const rows = Object.entries(figures).map(([name, { value, unit, about }]) => [
    name,
    String(value),
    unit,
    about,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const [name = '', value = '', unit = '', about = ''] of rows) {
    const [nameWidth = 0, valueWidth = 0, unitWidth = 0] = widths;
    console.log(
      `  ${name.padEnd(nameWidth)}  ${value.padStart(valueWidth)} ${unit.padEnd(unitWidth)}  ${about}`,
    );
  }
}
