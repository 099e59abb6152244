import { createSession, type CreateSessionInput } from '../../api/contracts/sessions.ts';
import { t } from '../text/dashboards.ts';

export const draftFields = [
  'title',
  'description',
  'topics',
  'domains',
  'startsAt',
  'durationMinutes',
  'capacity',
  'language',
] as const;
export type DraftField = (typeof draftFields)[number];
export type Draft = Required<CreateSessionInput>;
export type DraftErrors = Partial<Record<DraftField, string>>;

/** What the contract refuses, as sentences at the fields; the API checks the same again. */
export function checkDraft(draft: Draft, nowMs: number): DraftErrors {
  const errors: DraftErrors = {};
  for (const issue of createSession.safeParse(draft).error?.issues ?? []) {
    const field = draftFields.find((known) => known === issue.path[0]);
    if (field) errors[field] = t(`create.wrong.${field}`);
  }
  if (!errors.startsAt && Date.parse(draft.startsAt) <= nowMs) {
    errors.startsAt = t('create.wrong.startsAtPast');
  }
  return errors;
}
