import { For, createSignal } from 'solid-js';
import {
  Banner,
  Button,
  Dialog,
  EmptyState,
  Menu,
  MenuChoice,
  MenuGroup,
  MenuItem,
  MenuRule,
  Sheet,
  Skeleton,
  Spinner,
  showToast,
} from '../ui/index.ts';

const tones = ['success', 'info', 'warning', 'danger'] as const;

export function Feedback() {
  return (
    <>
      <For each={tones}>{(tone) => <Banner tone={tone}>{`This is a banner: ${tone}.`}</Banner>}</For>
      <div class="kit__row">
        <For each={tones}>
          {(tone) => (
            <Button
              onClick={() => showToast({ tone, title: 'Your seat is booked', text: `A toast: ${tone}.` })}
            >
              {`Toast: ${tone}`}
            </Button>
          )}
        </For>
        <Button
          onClick={() =>
            showToast({
              tone: 'danger',
              title: 'Action failed',
              action: { label: 'Retry', onPress: () => showToast({ tone: 'success', title: 'Done' }) },
            })
          }
        >
          Toast with an action
        </Button>
        <Spinner label="Loading" />
      </div>
      <div class="kit__grid">
        <div class="card">
          <EmptyState
            title="No seat is booked"
            text="Seats that you book are kept here."
            action={<Button>Find</Button>}
          />
        </div>
        <div class="card">
          <EmptyState
            art="road"
            title="This page does not exist"
            text="The address may have a typing error."
          />
        </div>
        <div class="grid gap-3">
          <Skeleton class="h-6 w-2/3" />
          <Skeleton class="h-4" />
          <Skeleton class="h-24" />
        </div>
      </div>
    </>
  );
}

export function OverThePage() {
  const [dialog, setDialog] = createSignal(false);
  const [sheet, setSheet] = createSignal(false);
  const [theme, setTheme] = createSignal<'one' | 'two'>('one');
  return (
    <div class="kit__row">
      <Button onClick={() => setDialog(true)}>Dialog</Button>
      <Button onClick={() => setSheet(true)}>Sheet</Button>
      <Menu trigger={(given) => <Button {...given}>Menu</Button>}>
        <MenuGroup head="Ananya Das">
          <MenuItem icon="pencil-square" onSelect={() => showToast({ tone: 'info', title: 'Edit' })}>
            Edit
          </MenuItem>
        </MenuGroup>
        <MenuChoice
          label="Show"
          value={theme()}
          onValue={setTheme}
          choices={[
            { value: 'one', label: 'One' },
            { value: 'two', label: 'Two' },
          ]}
        />
        <MenuRule />
        <MenuItem icon="trash" danger onSelect={() => showToast({ tone: 'danger', title: 'Deleted' })}>
          Delete
        </MenuItem>
      </Menu>
      <Dialog
        open={dialog()}
        onOpenChange={setDialog}
        title="Cancel this seat?"
        description="It is given to someone else."
        footer={
          <>
            <Button onClick={() => setDialog(false)}>Keep it</Button>
            <Button variant="danger" onClick={() => setDialog(false)}>
              Cancel seat
            </Button>
          </>
        }
      />
      <Sheet
        open={sheet()}
        onOpenChange={setSheet}
        title="Notifications"
        footer={<Button onClick={() => setSheet(false)}>Done</Button>}
      >
        <p>It slides over from the right, and from below on phones.</p>
      </Sheet>
    </div>
  );
}
