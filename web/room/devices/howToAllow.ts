/** Browsers whose ways to allow a device differ for the person. */
export type AllowingBrowser = 'chromium' | 'android' | 'firefox' | 'safari' | 'ios' | 'other';

/** @param agent what the browser says it is (`navigator.userAgent`) */
export function allowingBrowser(agent: string): AllowingBrowser {
  // Every browser on an iPhone is Safari inside, and asks as the system does.
  if (/iPhone|iPad|iPod/u.test(agent)) return 'ios';
  if (agent.includes('Firefox/')) return 'firefox';
  if (agent.includes('Android')) return 'android';
  if (agent.includes('Chrome/')) return 'chromium';
  return agent.includes('Safari/') ? 'safari' : 'other';
}
