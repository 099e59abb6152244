import { For } from 'solid-js';
import type { BoardElement, BoardPage } from '../../../media/contracts/board.ts';
import { saveFile } from '../../lib/saveFile.ts';
import { t } from '../../text/board.ts';
import { MenuItem } from '../../ui/Menu.tsx';
import { showToast } from '../../ui/showToast.ts';
import type { BoardCanvas } from './canvas/mountCanvas.ts';

type SaveProps = {
  canvas: BoardCanvas | undefined;
  board: {
    pages: () => BoardPage[];
    pageId: () => string;
    elements: (pageId: string) => BoardElement[];
  };
};

const kinds = [
  { kind: 'png', icon: 'photo', label: 'board.exportPng' },
  { kind: 'svg', icon: 'photo', label: 'board.exportSvg' },
  { kind: 'pdf', icon: 'document-duplicate', label: 'board.exportPdf' },
] as const;

/** Entries of a menu that save a board's page, or all of them, as a file. */
export function SaveItems(props: SaveProps) {
  async function save(kind: (typeof kinds)[number]['kind']): Promise<void> {
    const { canvas, board } = props;
    if (!canvas) return;
    const ids = kind === 'pdf' ? board.pages().map(({ id }) => id) : [board.pageId()];
    try {
      saveFile(await canvas.export(kind, ids.map(board.elements)), `peerlearn-board.${kind}`);
    } catch {
      showToast({ tone: 'danger', title: t('board.exportFailed') });
    }
  }
  return (
    <For each={kinds}>
      {({ kind, icon, label }) => (
        <MenuItem icon={icon} onSelect={() => void save(kind)}>
          {t(label)}
        </MenuItem>
      )}
    </For>
  );
}
