import { For, Show } from 'solid-js';
import { Icon } from './Icon.tsx';

export type Step = { name: string; /** What was chosen in it. */ done?: string | undefined };

type StepsProps = { steps: Step[]; /** From 0. */ current: number; label: string };

/** The way through a wizard: what is done, where one is, what comes. */
export function Steps(props: StepsProps) {
  const isDone = (index: number) => index < props.current;
  return (
    <ol class="steps" aria-label={props.label}>
      <For each={props.steps}>
        {(step, index) => (
          <li
            classList={{ done: isDone(index()), now: index() === props.current }}
            aria-current={index() === props.current ? 'step' : undefined}
          >
            <span class="steps__n">
              <Show when={isDone(index())} fallback={index() + 1}>
                <Icon name="check" size={16} />
              </Show>
            </span>
            <span class="steps__words">
              <b>{step.name}</b>
              <Show when={isDone(index()) && step.done}>
                <small class="truncate">{step.done}</small>
              </Show>
            </span>
          </li>
        )}
      </For>
    </ol>
  );
}

/** The same as a bar, where there is no room for the list. */
export function StepBar(props: { count: number; current: number }) {
  return (
    <div class="step-bar" aria-hidden="true">
      <For each={Array.from({ length: props.count }, (_, index) => index)}>
        {(index) => <i classList={{ on: index <= props.current }} />}
      </For>
    </div>
  );
}
