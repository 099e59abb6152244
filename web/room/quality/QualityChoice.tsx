import './quality.css';
import { createUniqueId, For } from 'solid-js';
import { t } from '../../text/quality.ts';
import { qualityChoices, type QualityChoice as Choice } from './choice.ts';

type ChoiceProps = { value: Choice; onChoose: (choice: Choice) => void };

/** What a person spends on pictures: for the connection's panel and for settings (ROOM-5). */
export function QualityChoice(props: ChoiceProps) {
  const group = createUniqueId();
  return (
    <fieldset class="quality-choice">
      <legend class="h-card">{t('quality.choice.title')}</legend>
      <For each={qualityChoices}>
        {(choice) => (
          <label class="check">
            <input
              type="radio"
              name={group}
              value={choice}
              checked={props.value === choice}
              onChange={() => props.onChoose(choice)}
            />
            <span>
              {t(`quality.choice.${choice}`)}
              <small>{t(`quality.choice.${choice}Text`)}</small>
            </span>
          </label>
        )}
      </For>
      <p class="caption">{t('quality.choice.remembered')}</p>
    </fieldset>
  );
}
