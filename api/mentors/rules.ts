const aboutLength = 180;

/** The first sentences of a bio that fit a card; of a long sentence its first words. */
export function aboutOf(bio: string): string {
  const flat = bio.trim().replace(/\s+/gu, ' ');
  if (flat.length <= aboutLength) return flat;
  // The danda ends sentences of Hindi.
  const sentences = /^.{40,}[.!?।](?=\s)/su.exec(flat.slice(0, aboutLength + 1));
  if (sentences) return sentences[0];
  const words = flat.slice(0, aboutLength);
  return `${words.slice(0, words.lastIndexOf(' ')).trimEnd()}…`;
}
