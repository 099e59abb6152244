import './assetPath.ts';
import '@excalidraw/excalidraw/index.css';
import './canvas.css';
import { Excalidraw, MainMenu } from '@excalidraw/excalidraw';
import type { Collaborator, ExcalidrawImperativeAPI, SocketId } from '@excalidraw/excalidraw/types';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { BoardElement, BoardView } from '../../../../media/contracts/board.ts';
import type { Presence } from '../engine/BoardMoments.ts';
import { propsOf, type AppState, type Look, type Options } from './canvasProps.ts';
import { exportPage } from './exportPage.ts';
import { exportPdf } from './exportPdf.ts';
import { imagesFor } from './fetchImages.ts';
import { addNote, createHighlighter, type Highlighter } from './ownTools.ts';
import { mendNames } from './mendNames.ts';
import { restored, type SceneElement } from './restored.ts';
import { Scene } from './Scene.ts';
import { boundsOf, lookAt, viewOf } from './views.ts';

export type BoardCanvas = Awaited<ReturnType<typeof mountCanvas>>;

/** Excalidraw in an element of ours. React stays in this folder. */
export async function mountCanvas(container: HTMLElement, options: Options) {
  const { acts } = options;
  const root = createRoot(container);
  const ready = Promise.withResolvers<ExcalidrawImperativeAPI>();
  const images = ready.promise.then((api) => imagesFor(api, options.images));
  const parts: { scene?: Scene; highlighter?: Highlighter } = {};
  let look = options.look;
  const hears = {
    excalidrawAPI: ready.resolve,
    generateIdForFile: async (file: File) => (await images).add(file),
    onChange: (elements: readonly SceneElement[], state: AppState) => {
      parts.scene?.changed(elements, state);
      parts.highlighter?.toolChanged(state);
    },
    onScrollChange: () => void ready.promise.then((api) => acts?.onView(viewOf(api, container))),
  };
  const render = () =>
    root.render(createElement(Excalidraw, { ...propsOf(look, options), ...hears }, noMenu()));
  render();
  const api = await ready.promise;
  const scene = new Scene(api, acts);
  const highlighter = createHighlighter(api, acts?.onHighlight);
  Object.assign(parts, { scene, highlighter });
  const resizes = new ResizeObserver(options.onResize);
  resizes.observe(container);
  const stopMending = mendNames(container);
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
      stopMending();
      root.unmount();
    },
  };
}

/** In place of Excalidraw's own menu; what leads to it is hidden (canvas.css): all that it offers is elsewhere. */
const noMenu = () => createElement(MainMenu);

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
