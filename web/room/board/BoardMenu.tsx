import { Show, createSignal } from 'solid-js';
import type { PeerView } from '../../../media/contracts/signalling.ts';
import { saveFile } from '../../lib/saveFile.ts';
import { t } from '../../text/board.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { showToast } from '../../ui/showToast.ts';
import type { BoardImages } from './boardImages.ts';
import type { BoardCanvas } from './canvas/mountCanvas.ts';
import type { OpenBoard } from './openBoard.ts';

type MenuProps = {
  board: OpenBoard;
  canvas: BoardCanvas | undefined;
  images: BoardImages;
  isMentor: boolean;
  mentor: PeerView | undefined;
  following: string | undefined;
  onFollow: (userId: string | undefined) => void;
};

/** What is done seldom: following, who may draw, and files of the board. */
export function BoardMenu(props: MenuProps) {
  const save = (kind: 'png' | 'svg' | 'pdf') =>
    void make(kind, props).catch(() => showToast({ tone: 'danger', title: t('board.exportFailed') }));
  let picker: HTMLInputElement | undefined;
  const [placing, setPlacing] = createSignal(false);
  async function place(file: File): Promise<void> {
    setPlacing(true);
    try {
      const { placePdf } = await import('./placePdf.ts');
      let first: string | undefined;
      for await (const { name, element } of placePdf(file, props.images)) {
        const page = props.board.addPage(name);
        props.board.place(page, element);
        first ??= page;
      }
      if (first) props.board.showPage(first);
    } catch {
      showToast({ tone: 'danger', title: t('board.pdfFailed') });
    } finally {
      setPlacing(false);
    }
  }
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
        <Show when={!props.board.readOnly() && !placing()}>
          <MenuItem icon="plus-circle" onSelect={() => picker?.click()}>
            {t('board.addPdf')}
          </MenuItem>
        </Show>
        <MenuItem icon="photo" onSelect={() => save('png')}>
          {t('board.exportPng')}
        </MenuItem>
        <MenuItem icon="photo" onSelect={() => save('svg')}>
          {t('board.exportSvg')}
        </MenuItem>
        <MenuItem icon="document-duplicate" onSelect={() => save('pdf')}>
          {t('board.exportPdf')}
        </MenuItem>
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
      <span class="sr-only" role="status">
        {placing() ? t('board.placing') : ''}
      </span>
    </>
  );
}

async function make(kind: 'png' | 'svg' | 'pdf', { canvas, board }: MenuProps): Promise<void> {
  if (!canvas) return;
  const pages = () => board.pages().map(({ id }) => board.elements(id));
  const file = kind === 'pdf' ? await canvas.exportPdf(pages()) : await canvas.export(kind);
  saveFile(file, `peerlearn-board.${kind}`);
}
