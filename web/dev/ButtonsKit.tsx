import { For, createSignal } from 'solid-js';
import { Button, ButtonLink, Icon, IconButton, Tooltip, iconNames } from '../ui/index.ts';

const variants = ['primary', 'secondary', 'soft', 'ghost', 'danger', 'danger-quiet', 'accept'] as const;

export function Buttons() {
  const [busy, setBusy] = createSignal(false);
  return (
    <>
      <For each={variants}>
        {(variant) => (
          <div class="kit__row">
            <Button variant={variant} size="lg">
              Book a seat
            </Button>
            <Button variant={variant} icon="ticket">
              Book a seat
            </Button>
            <Button variant={variant} size="sm">
              Book
            </Button>
            <Button variant={variant} disabled>
              Slot taken
            </Button>
            <Button variant={variant} busy busyText="Booking…">
              Book a seat
            </Button>
            <IconButton variant={variant} icon="ellipsis-horizontal" label={`More (${variant})`} />
            <code class="caption">{variant}</code>
          </div>
        )}
      </For>
      <div class="kit__row">
        <Button
          variant="primary"
          busy={busy()}
          busyText="Saving…"
          onClick={() => {
            setBusy(true);
            setTimeout(() => setBusy(false), 1500);
          }}
        >
          Press to be busy
        </Button>
        <ButtonLink href="/sessions" icon="arrow-right">
          A link like a button
        </ButtonLink>
        <Tooltip
          label="Mute"
          shortcut="M"
          trigger={(given) => <IconButton {...given} icon="microphone" variant="secondary" label="Mute" />}
        />
      </div>
    </>
  );
}

export function Icons() {
  return (
    <ul class="kit__swatches kit__icons">
      <For each={iconNames}>
        {(name) => (
          <li>
            <Icon name={name} />
            <span class="caption">{name}</span>
          </li>
        )}
      </For>
    </ul>
  );
}
