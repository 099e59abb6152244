// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TopicSuggestion } from '../../api/contracts/topics.ts';
import { TopicInput } from '../../web/ui/TopicInput.tsx';

const known: Record<string, TopicSuggestion[]> = {
  cod: [{ title: 'Coding', match: 'beginning' }],
  pyhton: [{ title: 'Python', match: 'spelling' }],
  java: [
    { title: 'JavaScript', match: 'beginning' },
    { title: 'Java', match: 'beginning' },
  ],
};
const suggest = vi.fn((typed: string, _signal: AbortSignal) => Promise.resolve(known[typed] ?? []));

function Topics(props: { max?: number }) {
  const [topics, setTopics] = createSignal<string[]>([]);
  return (
    <>
      <TopicInput
        label="Topics"
        values={topics()}
        onValues={setTopics}
        suggest={suggest}
        max={props.max ?? 10}
        maxLength={40}
      />
      <output>{topics().join('|')}</output>
    </>
  );
}
const input = () => screen.getByRole<HTMLInputElement>('combobox');
const type = (text: string) => fireEvent.input(input(), { target: { value: text } });
const press = (key: string) => fireEvent.keyDown(input(), { key });
const topics = () => document.querySelector('output')?.textContent;
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
/** Types and waits for what is offered. */
async function typeAndSee(text: string, first: string) {
  type(text);
  await waitFor(() => expect(options()[0]).toContain(first));
}

afterEach(() => {
  cleanup();
  suggest.mockClear();
});

describe('topics are suggested as typed (AUTH-3)', () => {
  it('"Cod" offers Coding, which Enter takes', async () => {
    render(() => <Topics />);
    await typeAndSee('Cod', 'Coding');
    expect(input().getAttribute('aria-expanded')).toBe('true');
    const active = document.getElementById(input().getAttribute('aria-activedescendant') ?? '');
    expect(active?.textContent).toContain('Coding');
    press('Enter');
    expect(topics()).toBe('Coding');
    expect(input().value).toBe('');
    expect(input().getAttribute('aria-expanded')).toBe('false');
  });

  it('"Pyhton" asks whether Python was meant', async () => {
    render(() => <Topics />);
    await typeAndSee('Pyhton', 'Did you mean Python?');
    press('Enter');
    expect(topics()).toBe('Python');
  });

  it('a word that is itself a topic is taken, not a longer one', async () => {
    render(() => <Topics />);
    await typeAndSee('Java', 'JavaScript');
    press('Enter');
    expect(topics()).toBe('Java');
  });

  it('arrows choose, round and round; the word as typed is the last choice', async () => {
    render(() => <Topics />);
    await typeAndSee('Cod', 'Coding');
    press('ArrowDown');
    press('Enter');
    expect(topics()).toBe('Cod');
    await typeAndSee('Pyhton', 'Python');
    press('ArrowUp');
    press('ArrowUp');
    press('Enter');
    expect(topics()).toBe('Cod|Python');
  });

  it('Escape closes the list and nothing around it', async () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    render(() => <Topics />);
    await typeAndSee('Cod', 'Coding');
    press('Escape');
    expect(input().getAttribute('aria-expanded')).toBe('false');
    expect(input().value).toBe('Cod');
    expect(heard).not.toHaveBeenCalled();
    press('Escape');
    expect(heard).toHaveBeenCalledOnce();
    press('Enter');
    expect(topics()).toBe('Cod');
    document.removeEventListener('keydown', heard);
  });

  it('a press takes an offer', async () => {
    render(() => <Topics />);
    await typeAndSee('Cod', 'Coding');
    fireEvent.click(screen.getAllByRole('option')[0]!);
    expect(topics()).toBe('Coding');
  });

  it('words of one’s own: by comma, by Enter, and by leaving the field', () => {
    render(() => <Topics />);
    type('Bharatanatyam,');
    type('  Vedic   maths ');
    press('Enter');
    type('Kathak');
    fireEvent.blur(input());
    expect(topics()).toBe('Bharatanatyam|Vedic maths|Kathak');
  });

  it('once each, and no more than the limit, with a word about it', () => {
    render(() => <Topics max={2} />);
    type('One,');
    type('ONE,');
    expect(screen.getByText('One is already there.')).toBeTruthy();
    type('Two,');
    expect(screen.getByText('2 of 2')).toBeTruthy();
    type('Three,');
    expect(topics()).toBe('One|Two');
    expect(screen.getByText('That is all 2. Remove one to add another.')).toBeTruthy();
  });

  it('are taken back by their button and by Backspace', () => {
    render(() => <Topics />);
    type('One,');
    type('Two,');
    fireEvent.click(screen.getByLabelText('Remove One'));
    expect(topics()).toBe('Two');
    press('Backspace');
    expect(topics()).toBe('');
  });

  it('without a connection words can still be added', async () => {
    suggest.mockRejectedValueOnce(new Error('offline'));
    render(() => <Topics />);
    type('Cod');
    await waitFor(() => expect(suggest).toHaveBeenCalledOnce());
    await expect(suggest.mock.results[0]?.value).rejects.toThrow('offline');
    expect(options()).toEqual(['Add “Cod” as typedEnter']);
    press('Enter');
    expect(topics()).toBe('Cod');
  });

  it('an answer for an older word is dropped', async () => {
    let answer: (items: TopicSuggestion[]) => void = () => undefined;
    suggest.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    render(() => <Topics />);
    type('Pyhton');
    await waitFor(() => expect(suggest).toHaveBeenCalledOnce());
    type('Cod');
    expect(suggest.mock.calls[0]?.[1].aborted).toBe(true);
    answer([{ title: 'Python', match: 'spelling' }]);
    await waitFor(() => expect(options()[0]).toContain('Coding'));
    expect(options().join()).not.toContain('Python');
  });
});
