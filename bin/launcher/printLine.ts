import { styleText } from 'node:util';

const colours = { api: 'cyan', media: 'magenta', workers: 'yellow', redis: 'red', web: 'green' } as const;
const width = Math.max(...Object.keys(colours).map((name) => name.length));

/** Prints a line of one process, led by that process's name in its colour where the output is a terminal. */
export function printLine(name: string, line: string): void {
  const colour = colours[name as keyof typeof colours] ?? 'gray';
  console.log(`${styleText(colour, name.padEnd(width))} ${line}`);
}
