const key = 'peerlearn.tab';

let known: string | undefined;

/**
 * Tells this tab from others of the same browser, also after it loaded again. It is stored only from the moment a page
 * goes until the tab's next page takes it, so that a tab that is duplicated meanwhile is another one.
 */
export function tabId(): string {
  if (known !== undefined) return known;
  const id = sessionStorage.getItem(key) ?? crypto.randomUUID();
  sessionStorage.removeItem(key);
  window.addEventListener('pagehide', () => sessionStorage.setItem(key, id));
  window.addEventListener('pageshow', () => sessionStorage.removeItem(key));
  known = id;
  return id;
}
