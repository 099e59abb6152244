import { For, Show, createEffect, createMemo, createSignal, createUniqueId, on } from 'solid-js';
import { t } from '../text/topicInput.ts';
import { Chips } from './Chips.tsx';
import { createSuggestions, type Suggest } from './createSuggestions.ts';
import { Field, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { cleanWord, firstChoice, markTyped, topicOptions, type TopicOption } from './topicOptions.ts';
import './styles/topic-input.css';

type TopicInputProps = FieldProps & {
  values: string[];
  onValues: (values: string[]) => void;
  suggest: Suggest;
  max: number;
  maxLength: number;
  placeholder?: string;
  name?: string;
};

/**
 * Words as chips, with suggestions (combobox with a list, WAI-ARIA APG 1.2): arrows choose, Enter takes, Escape closes
 * the list; a comma, or leaving the field, adds the word as it is typed.
 */
export function TopicInput(props: TopicInputProps) {
  const listId = createUniqueId();
  const [typed, setTyped] = createSignal('');
  const [open, setOpen] = createSignal(false);
  const [arrowed, setArrowed] = createSignal<number>();
  const [note, setNote] = createSignal('');
  const found = createSuggestions(typed, (word, signal) => props.suggest(word, signal));
  const isFull = () => props.values.length >= props.max;
  const options = createMemo(() => (isFull() ? [] : topicOptions(typed(), found(), props.values)));
  const isOpen = () => open() && options().length > 0;
  const active = () => Math.min(arrowed() ?? firstChoice(typed(), options()), options().length - 1);
  let input: HTMLInputElement | undefined;
  let list: HTMLUListElement | undefined;
  createEffect(on(options, () => setArrowed(undefined), { defer: true }));
  createEffect(() => isOpen() && list?.scrollIntoView({ block: 'nearest' }));

  function change(text: string): void {
    setTyped(text);
    setNote('');
    setOpen(true);
    if (text.endsWith(',')) add(cleanWord(text));
  }
  function add(word: string): void {
    setTyped('');
    setOpen(false);
    if (!word) return;
    const known = props.values.find((one) => one.toLowerCase() === word.toLowerCase());
    if (known) setNote(t('topicInput.twice', { name: known }));
    else if (isFull()) setNote(t('topicInput.full', { max: props.max }));
    else props.onValues([...props.values, word]);
  }
  function remove(index: number): void {
    props.onValues(props.values.filter((_, at) => at !== index));
    input?.focus();
  }
  function move(by: 1 | -1): void {
    const from = isOpen() ? active() : by > 0 ? -1 : 0;
    setOpen(true);
    const count = options().length;
    if (count > 0) setArrowed((from + by + count) % count);
  }
  /** Listens on the control itself: a dialog around it must not hear the Escape that closes the list. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && cleanWord(typed())) {
      event.preventDefault();
      const chosen = isOpen() ? options()[active()] : undefined;
      add(chosen?.title ?? cleanWord(typed()));
    } else if (event.key === 'Escape' && isOpen()) {
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' && typed() === '' && props.values.length > 0) {
      remove(props.values.length - 1);
    }
  }

  return (
    <Field
      label={props.label}
      help={props.help}
      error={props.error}
      optional={props.optional}
      aside={t('topicInput.count', { count: props.values.length, max: props.max })}
    >
      {(control) => (
        <>
          <div
            class="input-wrap input-wrap--chips"
            classList={{ 'input-wrap--wrong': Boolean(props.error) }}
            onClick={(event) => event.target === event.currentTarget && input?.focus()}
          >
            <Chips values={props.values} onRemove={remove} />
            <input
              {...control}
              ref={(element) => (input = element)}
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={isOpen()}
              aria-controls={listId}
              aria-activedescendant={isOpen() ? `${listId}-${active()}` : undefined}
              autocomplete="off"
              autocapitalize="words"
              name={props.name}
              maxLength={props.maxLength}
              placeholder={props.values.length === 0 ? props.placeholder : undefined}
              value={typed()}
              onInput={(event) => change(event.currentTarget.value)}
              on:keydown={onKeyDown}
              onBlur={() => add(cleanWord(typed()))}
            />
          </div>
          <ul
            ref={(element) => (list = element)}
            class="menu suggestions"
            id={listId}
            role="listbox"
            aria-label={t('topicInput.list')}
            hidden={!isOpen()}
          >
            <For each={options()}>
              {(option, index) => (
                <Option
                  id={`${listId}-${index()}`}
                  option={option}
                  typed={typed()}
                  active={index() === active()}
                  onTake={() => {
                    add(option.title);
                    input?.focus();
                  }}
                />
              )}
            </For>
          </ul>
          <p class="sr-only" role="status">
            {isOpen() ? t('topicInput.found', { count: options().length }) : ''}
          </p>
          <p class="field__help" role="status" hidden={note() === ''}>
            {note()}
          </p>
        </>
      )}
    </Field>
  );
}

type OptionProps = { id: string; option: TopicOption; typed: string; active: boolean; onTake: () => void };

const icons = { known: 'hashtag', spelling: 'sparkles', typed: 'plus' } as const;

function Option(props: OptionProps) {
  let row: HTMLLIElement | undefined;
  createEffect(() => props.active && row?.scrollIntoView({ block: 'nearest' }));
  return (
    <li
      ref={(element) => (row = element)}
      class="menu__item"
      id={props.id}
      role="option"
      aria-selected={props.active}
      // Pressing it must not take the focus, and with it the word, from the field.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onTake()}
    >
      <Icon name={icons[props.option.kind]} />
      <span class="grow">
        <OptionWords option={props.option} typed={props.typed} />
      </span>
      <Show when={props.active}>
        <kbd class="not-phone" aria-hidden="true">
          {t('topicInput.enter')}
        </kbd>
      </Show>
    </li>
  );
}

function OptionWords(props: { option: TopicOption; typed: string }) {
  const parts = () => markTyped(props.option.title, props.typed);
  return (
    <Show
      when={props.option.kind === 'known'}
      fallback={
        <Show
          when={props.option.kind === 'spelling'}
          fallback={t('topicInput.addAsTyped', { typed: props.option.title })}
        >
          {t('topicInput.didYouMean')} <mark>{props.option.title}</mark>
          {t('topicInput.questionMark')}
        </Show>
      }
    >
      {parts()[0]}
      <mark>{parts()[1]}</mark>
      {parts()[2]}
    </Show>
  );
}
