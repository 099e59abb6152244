// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { afterEach, expect, it, vi } from 'vitest';
import { Button } from '../../web/ui/Button.tsx';
import { Menu, MenuItem } from '../../web/ui/Menu.tsx';

afterEach(cleanup);

it('a given handler of the pointer is called beside the ripple', () => {
  const onPointerDown = vi.fn();
  render(() => <Button onPointerDown={onPointerDown}>Press</Button>);
  fireEvent.pointerDown(screen.getByRole('button'), { clientX: 5 });
  expect(onPointerDown).toHaveBeenCalledOnce();
  expect(screen.getByRole('button').style.getPropertyValue('--x')).toBe('5px');
});

it('a menu with a Button as its trigger opens by the mouse', () => {
  render(() => (
    <Menu trigger={(given) => <Button {...given}>More</Button>}>
      <MenuItem onSelect={() => undefined}>One</MenuItem>
    </Menu>
  ));
  fireEvent.pointerDown(screen.getByRole('button'), { pointerType: 'mouse', button: 0 });
  expect(screen.getByRole('menuitem').textContent).toBe('One');
});
