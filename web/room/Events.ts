type Listener<Data> = (data: Data) => void;

/** Typed events of an object that opens and closes; `Names` maps each name to what it carries. */
export class Events<Names extends object> {
  readonly #listeners = new Map<keyof Names, Set<Listener<never>>>();

  /** Calls `listener` at each `name` until the returned function is called. */
  on<Name extends keyof Names>(name: Name, listener: Listener<Names[Name]>): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return () => {
      listeners.delete(listener);
    };
  }

  emit<Name extends keyof Names>(name: Name, data: Names[Name]): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) {
      (listener as Listener<Names[Name]>)(data);
    }
  }

  clear(): void {
    this.#listeners.clear();
  }
}
