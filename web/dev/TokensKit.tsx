import { For } from 'solid-js';

const swatches: [ground: string, ink: string][] = [
  ['bg', 'ink'],
  ['surface', 'ink-strong'],
  ['sunken', 'ink-muted'],
  ['raised', 'ink-subtle'],
  ['primary', 'on-primary'],
  ['primary-soft', 'on-primary-soft'],
  ['surface', 'primary-text'],
  ['hover', 'on-hover'],
  ['wash', 'accent-text'],
  ['success-soft', 'success-text'],
  ['warning-soft', 'warning-text'],
  ['danger-soft', 'danger-text'],
  ['danger', 'on-danger'],
  ['info-soft', 'info-text'],
  ['inverse', 'on-inverse'],
  ['scrim', 'on-video'],
];

export function Colours() {
  return (
    <ul class="kit__swatches">
      <For each={swatches}>
        {([ground, ink]) => (
          <li class="kit__swatch">
            <span style={{ background: `var(--color-${ground})`, color: `var(--color-${ink})` }}>Aa ₹</span>
            <code>{`${ink} on ${ground}`}</code>
          </li>
        )}
      </For>
    </ul>
  );
}

const styles: [name: string, example: string][] = [
  ['h-hero', 'Learn or Teach with Real Impact!'],
  ['h-page', 'Good evening, Ananya'],
  ['h-section', 'Live now and next'],
  ['h-card', 'Python generators, step by step'],
  ['h-small', 'You will cover'],
  ['lead', 'One hour, one person who knows, one clear topic.'],
  ['read', 'You can write a loop, but generators still feel like magic. In one hour we take them apart.'],
  ['muted', 'Vikram Iyer, today 18:30 to 19:30'],
  ['caption', 'Doors open at 18:25, or when the mentor goes live.'],
];

export function Type() {
  return (
    <ul class="grid gap-4">
      <For each={styles}>
        {([name, example]) => (
          <li>
            <p class={name}>{example}</p>
            <code class="caption">{name}</code>
          </li>
        )}
      </For>
    </ul>
  );
}
