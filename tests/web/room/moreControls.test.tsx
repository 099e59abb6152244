// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, expect, it, vi } from 'vitest';
import { MoreControls } from '../../../web/room/MoreControls.tsx';
import { Dialog } from '../../../web/ui/Dialog.tsx';

// Nothing moves here: without this a sheet waits for the end of an animation before it goes.
document.head.append(
  Object.assign(document.createElement('style'), { textContent: '* { animation-name: none }' }),
);
afterEach(cleanup);

const wave = vi.fn();

function Bar(props: { narrow: boolean }) {
  const [open, setOpen] = createSignal(false);
  return (
    <>
      <MoreControls
        narrow={props.narrow}
        entries={[{ icon: 'cog-6-tooth', label: 'Settings', shortcut: ',', onSelect: () => setOpen(true) }]}
      >
        <button type="button" onClick={wave}>
          Hand
        </button>
      </MoreControls>
      <Dialog open={open()} onOpenChange={setOpen} title="All settings" />
    </>
  );
}

const press = (role: string, name: string) => fireEvent.click(screen.getByRole(role, { name }));

const keysOf = (role: string) =>
  screen.getByRole(role, { name: /^Settings/u }).getAttribute('aria-keyshortcuts');

it('on a phone the rest is in a sheet that closes with what is pressed in it (ROOM-7)', async () => {
  render(() => <Bar narrow />);
  const more = screen.getByRole('button', { name: 'More controls' });
  more.focus();
  fireEvent.click(more);
  press('button', 'Hand');
  expect(wave).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  fireEvent.click(more);
  expect(keysOf('button')).toBe(',');
  press('button', 'Settings');
  const settings = await screen.findByRole('dialog', { name: 'All settings' });
  fireEvent.keyDown(settings, { key: 'Escape' });
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await vi.waitFor(() => expect(document.activeElement).toBe(more));
});

it('elsewhere it is a menu that names the keys', async () => {
  render(() => <Bar narrow={false} />);
  const more = screen.getByRole('button', { name: 'More controls' });
  fireEvent.pointerDown(more, { pointerType: 'mouse', button: 0 });
  expect(screen.getByText(',', { selector: 'kbd' })).toBeTruthy();
  expect(keysOf('menuitem')).toBe(',');
  fireEvent.keyDown(screen.getByRole('menuitem', { name: /^Settings/u }), { key: 'Enter' });
  await screen.findByRole('dialog', { name: 'All settings' });
});
