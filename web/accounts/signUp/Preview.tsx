import { For, Show } from 'solid-js';
import { createObjectUrl } from '../../files/objectUrl.ts';
import { t } from '../../text/signUp.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { domainName } from '../../ui/domainName.ts';
import { draft, files } from './draft.ts';

/** A mentor's card as learners will see it, growing with what is typed. */
export function Preview() {
  const picture = createObjectUrl(() => files().picture);
  const name = () => draft.name.trim() || t('signUp.previewName');
  return (
    <div class="sign-up__preview">
      <p class="caption">{t('signUp.previewTitle')}</p>
      <div class="card sign-up__card">
        <div class="person">
          <Avatar name={name()} id={draft.email} picture={picture()} size={48} />
          <div class="grow">
            <p class="h-small truncate">{name()}</p>
            <p class="caption">{draft.domains.map(domainName).join(', ')}</p>
          </div>
        </div>
        <Show when={draft.skills.length > 0}>
          <p class="row row--wrap">
            <For each={draft.skills.slice(0, 4)}>{(skill) => <Badge tone="accent">{skill}</Badge>}</For>
          </p>
        </Show>
        <Show
          when={draft.bio.trim()}
          fallback={
            <>
              <span class="sign-up__line" />
              <span class="sign-up__line sign-up__line--short" />
            </>
          }
        >
          <p class="caption clamp-3">{draft.bio}</p>
        </Show>
      </div>
    </div>
  );
}
