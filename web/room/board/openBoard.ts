import { createSignal, onCleanup } from 'solid-js';
import type { BoardElement, BoardItem, BoardView } from '../../../media/contracts/board.ts';
import type { RoomClient } from '../RoomClient.ts';
import { createPages, firstPage } from './createPages.ts';
import { BoardCopy } from './engine/BoardCopy.ts';
import { BoardMoments, type Pointer, type Presence } from './engine/BoardMoments.ts';
import { BoardSync, type BoardTrouble } from './engine/BoardSync.ts';
import { keepPending } from './engine/keepPending.ts';
import { pageActs } from './pageActs.ts';

type Options = {
  client: RoomClient;
  sessionId: string;
  userId: string;
  isMentor: boolean;
  onTrouble: (trouble: BoardTrouble) => void;
  /** Elements of the page that is shown changed elsewhere. */
  onChanged: (elements: BoardElement[]) => void;
};
export type OpenBoard = ReturnType<typeof openBoard>;

/** The room's board while it is open here, as signals. Closes with its owner. */
export function openBoard(options: Options) {
  const { client, isMentor } = options;
  const [locked, setLocked] = createSignal(false);
  const [people, setPeople] = createSignal<Presence[]>([]);
  const [ready, setReady] = createSignal(false);
  const { pages, copy, sync, edit } = createSynced(options, setLocked, () => setReady(true));
  const moments = new BoardMoments({
    ...{ copy, ask: (name, data) => client.ask(name, data), onPresence: setPeople },
    canTell: () => sync.following,
  });
  followRoom({ client, sync, moments, setLocked, onGone: () => setReady(false) });
  const { pageId, showPage } = pages;
  return {
    pages: pages.pages,
    pageId,
    showPage,
    ready,
    people,
    locked,
    /** This person may not draw. */
    readOnly: () => locked() && !isMentor,
    elements: (id: string) => copy.elements(id),
    /** These of the page that is shown, removed ones too. */
    find: (ids: readonly string[]): BoardElement[] =>
      elementsOn(
        copy,
        pageId(),
        ids.map((id) => `e:${id}`),
      ),
    draw(elements: BoardElement[], underHand: boolean): BoardElement[] {
      const page = pageId();
      if (underHand) moments.tell(page, { strokes: elements });
      const items = elements.map((element) => ({ kind: 'element' as const, pageId: page, element }));
      return edit(items, underHand).flatMap((item) => (item.kind === 'element' ? [item.element] : []));
    },
    settle: (): void => {
      moments.settle();
      sync.settle();
    },
    point: (pointer: Pointer) => moments.tell(pageId(), { pointer }),
    see: (view: BoardView) => moments.tell(pageId(), { view }),
    ...pageActs(pages, edit),
    setLocked: (readOnly: boolean) => client.ask('setBoardRules', { readOnly }),
  };
}

type Edit = (items: BoardItem[], underHand?: boolean) => BoardItem[];

const elementsOn = (copy: BoardCopy, pageId: string, keys: readonly string[]): BoardElement[] =>
  keys.flatMap((key) => {
    const item = copy.shown(key);
    return item?.kind === 'element' && item.pageId === pageId ? [item.element] : [];
  });

/** This page's copy of the board, what keeps it and all others the same, and its pages. */
function createSynced(options: Options, onLocked: (locked: boolean) => void, onWhole: () => void) {
  const { client, sessionId, userId, onTrouble, onChanged } = options;
  const pages = createPages();
  let editing = false;
  const copy = new BoardCopy((keys) => {
    if (keys.some((key) => key.startsWith('p:'))) pagesChanged();
    // What is drawn here stands on the canvas already.
    if (editing) return;
    const shown = elementsOn(copy, pages.pageId(), keys);
    if (shown.length > 0) onChanged(shown);
  });
  const pagesChanged = () => pages.update(copy.pages(), copy.settled(`p:${firstPage.id}`) !== undefined);
  const sync = new BoardSync({
    ...{ copy, onTrouble },
    ask: (name, data) => client.ask(name, data),
    store: keepPending(localStorage, sessionId, userId),
    onRules: ({ readOnly }) => onLocked(readOnly),
    onWhole: () => {
      pagesChanged();
      onWhole();
    },
  });
  const edit: Edit = (items, underHand = false) => {
    editing = true;
    const edited = sync.edit(items, underHand);
    editing = false;
    return edited;
  };
  return { pages, copy, sync, edit };
}

type Following = {
  client: RoomClient;
  sync: BoardSync;
  moments: BoardMoments;
  setLocked: (locked: boolean) => void;
  onGone: () => void;
};

function followRoom({ client, sync, moments, setLocked, onGone }: Following): void {
  const names = new Map<string, string>();
  const { events } = client;
  const offs = [
    events.on('peersReset', (peers) => {
      for (const { id, userId } of peers) names.set(id, userId);
      void sync.connected();
    }),
    events.on('peerJoined', ({ id, userId }) => names.set(id, userId)),
    events.on('peerLeft', ({ peerId }) => moments.left(names.get(peerId) ?? '')),
    events.on('dropped', () => {
      sync.dropped();
      onGone();
    }),
    events.on('boardChanged', (changed) => sync.changed(changed)),
    events.on('boardMoment', (moment) => {
      moments.heard(moment);
    }),
    events.on('boardRules', ({ readOnly }) => setLocked(readOnly)),
  ];
  const leaving = () => sync.settle();
  globalThis.addEventListener('pagehide', leaving);
  if (client.state !== 'connecting') void sync.connected();
  onCleanup(() => {
    for (const off of offs) off();
    globalThis.removeEventListener('pagehide', leaving);
    sync.close();
    moments.close();
  });
}
