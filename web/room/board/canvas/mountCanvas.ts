import './assetPath.ts';
import '@excalidraw/excalidraw/index.css';
import './canvas.css';
import { Excalidraw, MainMenu } from '@excalidraw/excalidraw';
import type {
  Collaborator,
  ExcalidrawImperativeAPI,
  ExcalidrawProps,
  SocketId,
} from '@excalidraw/excalidraw/types';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { BoardElement, BoardView } from '../../../../media/contracts/board.ts';
import type { Pointer, Presence } from '../engine/BoardMoments.ts';
import { exportPage } from './exportPage.ts';
import { exportPdf } from './exportPdf.ts';
import { imagesFor, type Images } from './fetchImages.ts';
import { addNote, createHighlighter, type Highlighter } from './ownTools.ts';
import { restored } from './restored.ts';
import { Scene, type SceneActs } from './Scene.ts';
import { boundsOf, lookAt, viewOf } from './views.ts';

export type Look = { locale: 'en' | 'hi'; theme: 'light' | 'dark'; readOnly: boolean };
type Acts = Required<SceneActs> & {
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
export type BoardCanvas = Awaited<ReturnType<typeof mountCanvas>>;

/** Excalidraw in an element of ours. React stays in this folder. */
export async function mountCanvas(container: HTMLElement, options: Options) {
  const { acts } = options;
  const root = createRoot(container);
  const ready = Promise.withResolvers<ExcalidrawImperativeAPI>();
  const images = ready.promise.then((api) => imagesFor(api, options.images));
  const parts: { scene?: Scene; highlighter?: Highlighter } = {};
  let look = options.look;
  const render = () => root.render(createElement(Excalidraw, propsOf(), ownMenu()));
  const propsOf = (): ExcalidrawProps => ({
    ...fixed,
    autoFocus: options.focus,
    generateIdForFile: async (file) => (await images).add(file),
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
  const scene = new Scene(api, acts);
  const highlighter = createHighlighter(api, acts?.onHighlight);
  Object.assign(parts, { scene, highlighter });
  const resizes = new ResizeObserver(() => acts?.onResize());
  resizes.observe(container);
  const { fetch: fetchImages } = await images;
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
