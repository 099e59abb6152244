/** In place of the pages that are never rendered on the server. */
export default function OtherPage() {
  return null;
}
