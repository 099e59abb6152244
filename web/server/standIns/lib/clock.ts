/** The server's clock is the right one, and nothing ticks in a page that is written once. */
export const serverNow = (): number => Date.now();
export const now = (): number => Date.now();
export const noteServerDate = (): void => undefined;
