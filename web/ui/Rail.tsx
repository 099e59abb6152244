import { createSignal, onCleanup, onMount, type JSX } from 'solid-js';
import { t } from '../lib/text.ts';
import { IconButton } from './IconButton.tsx';

type RailProps = {
  label: string;
  /** Cards of half the height, for people. */
  mentors?: boolean;
  narrow?: boolean;
  /** True while somebody's hand or focus is on it. */
  onHold?: (held: boolean) => void;
  children: JSX.Element;
};

/** A row that scrolls sideways: by swipe, wheel, arrow keys, Tab, and by two buttons where there is a mouse. */
export function Rail(props: RailProps) {
  const [edges, setEdges] = createSignal({ start: true, end: false });
  let row!: HTMLDivElement;
  let [pointed, focused] = [false, false];
  function measure(): void {
    const left = row.scrollLeft;
    setEdges({ start: left <= 1, end: left + row.clientWidth >= row.scrollWidth - 1 });
  }
  onMount(() => {
    const watcher = new ResizeObserver(measure);
    watcher.observe(row);
    onCleanup(() => watcher.disconnect());
  });
  const go = (direction: number) => row.scrollBy({ left: direction * row.clientWidth * 0.8 });
  const hold = () => props.onHold?.(pointed || focused);
  return (
    <div
      class="rail-place"
      onPointerEnter={() => ((pointed = true), hold())}
      onPointerLeave={() => ((pointed = false), hold())}
      onFocusIn={() => ((focused = true), hold())}
      onFocusOut={() => ((focused = false), hold())}
    >
      <div
        class="rail"
        classList={{ 'rail--mentors': props.mentors, 'rail--3': props.narrow }}
        ref={(element) => (row = element)}
        tabindex="0"
        role="group"
        aria-label={props.label}
        onScroll={measure}
      >
        {props.children}
      </div>
      <RailButton side="back" gone={edges().start} onGo={() => go(-1)} />
      <RailButton side="forward" gone={edges().end} onGo={() => go(1)} />
    </div>
  );
}

/** Keys reach every card without it, so it stands outside the order of Tab. */
function RailButton(props: { side: 'back' | 'forward'; gone: boolean; onGo: () => void }) {
  return (
    <IconButton
      icon={props.side === 'back' ? 'chevron-left' : 'chevron-right'}
      variant="secondary"
      round
      tabindex="-1"
      class={`rail__go rail__go--${props.side} ${props.gone ? 'is-gone' : ''}`}
      label={props.side === 'back' ? t('site.back') : t('site.forward')}
      onClick={() => props.onGo()}
    />
  );
}
