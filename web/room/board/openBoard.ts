import { createSignal, onCleanup } from 'solid-js';
import type { BoardElement, BoardItem, BoardPage, BoardView } from '../../../media/contracts/board.ts';
import type { RoomClient } from '../RoomClient.ts';
import { BoardCopy } from './engine/BoardCopy.ts';
import { BoardMoments, type Pointer, type Presence } from './engine/BoardMoments.ts';
import { BoardSync, type BoardTrouble } from './engine/BoardSync.ts';
import { keepPending } from './engine/keepPending.ts';
import { packElement } from './engine/packElement.ts';

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

/** The first page is everybody's from the start, so that no two people make it. */
const firstPage: BoardPage = {
  ...{ id: 'first', version: 1, versionNonce: 0, isDeleted: false },
  ...{ name: '', index: 'a0' },
};
/** Pages stand in the order in which they were added; the first one is before all of them. */
const indexOfNow = () => `b${Date.now().toString(36).padStart(9, '0')}`;
const nonce = () => Math.floor(Math.random() * 2_147_483_647);

/** The room's board while it is open here, as signals. Closes with its owner. */
export function openBoard({ client, sessionId, userId, isMentor, onTrouble, onChanged }: Options) {
  const [pages, setPages] = createSignal<BoardPage[]>([firstPage]);
  const [pageId, setPageId] = createSignal(firstPage.id);
  const [locked, setLocked] = createSignal(false);
  const [people, setPeople] = createSignal<Presence[]>([]);
  const [ready, setReady] = createSignal(false);
  const copy = new BoardCopy((keys) => {
    if (keys.some((key) => key.startsWith('p:'))) pagesChanged();
    if (editing) return;
    const shown = keys.flatMap((key) => {
      const item = copy.shown(key);
      return item?.kind === 'element' && item.pageId === pageId() ? [item.element] : [];
    });
    if (shown.length > 0) onChanged(shown);
  });
  let editing = false;
  function pagesChanged(): void {
    const known = copy.pages();
    const first = copy.settled(`p:${firstPage.id}`);
    setPages(first ? known : [firstPage, ...known]);
    if (!pages().some(({ id }) => id === pageId())) setPageId(pages()[0]?.id ?? firstPage.id);
  }
  const ask: RoomClient['ask'] = (name, data) => client.ask(name, data);
  const sync = new BoardSync({
    ...{ copy, ask, onTrouble },
    store: keepPending(localStorage, sessionId, userId),
    onRules: ({ readOnly }) => setLocked(readOnly),
    onWhole: () => {
      pagesChanged();
      setReady(true);
    },
  });
  const moments = new BoardMoments({
    ...{ copy, ask, onPresence: setPeople },
    canTell: () => sync.following,
  });
  const edit = (items: BoardItem[], underHand = false): BoardItem[] => {
    editing = true;
    const edited = sync.edit(items, underHand);
    editing = false;
    return edited;
  };
  const editPage = (page: BoardPage, changes: Partial<BoardPage>): void => {
    const next = { ...page, ...changes, version: page.version + 1, versionNonce: nonce() };
    edit([{ kind: 'page', page: next }]);
  };
  followRoom({ client, sync, moments, setLocked, onGone: () => setReady(false) });
  pagesChanged();
  return {
    pages,
    pageId,
    ready,
    people,
    locked,
    /** This person may not draw. */
    readOnly: () => locked() && !isMentor,
    elements: (id: string) => copy.elements(id),
    showPage: setPageId,
    draw(elements: BoardElement[], underHand: boolean): BoardElement[] {
      const page = pageId();
      if (underHand) moments.tell(page, { strokes: elements });
      const items = elements.map((element) => ({ kind: 'element' as const, pageId: page, element }));
      return edit(items, underHand).flatMap((item) => (item.kind === 'element' ? [item.element] : []));
    },
    /** Puts something on a page that was not drawn by hand. */
    place: (page: string, element: BoardElement) =>
      void sync.edit([{ kind: 'element', pageId: page, element: packElement(element) }]),
    settle(): void {
      moments.settle();
      sync.settle();
    },
    point: (pointer: Pointer, view?: BoardView) =>
      moments.tell(pageId(), { pointer, ...(view ? { view } : {}) }),
    see: (view: BoardView) => moments.tell(pageId(), { view }),
    addPage(name = ''): string {
      const page = { ...firstPage, id: crypto.randomUUID(), name, versionNonce: nonce() };
      edit([{ kind: 'page', page: { ...page, index: indexOfNow() } }]);
      setPageId(page.id);
      return page.id;
    },
    renamePage: (page: BoardPage, name: string) => editPage(page, { name }),
    removePage: (page: BoardPage) => editPage(page, { isDeleted: true }),
    setLocked: (readOnly: boolean) => client.ask('setBoardRules', { readOnly }),
  };
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
