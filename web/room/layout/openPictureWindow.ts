import { delegateEvents } from 'solid-js/web';

type PictureWindows = {
  requestWindow: (size: { width: number; height: number }) => Promise<Window>;
};

/** WICG Document Picture-in-Picture; not in TypeScript's own types yet. */
const pictureWindows = (): PictureWindows | undefined =>
  (window as { documentPictureInPicture?: PictureWindows }).documentPictureInPicture;

export const hasPictureWindows = (): boolean => pictureWindows() !== undefined;

/**
 * Opens a small window of our own that stays above all others. Only on a press of a person.
 * @throws DOMException `NotAllowedError`
 */
export async function openPictureWindow(): Promise<Window | undefined> {
  const view = await pictureWindows()?.requestWindow({ width: 400, height: 260 });
  if (!view) return undefined;
  dress(view);
  // Solid hears most events at the document.
  delegateEvents(['click'], view.document);
  return view;
}

/** Gives the window our styles. It has this page's content security policy: no style element, but our own files. */
function dress({ document: page, CSSStyleSheet: Sheet }: Window & { CSSStyleSheet?: typeof CSSStyleSheet }) {
  const root = document.documentElement;
  page.documentElement.lang = root.lang;
  Object.assign(page.documentElement.dataset, { ...root.dataset });
  page.title = document.title;
  page.body.className = 'picture-window';
  for (const sheet of document.styleSheets) {
    if (sheet.href) {
      const link = page.createElement('link');
      Object.assign(link, { rel: 'stylesheet', href: sheet.href });
      page.head.append(link);
    } else if (Sheet) {
      // While developing, styles are elements; their rules are taken over without one.
      const copy = new Sheet();
      copy.replaceSync([...sheet.cssRules].map(({ cssText }) => cssText).join('\n'));
      page.adoptedStyleSheets.push(copy);
    }
  }
}
