import type { ExcalidrawImperativeAPI, ExcalidrawProps } from '@excalidraw/excalidraw/types';
import type { BoardView } from '../../../../media/contracts/board.ts';
import type { Pointer } from '../engine/BoardMoments.ts';
import type { Images } from './fetchImages.ts';
import type { SceneActs } from './Scene.ts';

export type AppState = ReturnType<ExcalidrawImperativeAPI['getAppState']>;
export type Look = { locale: 'en' | 'hi'; theme: 'light' | 'dark'; readOnly: boolean };
export type Acts = Required<SceneActs> & {
  /** The hand has let go. */
  onSettle: () => void;
  onPointer: (pointer: Pointer) => void;
  /** This person sees another part of the page. */
  onView: (view: BoardView) => void;
  /** The highlighter was taken, or put away. */
  onHighlight: (on: boolean) => void;
};
export type Options = {
  look: Look;
  /** The keyboard goes there at once. */
  focus: boolean;
  images: Images;
  /** The board has another size; it begins with none. */
  onResize: () => void;
  /** Who hears of what is done; a board that is only looked at has nobody. */
  acts?: Acts;
};

/** How Excalidraw looks now, and what it says of this person's hand. */
export const propsOf = (look: Look, { focus, acts }: Options): ExcalidrawProps => ({
  ...fixed,
  autoFocus: focus,
  langCode: look.locale === 'hi' ? 'hi-IN' : 'en',
  theme: look.theme,
  viewModeEnabled: look.readOnly,
  onPointerUp: () => queueMicrotask(() => acts?.onSettle()),
  onPointerUpdate: ({ pointer: { x, y, tool }, button }) =>
    acts?.onPointer({ x, y, laser: tool === 'laser', pressed: button === 'down' }),
});

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
