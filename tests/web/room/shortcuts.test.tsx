// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Control } from '../../../web/room/Control.tsx';
import { preferences } from '../../../web/room/devices/preferences.ts';
import { ShortcutsDialog } from '../../../web/room/devices/ShortcutsDialog.tsx';
import { shortcuts, useShortcuts, type ShortcutKey } from '../../../web/room/shortcuts.ts';

const mute = vi.fn();
const leave = vi.fn();
const help = vi.fn();

function Room() {
  useShortcuts({ M: mute, L: leave, '?': help });
  return (
    <>
      <button type="button">Elsewhere</button>
      <input aria-label="Field" />
      <input type="checkbox" aria-label="Box" />
      <textarea aria-label="Area" />
      <div role="menu" tabindex="-1" aria-label="Menu" />
      <div role="dialog" aria-label="Dialog">
        <button type="button">Inside</button>
      </div>
      <Control icon="microphone" word="Mic" label="Mute" shortcut="M" pressed onPress={mute} />
    </>
  );
}

beforeEach(() => {
  preferences.keys.set(true);
  render(() => <Room />);
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

const press = (where: Element, key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(where, { key, code: `Key${key.toUpperCase()}`, ...more });

it('keys act wherever the focus is, but not while somebody types (ROOM-7)', () => {
  for (const place of [document.body, screen.getByText('Elsewhere'), screen.getByLabelText('Box')]) {
    press(place, 'm');
    expect(mute).toHaveBeenCalledOnce();
    mute.mockClear();
  }
  for (const name of ['Field', 'Area', 'Menu']) press(screen.getByLabelText(name), 'm');
  expect(mute).not.toHaveBeenCalled();
});

it('no key acts with a modifier, by repetition, or twice', () => {
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'shiftKey', 'repeat', 'isComposing'] as const) {
    press(document.body, 'm', { [modifier]: true });
  }
  expect(mute).not.toHaveBeenCalled();
  press(document.body, '?', { code: 'Slash', shiftKey: true });
  expect(help).toHaveBeenCalledOnce();
});

it('over a dialog only the keys that silence act', () => {
  press(screen.getByText('Inside'), 'l');
  press(screen.getByText('Inside'), 'm');
  expect(leave).not.toHaveBeenCalled();
  expect(mute).toHaveBeenCalledOnce();
});

it('on a Hindi keyboard the same keys act', () => {
  press(document.body, 'स', { code: 'KeyM' });
  expect(mute).toHaveBeenCalledOnce();
});

it('handlers, controls and help are of one list, and all of it can be turned off (WCAG 2.1.4)', () => {
  const control = screen.getByRole('button', { name: 'Mic' });
  expect(control.getAttribute('aria-keyshortcuts')).toBe('M');
  render(() => <ShortcutsDialog open onOpenChange={() => undefined} />);
  const shown = () => screen.queryAllByText(/^.$/u, { selector: 'kbd' }).map((key) => key.textContent);
  const handled: ShortcutKey[] = ['M', '?', 'L'];
  expect(shown()).toEqual(Object.keys(shortcuts).filter((key) => handled.some((one) => one === key)));
  preferences.keys.set(false);
  expect(control.hasAttribute('aria-keyshortcuts')).toBe(false);
  expect(shown()).toEqual([]);
  press(document.body, 'm');
  expect(mute).not.toHaveBeenCalled();
});
