import { describe, expect, it, vi } from 'vitest';
import type { BoardItem } from '../../../media/contracts/board.ts';
import { BoardCopy } from '../../../web/room/board/engine/BoardCopy.ts';
import { BoardSync, type Ask } from '../../../web/room/board/engine/BoardSync.ts';
import { line } from '../../support/boardClient.ts';

const kept = Array.from({ length: 5 }, (_, at) => line('first', `line-${at}`));
const part = (from: number, to: number) => ({
  ...{ epoch: 'one', rules: { readOnly: false }, items: kept.slice(from, to), position: to },
  more: to < kept.length,
});

function open(answers: (position: number) => Promise<ReturnType<typeof part>>) {
  const changes: string[][] = [];
  const copy = new BoardCopy((keys) => changes.push(keys));
  const asked: number[] = [];
  const onWhole = vi.fn<() => void>();
  const ask = ((_, data: { position: number }) => {
    asked.push(data.position);
    return answers(data.position);
  }) as Ask;
  const saved: BoardItem[] = [];
  const nothing = () => undefined;
  const store = { load: () => saved, save: nothing };
  const sync = new BoardSync({ copy, ask, store, onRules: nothing, onTrouble: nothing, onWhole });
  return { changes, copy, asked, onWhole, sync };
}

describe('a large board (ROOM-9)', () => {
  it('comes in parts, and is shown as a whole', async () => {
    const { changes, asked, onWhole, sync } = open((position) =>
      Promise.resolve(part(position, position + 2)),
    );
    await sync.connected();
    expect(asked).toEqual([0, 2, 4]);
    expect(changes).toEqual([kept.map((_, at) => `e:line-${at}`)]);
    expect(onWhole).toHaveBeenCalledOnce();
    sync.close();
  });

  it('goes on where a drop stopped it; what came is not asked for again', async () => {
    const drop = new Error('away');
    let isDown = true;
    const { changes, asked, copy, sync } = open((position) =>
      position === 2 && isDown ? Promise.reject(drop) : Promise.resolve(part(position, position + 2)),
    );
    const first = sync.connected();
    sync.dropped();
    await first;
    expect(copy.settledItems().size).toBe(0);
    await sync.connected();
    expect(copy.settledItems().size).toBe(2);
    isDown = false;
    await sync.connected();
    expect(asked).toEqual([0, 0, 2, 2, 4]);
    expect(changes.map((keys) => keys.length)).toEqual([2, 3]);
    expect([...copy.settledItems().values()]).toEqual(kept);
    sync.close();
  });
});
