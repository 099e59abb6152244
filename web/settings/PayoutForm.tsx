import { Show, createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import { setPayoutAccount } from '../../api/contracts/profile.ts';
import { t } from '../text/settings.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/choices.tsx';
import { TextField } from '../ui/fields.tsx';
import { createForm } from './createForm.ts';
import { savePayoutAccount } from './queries.ts';

const fields = ['upiId', 'holder', 'ifsc', 'accountNumber'] as const;
type PayoutField = (typeof fields)[number];

export function PayoutForm(props: { onSaved: () => void; onKeep?: (() => void) | undefined }) {
  const form = createForm(fields, (field) => t(`payout.wrong.${field}`));
  const [kind, setKind] = createSignal<'upi' | 'bank'>('upi');
  const [draft, setDraft] = createStore({ upiId: '', holder: '', ifsc: '', accountNumber: '' });

  async function save(): Promise<void> {
    const { upiId, ...bank } = draft;
    const details = kind() === 'upi' ? { kind: 'upi', upiId } : { kind: 'bank', ...bank };
    const parsed = setPayoutAccount.safeParse(details);
    const refused = parsed.error?.issues.map(({ path }) => path[0] ?? '') ?? [];
    const send = async () => void (parsed.data && (await savePayoutAccount(parsed.data)));
    if (await form.save(refused, send, t('settings.saved'))) props.onSaved();
  }
  const field = (name: PayoutField) => ({
    name,
    autocomplete: 'off',
    value: draft[name],
    onValue: (value: string) => {
      setDraft(name, value);
      form.wrong.forget(name);
    },
    error: form.wrong.of(name),
  });

  return (
    <form
      class="settings-form"
      ref={form.hold}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Segmented
        label={t('payout.kind')}
        block
        value={kind()}
        onValue={setKind}
        choices={[
          { value: 'upi', label: t('payout.upi') },
          { value: 'bank', label: t('payout.bank') },
        ]}
      />
      <Show
        when={kind() === 'bank'}
        fallback={
          <TextField
            label={t('payout.upiId')}
            help={t('payout.upiHelp')}
            maxLength={100}
            {...field('upiId')}
          />
        }
      >
        <TextField label={t('payout.holder')} maxLength={80} {...field('holder')} />
        <TextField label={t('payout.ifsc')} help={t('payout.ifscHelp')} maxLength={11} {...field('ifsc')} />
        <TextField
          label={t('payout.accountNumber')}
          inputMode="numeric"
          maxLength={18}
          {...field('accountNumber')}
        />
      </Show>
      <div class="settings-form__acts">
        <Show when={props.onKeep}>
          {(keep) => (
            <Button variant="ghost" onClick={() => keep()()}>
              {t('payout.keep')}
            </Button>
          )}
        </Show>
        <Button type="submit" variant="primary" busy={form.busy()} busyText={t('settings.saving')}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
}
