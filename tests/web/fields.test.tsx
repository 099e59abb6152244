// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it } from 'vitest';
import { createFieldErrors, errorsByField } from '../../web/lib/fieldErrors.ts';
import { ChipInput } from '../../web/ui/ChipInput.tsx';
import { TextField } from '../../web/ui/fields.tsx';
import { checkDraft, type Draft } from '../../web/mentor/sessionDraft.ts';

afterEach(cleanup);

describe('field problems of the API', () => {
  it('go to the field they are about; the first sentence counts', () => {
    const problems = [
      { field: 'topics.2', message: 'too long' },
      { field: 'topics', message: 'too many' },
      { field: 'startsAt', message: 'in the past' },
      { field: 'unknown', message: 'not on this form' },
    ];
    expect(errorsByField(problems, ['title', 'topics', 'startsAt'])).toEqual({
      topics: 'too long',
      startsAt: 'in the past',
    });
  });
});

describe('a wrong field', () => {
  function Form() {
    const wrong = createFieldErrors<'name' | 'city'>();
    let form: HTMLFormElement | undefined;
    return (
      <form ref={(element) => (form = element)}>
        <TextField
          label="Name"
          help="As on your papers"
          value=""
          onValue={() => undefined}
          error={wrong.of('name')}
        />
        <TextField label="City" value="" onValue={() => undefined} error={wrong.of('city')} />
        <button type="button" onClick={() => wrong.show(form, { city: 'Write your city.' })}>
          Only city
        </button>
        <button
          type="button"
          onClick={() => wrong.show(form, { name: 'Write your name.', city: 'Write your city.' })}
        >
          Both
        </button>
      </form>
    );
  }

  it('says why, is named by it, shakes once, and the first one has the focus', () => {
    render(() => <Form />);
    fireEvent.click(screen.getByText('Both'));
    const name = screen.getByLabelText('Name');
    expect(document.activeElement).toBe(name);
    expect(name.getAttribute('aria-invalid')).toBe('true');
    const note = document.getElementById(name.getAttribute('aria-describedby') ?? '');
    expect(note?.textContent).toBe('Write your name.');
    const field = name.closest('.field');
    expect(field?.classList.contains('field--shake')).toBe(true);
    fireEvent.animationEnd(field!);
    expect(field?.classList.contains('field--shake')).toBe(false);
  });

  it('that is right again shows its help, and the focus goes to the one that is not', () => {
    render(() => <Form />);
    fireEvent.click(screen.getByText('Both'));
    fireEvent.click(screen.getByText('Only city'));
    expect(screen.getByText('As on your papers')).toBeTruthy();
    expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBeNull();
    expect(document.activeElement).toBe(screen.getByLabelText('City'));
  });

  it('shakes again when it is wrong again', () => {
    render(() => <Form />);
    fireEvent.click(screen.getByText('Only city'));
    const field = screen.getByLabelText('City').closest('.field')!;
    fireEvent.animationEnd(field);
    fireEvent.click(screen.getByText('Only city'));
    expect(field.classList.contains('field--shake')).toBe(true);
  });
});

describe('words as chips', () => {
  function Topics() {
    const [topics, setTopics] = createSignal<string[]>([]);
    return (
      <>
        <ChipInput label="Topics" values={topics()} onValues={setTopics} max={3} maxLength={80} />
        <output>{topics().join('|')}</output>
      </>
    );
  }
  const type = (text: string, key?: string) => {
    const input = screen.getByLabelText('Topics');
    fireEvent.input(input, { target: { value: text } });
    if (key) fireEvent.keyDown(input, { key });
  };
  const topics = () => document.querySelector('output')?.textContent;

  it('are added by Enter and comma, once each, up to the limit', () => {
    render(() => <Topics />);
    type(' Iterators ', 'Enter');
    type('yield,');
    type('ITERATORS', 'Enter');
    type('Pipelines', 'Enter');
    type('Too many', 'Enter');
    expect(topics()).toBe('Iterators|yield|Pipelines');
  });

  it('are taken back by Backspace and by their button', () => {
    render(() => <Topics />);
    type('one', 'Enter');
    type('two', 'Enter');
    type('three', 'Enter');
    type('', 'Backspace');
    expect(topics()).toBe('one|two');
    fireEvent.click(screen.getByLabelText('Remove one'));
    expect(topics()).toBe('two');
  });
});

describe('a new session', () => {
  const nowMs = Date.parse('2025-11-22T12:00:00.000Z');
  const good: Draft = {
    title: 'Python generators',
    description: '',
    topics: ['yield'],
    domains: [],
    startsAt: '2025-11-22T12:15:00.000Z',
    durationMinutes: 60,
    capacity: 1,
    language: 'en',
  };
  it('that is complete has nothing wrong', () => expect(checkDraft(good, nowMs)).toEqual({}));
  it('says at each field what is expected', () => {
    const wrong = checkDraft({ ...good, title: 'ab', topics: [], capacity: Number.NaN, startsAt: '' }, nowMs);
    expect(Object.keys(wrong).sort()).toEqual(['capacity', 'startsAt', 'title', 'topics']);
  });
  it('must start in the future', () => {
    expect(checkDraft({ ...good, startsAt: '2025-11-22T12:00:00.000Z' }, nowMs)).toEqual({
      startsAt: 'Choose a time in the future.',
    });
  });
});
