import './assetPath.ts';
import '@excalidraw/excalidraw/index.css';
import './canvas.css';
import { Excalidraw, MainMenu, getCommonBounds } from '@excalidraw/excalidraw';
import type { FileId } from '@excalidraw/excalidraw/element/types';
import type {
  Collaborator,
  DataURL,
  ExcalidrawImperativeAPI,
  ExcalidrawProps,
  SocketId,
} from '@excalidraw/excalidraw/types';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { BoardElement, BoardView } from '../../../../media/contracts/board.ts';
import type { Pointer, Presence } from '../engine/BoardMoments.ts';
import { exportPage, exportPdf } from './exportCanvas.ts';
import { addNote, createHighlighter, type Highlighter } from './ownTools.ts';
import { restored } from './restored.ts';
import { Scene, type OnEdit } from './Scene.ts';

export type Look = { locale: 'en' | 'hi'; theme: 'light' | 'dark'; readOnly: boolean };
/** Where images come from and go to, by the ids under which others find them. */
type Images = { add: (file: File) => Promise<string>; find: (fileId: string) => Promise<string> };
type Acts = {
  onEdit: OnEdit;
  /** The hand has let go. */
  onSettle: () => void;
  onPointer: (pointer: Pointer) => void;
  /** This person sees another part of the page. */
  onView: (view: BoardView) => void;
  /** The board has another size; it begins with none. */
  onResize: () => void;
  /** The highlighter was taken, or put away. */
  onHighlight: (on: boolean) => void;
};
type Options = {
  look: Look;
  /** The keyboard goes there at once. */
  focus: boolean;
  images: Images;
  /** Who hears of what is done; a board that is only looked at has nobody. */
  acts?: Acts;
};
type AppState = ReturnType<ExcalidrawImperativeAPI['getAppState']>;
export type BoardCanvas = Awaited<ReturnType<typeof mountCanvas>>;

/** Excalidraw in an element of ours. React stays in this folder. */
export async function mountCanvas(container: HTMLElement, options: Options) {
  const { acts } = options;
  const root = createRoot(container);
  const ready = Promise.withResolvers<ExcalidrawImperativeAPI>();
  const parts: { scene?: Scene; highlighter?: Highlighter } = {};
  let look = options.look;
  const render = () => root.render(createElement(Excalidraw, propsOf(), ownMenu()));
  const propsOf = (): ExcalidrawProps => ({
    ...fixed,
    autoFocus: options.focus,
    generateIdForFile: (file) => options.images.add(file),
    langCode: look.locale === 'hi' ? 'hi-IN' : 'en',
    theme: look.theme,
    viewModeEnabled: look.readOnly,
    excalidrawAPI: ready.resolve,
    onChange: (elements, state) => {
      parts.scene?.changed(elements, state);
      parts.highlighter?.toolChanged(state);
    },
    onPointerUp: () => queueMicrotask(() => acts?.onSettle()),
    onPointerUpdate: ({ pointer: { x, y, tool }, button }) =>
      acts?.onPointer({ x, y, laser: tool === 'laser', pressed: button === 'down' }),
    onScrollChange: () => void ready.promise.then((api) => acts?.onView(viewOf(api, container))),
  });
  render();
  const api = await ready.promise;
  const scene = new Scene(api, acts?.onEdit);
  const highlighter = createHighlighter(api, acts?.onHighlight);
  Object.assign(parts, { scene, highlighter });
  const resizes = new ResizeObserver(() => acts?.onResize());
  resizes.observe(container);
  const fetchImages = imagesFor(api, options.images);
  return {
    open(elements: readonly BoardElement[]): void {
      scene.open(elements);
      void fetchImages(elements);
    },
    apply(elements: readonly BoardElement[]): void {
      scene.apply(elements);
      void fetchImages(elements);
    },
    setLook(next: Look): void {
      look = next;
      render();
    },
    setPeople: (people: readonly Presence[]) => api.updateScene({ collaborators: collaborators(people) }),
    view: () => viewOf(api, container),
    lookAt: (view: BoardView) => lookAt(api, container, view),
    /** Shows all of these elements, no larger than they were drawn. */
    fit: (elements: readonly BoardElement[]) =>
      lookAt(api, container, boundsOf(restored(elements)), { mostZoom: 1 }),
    highlight: () => highlighter.toggle(),
    addNote: () => addNote(api, container),
    /** Pages as a file; of an image, as of an SVG, the first one. */
    async export(kind: 'png' | 'svg' | 'pdf', pages: readonly BoardElement[][]): Promise<Blob> {
      await Promise.all(pages.map((elements) => fetchImages(elements)));
      const files = api.getFiles();
      return kind === 'pdf' ? exportPdf(pages, files) : exportPage(kind, pages[0] ?? [], files);
    },
    close(): void {
      resizes.disconnect();
      root.unmount();
    },
  };
}

