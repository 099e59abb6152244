/** Stands in for a package that makes drawings from text, which our board does not offer. */
export function parseMermaidToExcalidraw(): Promise<never> {
  return Promise.reject(new Error('the board has no diagrams from text'));
}
