import { createSignal, onCleanup, onMount } from 'solid-js';
import { showToast } from '../../ui/showToast.ts';
import { t } from '../../text/layout.ts';
import { ownerOf, type TileKey } from '../arrangeStage.ts';
import type { Shown } from './createShown.ts';
import { hasPictureWindows, openPictureWindow } from './openPictureWindow.ts';

type Options = {
  /** The picture that goes into the window. */
  tile: () => TileKey | undefined;
  shown: Shown;
};
export type PictureWindow = ReturnType<typeof createPictureWindow>;

/** Picture in picture: a window of our own with controls where the browser can, else only the video. */
export function createPictureWindow({ tile, shown }: Options) {
  const [view, setView] = createSignal<Window>();
  const [video, setVideo] = createSignal<HTMLVideoElement>();

  async function openWindow(): Promise<void> {
    const opened = await openPictureWindow();
    opened?.addEventListener('pagehide', () => setView(undefined));
    setView(opened);
  }
  async function openVideo(): Promise<void> {
    const key = tile();
    const element = document.querySelector<HTMLVideoElement>(`figure[data-tile="${key}"] video`);
    if (!key || !element) return;
    const source = key.endsWith('/screen') ? 'screen' : 'camera';
    element.disablePictureInPicture = false;
    const { width, height } = await element.requestPictureInPicture();
    shown('window', ownerOf(key), source, { width, height });
    setVideo(element);
    const closed = () => {
      element.disablePictureInPicture = true;
      shown('window', ownerOf(key), source, null);
      setVideo(undefined);
    };
    element.addEventListener('leavepictureinpicture', closed, { once: true });
  }
  function close(): void {
    view()?.close();
    setView(undefined);
    if (video()) void document.exitPictureInPicture().catch(() => undefined);
  }
  async function open(): Promise<void> {
    try {
      await (hasPictureWindows() ? openWindow() : openVideo());
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      showToast({ tone: 'warning', title: t('layout.windowFailed'), text: t('layout.windowFailedText') });
    }
  }
  // Who is back at the page has no need of the window.
  const returned = () => document.visibilityState === 'visible' && close();
  onMount(() => document.addEventListener('visibilitychange', returned));
  onCleanup(() => {
    document.removeEventListener('visibilitychange', returned);
    close();
  });
  const isOpen = () => (view() ?? video()) !== undefined;
  return {
    offered: hasPictureWindows() || document.pictureInPictureEnabled,
    open: isOpen,
    /** The window of our own, while it is open. */
    view,
    tile,
    toggle: () => (isOpen() ? close() : void open()),
  };
}
