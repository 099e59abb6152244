import { For, Show, createSignal } from 'solid-js';
import type { BoardPage } from '../../../media/contracts/board.ts';
import type { PeerView } from '../../../media/contracts/signalling.ts';
import { t } from '../../text/board.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { showToast } from '../../ui/showToast.ts';
import type { BoardImages } from './boardImages.ts';
import type { BoardCanvas } from './canvas/mountCanvas.ts';
import type { OpenBoard } from './openBoard.ts';
import { SaveItems } from './SaveItems.tsx';

type MenuProps = {
  board: OpenBoard;
  canvas: BoardCanvas | undefined;
  images: BoardImages;
  isMentor: boolean;
  mentor: PeerView | undefined;
  following: string | undefined;
  onFollow: (userId: string | undefined) => void;
  onRename: (page: BoardPage) => void;
};

const moves = [
  { by: -1, icon: 'arrow-left', label: 'board.movePageBack' },
  { by: 1, icon: 'arrow-right', label: 'board.movePageOn' },
] as const;

/** What is done seldom: following, who may draw, and files of the board. */
export function BoardMenu(props: MenuProps) {
  let picker: HTMLInputElement | undefined;
  const [placing, setPlacing] = createSignal(false);
  async function place(file: File): Promise<void> {
    setPlacing(true);
    let first = false;
    try {
      const { placePdf } = await import('./placePdf.ts');
      for await (const { name, element } of placePdf(file, props.images)) {
        const page = props.board.placePage(name, element);
        if (!first) props.board.showPage(page);
        first = true;
      }
    } catch {
      showToast({ tone: 'danger', title: t('board.pdfFailed') });
    } finally {
      setPlacing(false);
    }
  }
  const current = () => props.board.pages().find(({ id }) => id === props.board.pageId());
  const movable = (by: -1 | 1) => {
    const page = current();
    return page && props.board.mayMove(page, by) ? page : undefined;
  };
  const refused = () => showToast({ tone: 'danger', title: t('board.trouble.unreachable') });
  return (
    <>
      <Menu
        trigger={(given) => (
          <IconButton {...given} icon="ellipsis-horizontal" size="sm" label={t('board.menu')} />
        )}
      >
        <Show when={!props.isMentor && props.mentor}>
          {(mentor) => (
            <MenuItem
              icon={props.following ? 'eye-slash' : 'eye'}
              onSelect={() => props.onFollow(props.following ? undefined : mentor().userId)}
            >
              {props.following ? t('board.unfollow') : t('board.follow', { name: mentor().name })}
            </MenuItem>
          )}
        </Show>
        <Show when={props.isMentor}>
          <MenuItem
            icon={props.board.locked() ? 'lock-open' : 'lock-closed'}
            onSelect={() => void props.board.setLocked(!props.board.locked()).catch(refused)}
          >
            {t(props.board.locked() ? 'board.unlock' : 'board.lock')}
          </MenuItem>
        </Show>
        <Show when={!props.board.readOnly() && current()}>
          {(page) => (
            <MenuItem icon="pencil-square" onSelect={() => props.onRename(page())}>
              {t('board.renamePage')}
            </MenuItem>
          )}
        </Show>
        <For each={moves}>
          {({ by, icon, label }) => (
            <Show when={!props.board.readOnly() && movable(by)}>
              {(page) => (
                <MenuItem icon={icon} onSelect={() => props.board.movePage(page(), by)}>
                  {t(label)}
                </MenuItem>
              )}
            </Show>
          )}
        </For>
        <Show when={props.isMentor && props.board.pages().length > 1 && current()}>
          {(page) => (
            <MenuItem icon="trash" onSelect={() => props.board.removePage(page())}>
              {t('board.removePage')}
            </MenuItem>
          )}
        </Show>
        <Show when={!props.board.readOnly() && !placing()}>
          <MenuItem icon="plus-circle" onSelect={() => picker?.click()}>
            {t('board.addPdf')}
          </MenuItem>
        </Show>
        <SaveItems canvas={props.canvas} board={props.board} />
      </Menu>
      <input
        ref={(element) => (picker = element)}
        type="file"
        accept="application/pdf"
        hidden
        aria-label={t('board.addPdf')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void place(file);
        }}
      />
      <span class="board__placing" role="status">
        {placing() ? t('board.placing') : ''}
      </span>
    </>
  );
}