/** What leads to other sites, or away from the lesson, is not offered. */
const fixed: ExcalidrawProps = {
  initialData: { appState: { showWelcomeScreen: false, currentItemFontFamily: 6 } },
  isCollaborating: true,
  handleKeyboardGlobally: false,
  validateEmbeddable: false,
  aiEnabled: false,
  UIOptions: {
    canvasActions: {
      changeViewBackgroundColor: false,
      clearCanvas: false,
      export: false,
      loadScene: false,
      saveToActiveFile: false,
      toggleTheme: false,
      saveAsImage: false,
    },
  },
};

const ownMenu = () =>
  createElement(
    MainMenu,
    null,
    createElement(MainMenu.DefaultItems.SearchMenu),
    createElement(MainMenu.DefaultItems.Help),
  );

function collaborators(people: readonly Presence[]): Map<SocketId, Collaborator> {
  const entries = people.map(({ userId, name, pointer }): [SocketId, Collaborator] => [
    userId as SocketId,
    {
      id: userId,
      username: name,
      button: pointer?.pressed ? 'down' : 'up',
      ...(pointer
        ? { pointer: { x: pointer.x, y: pointer.y, tool: pointer.laser ? 'laser' : 'pointer' } }
        : {}),
    },
  ]);
  return new Map(entries);
}

/** Excalidraw learns its own size a while after it has changed. */
const sizeOf = ({ clientWidth, clientHeight }: HTMLElement) => ({
  width: Math.max(1, clientWidth),
  height: Math.max(1, clientHeight),
});

function viewOf(api: ExcalidrawImperativeAPI, container: HTMLElement): BoardView {
  const { scrollX, scrollY, zoom } = api.getAppState();
  const { width, height } = sizeOf(container);
  return { x: -scrollX, y: -scrollY, width: width / zoom.value, height: height / zoom.value };
}

/** What is drawn, with some room around it. */
function boundsOf(elements: ReturnType<typeof restored>): BoardView {
  const [left, top, right, bottom] = getCommonBounds(elements);
  const margin = 24;
  const x = left - margin;
  const y = top - margin;
  return { x, y, width: right + margin - x, height: bottom + margin - y };
}

/** Brings the images of elements once; one that did not come is asked for when it is shown again. */
function imagesFor(api: ExcalidrawImperativeAPI, { find }: Images) {
  const coming = new Map<string, Promise<void>>();
  const fetchOne = async (fileId: string): Promise<void> => {
    try {
      const dataURL = (await find(fileId)) as DataURL;
      const about = { id: fileId as FileId, dataURL, mimeType: 'image/webp' as const, created: Date.now() };
      api.addFiles([about]);
    } catch {
      coming.delete(fileId);
    }
  };
  return async (elements: readonly BoardElement[]): Promise<void> => {
    const known = api.getFiles();
    for (const { fileId, isDeleted } of elements)
      if (fileId && !isDeleted && !known[fileId] && !coming.has(fileId)) coming.set(fileId, fetchOne(fileId));
    await Promise.all(elements.flatMap(({ fileId }) => coming.get(fileId ?? '') ?? []));
  };
}

/** Shows all of a view, as large as it fits. */
function lookAt(
  api: ExcalidrawImperativeAPI,
  container: HTMLElement,
  view: BoardView,
  { mostZoom } = { mostZoom: 30 },
): void {
  const { width, height } = sizeOf(container);
  const fits = Math.min(width / view.width, height / view.height);
  const value = Math.min(mostZoom, Math.max(0.1, fits)) as AppState['zoom']['value'];
  const scrollX = width / (2 * value) - (view.x + view.width / 2);
  const scrollY = height / (2 * value) - (view.y + view.height / 2);
  api.updateScene({ appState: { scrollX, scrollY, zoom: { value } } });
}
