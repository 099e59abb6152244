import { Show } from 'solid-js';
import { credentials } from '../lib/credentials.ts';
import { reloadProfile, useProfile } from '../settings/queries.ts';
import { t } from '../text/files.ts';
import { PictureField } from './PictureField.tsx';
import { VideoField } from './VideoField.tsx';

/** Picture and intro video in the settings (WEB-6). */
export default function FilesSection() {
  const profile = useProfile();
  return (
    <Show when={credentials.user()}>
      {(user) => (
        <section class="card card--pad settings-form" aria-labelledby="files-title">
          <h2 class="h-card" id="files-title">
            {user().role === 'mentor' ? t('files.titleMentor') : t('files.picture')}
          </h2>
          <PictureField person={user()} onChanged={reloadProfile} />
          <Show when={user().role === 'mentor'}>
            <VideoField
              name={user().name}
              url={profile.data?.introVideoUrl ?? null}
              onChanged={reloadProfile}
            />
          </Show>
        </section>
      )}
    </Show>
  );
}
