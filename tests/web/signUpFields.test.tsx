// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CodeField } from '../../web/ui/CodeField.tsx';
import { PasswordField } from '../../web/ui/PasswordField.tsx';

afterEach(cleanup);

describe('a password', () => {
  function Password() {
    const [value, setValue] = createSignal('');
    return <PasswordField label="Password" autocomplete="new-password" value={value()} onValue={setValue} />;
  }
  const input = () => screen.getByLabelText<HTMLInputElement>('Password', { selector: 'input' });

  it('is shown and hidden by its button', () => {
    render(() => <Password />);
    expect(input().type).toBe('password');
    fireEvent.click(screen.getByRole('button', { name: 'Show password' }));
    expect(input().type).toBe('text');
    fireEvent.click(screen.getByRole('button', { name: 'Hide password' }));
    expect(input().type).toBe('password');
  });

  it('says that Caps Lock is on, until it is off or the field is left', () => {
    render(() => <Password />);
    const capsLock = vi.spyOn(KeyboardEvent.prototype, 'getModifierState').mockReturnValue(true);
    const press = () => fireEvent.keyUp(input(), { key: 'a' });
    press();
    expect(screen.getByRole('status').textContent).toBe('Caps Lock is on.');
    fireEvent.blur(input());
    expect(screen.getByRole('status').textContent).toBe('');
    press();
    capsLock.mockReturnValue(false);
    press();
    expect(screen.getByRole('status').textContent).toBe('');
    capsLock.mockRestore();
  });
});

describe('a code', () => {
  const complete = vi.fn();
  function Code() {
    const [value, setValue] = createSignal('');
    return <CodeField label="Code" value={value()} onValue={setValue} onComplete={complete} />;
  }
  const type = (text: string) => fireEvent.input(screen.getByLabelText('Code'), { target: { value: text } });
  const value = () => screen.getByLabelText<HTMLInputElement>('Code').value;
  afterEach(() => complete.mockReset());

  it.each([
    ['123 456', '123456'],
    ['Your code is 123-456.', '123456'],
    ['१२३४५६', '123456'],
    ['1234567', '123456'],
  ])('pasted as "%s" is %s, and complete once', (pasted, digits) => {
    render(() => <Code />);
    type(pasted);
    expect(value()).toBe(digits);
    expect(complete).toHaveBeenCalledExactlyOnceWith(digits);
    type(`${digits} `);
    expect(complete).toHaveBeenCalledOnce();
  });

  it('takes digits only, and is not complete before the sixth', () => {
    render(() => <Code />);
    type('12a');
    expect(value()).toBe('12');
    type('12345');
    expect(complete).not.toHaveBeenCalled();
  });

  it('is offered by phones from their messages', () => {
    render(() => <Code />);
    const input = screen.getByLabelText<HTMLInputElement>('Code');
    expect(input.autocomplete).toBe('one-time-code');
    expect(input.inputMode).toBe('numeric');
  });
});
