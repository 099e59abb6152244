import type { Rolldown } from 'vite';

/**
 * The page's file waits for the Hindi words before it goes on. What they import must not be in it: each would wait for
 * the other for ever.
 */
const neededByHindi = /\/web\/text\/plural\.ts$/u;

/**
 * What must be there before any page can be shown goes into one file. The bundler would make forty small ones of it,
 * each shared by another set of pages: the same code would weigh a sixth more on the line and queue behind itself.
 * @param entry path of the page's first module
 */
export function everyPageChunk(entry: string): Rolldown.CodeSplittingOptions {
  let needed: Set<string> | undefined;
  return {
    groups: [
      // A file of its own: else the group below takes it with what imports it.
      { name: 'plural', test: neededByHindi, priority: 1 },
      {
        debugName: 'every-page',
        name: (id, modules) => ((needed ??= importedBy(entry, modules)).has(id) ? 'every-page' : null),
      },
    ],
  };
}

/** A module and all that it imports, without what it imports only when asked. */
function importedBy(entry: string, modules: Rolldown.ChunkingContext): Set<string> {
  const found = new Set([entry]);
  // A set gives what is added to it while it is walked, too.
  for (const id of found)
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}
