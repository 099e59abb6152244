import { createSignal } from 'solid-js';
import { nextQuarter } from '../lib/zone.ts';
import {
  Button,
  Checkbox,
  ChipInput,
  CodeField,
  DateTimeField,
  NumberField,
  PasswordField,
  Segmented,
  Select,
  Switch,
  TextArea,
  TextField,
} from '../ui/index.ts';

export function Fields() {
  const [text, setText] = createSignal('');
  const [topics, setTopics] = createSignal(['Iterators', 'yield']);
  const [seats, setSeats] = createSignal(4);
  const [start, setStart] = createSignal(nextQuarter(Date.now()));
  const [length, setLength] = createSignal('60');
  const [password, setPassword] = createSignal('');
  const [code, setCode] = createSignal('');
  const [error, setError] = createSignal<string>();
  return (
    <div class="kit__grid">
      <TextField
        label="Title"
        help="Say what a learner will be able to do."
        value={text()}
        onValue={setText}
      />
      <TextField
        label="E-mail"
        value="ananya@"
        onValue={setText}
        error="Write your e-mail address, like name@example.in."
      />
      <TextField label="Disabled" value="Cannot be changed now" onValue={setText} disabled />
      <TextArea label="Description" optional value={text()} onValue={setText} />
      <Select
        label="Length"
        value={length()}
        onValue={setLength}
        choices={['30', '60', '90'].map((value) => ({ value, label: `${value} minutes` }))}
      />
      <NumberField
        label="Seats"
        help="1 for one-to-one, up to 50."
        min={1}
        max={50}
        value={seats()}
        onValue={setSeats}
      />
      <DateTimeField label="Start" help="In your time." value={start()} onValue={setStart} />
      <ChipInput
        label="Topics"
        help="Press Enter after each one."
        values={topics()}
        onValues={setTopics}
        max={20}
        maxLength={80}
        error={error()}
      />
      <PasswordField label="Password" autocomplete="new-password" value={password()} onValue={setPassword} />
      <CodeField label="Code" value={code()} onValue={setCode} />
      <div class="kit__row">
        <Button
          onClick={() => {
            setError(undefined);
            setError('Add 1 to 20 topics.');
          }}
        >
          Make it wrong
        </Button>
        <Button variant="ghost" onClick={() => setError(undefined)}>
          Make it right
        </Button>
      </div>
    </div>
  );
}

export function Choices() {
  const [view, setView] = createSignal<'week' | 'month'>('week');
  return (
    <div class="kit__grid">
      <div class="grid gap-3">
        <Checkbox label="Send me the calendar file" checked />
        <Checkbox label="Remember this device" />
      </div>
      <div class="grid gap-3">
        <Switch label="Sound" checked />
        <Switch label="Reminders" />
      </div>
      <Segmented
        label="Show"
        value={view()}
        onValue={setView}
        choices={[
          { value: 'week', label: 'Week' },
          { value: 'month', label: 'Month' },
        ]}
      />
    </div>
  );
}
