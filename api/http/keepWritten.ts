const written = new WeakMap<object, Buffer>();

/** Writes an answer as JSON once, for a cache that gives the same object to many calls. */
export function keepWritten<T extends object>(answer: T): T {
  written.set(answer, Buffer.from(JSON.stringify(answer)));
  return answer;
}

/** The JSON of an answer that was kept; undefined for any other. */
export function writtenJson(answer: unknown): Buffer | undefined {
  return typeof answer === 'object' && answer !== null ? written.get(answer) : undefined;
}
