import './session-files.css';
import { For, Match, Show, Switch } from 'solid-js';
import type { Resource } from '../../api/contracts/sessionFiles.ts';
import { describeFileError } from '../files/describeFileError.ts';
import { describeError } from '../lib/describeError.ts';
import { useQuery } from '../lib/query.ts';
import { queryClient } from '../lib/queryClient.ts';
import { t } from '../text/sessionFiles.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { showToast } from '../ui/showToast.ts';
import { createFilesUnderWay } from './createFilesUnderWay.ts';
import { FileCard } from './FileCard.tsx';
import { FilesUnderWayList } from './FilesUnderWayList.tsx';
import { PickFiles } from './PickFiles.tsx';
import { addResource, listResources, removeResource } from './sessionFileCalls.ts';

/** What the mentor leaves with a session (LES-16, ROOM-17): they add and remove, those who took part download. */
export default function SessionResources(props: { sessionId: string; isMentor: boolean }) {
  const key = () => ['session', props.sessionId, 'resources'];
  const resources = useQuery(() => ({
    queryKey: key(),
    queryFn: ({ signal }) => listResources(props.sessionId, signal),
  }));
  const items = () => (resources.isSuccess ? resources.data.items : []);
  const reload = () => queryClient.invalidateQueries({ queryKey: key() });
  const files = createFilesUnderWay({
    onArrived: async ({ key: sent, uploadId, name }) => {
      try {
        await addResource(props.sessionId, { uploadId, name });
        await reload();
      } catch (error) {
        const title = t('sessionFiles.resources.notAdded', { name });
        showToast({ tone: 'danger', title, text: describeFileError(error, 'sessionFile') });
      }
      files.remove(sent);
    },
  });
  async function remove({ id, name }: Resource): Promise<void> {
    try {
      await removeResource(props.sessionId, id);
      await reload();
      showToast({ tone: 'success', title: t('sessionFiles.resources.removed', { name }) });
    } catch (error) {
      showToast({ tone: 'danger', title: describeError(error) });
    }
  }
  return (
    <section class="card card--pad session-resources" aria-labelledby="session-resources">
      <h2 class="h-card" id="session-resources">
        {t('sessionFiles.resources.title')}
      </h2>
      <p class="muted">
        {t(props.isMentor ? 'sessionFiles.resources.mentorText' : 'sessionFiles.resources.text')}
      </p>
      <Switch>
        <Match when={resources.isError}>
          <p class="muted">{t('sessionFiles.resources.failed')}</p>
        </Match>
        <Match when={resources.isSuccess && items().length === 0 && !props.isMentor}>
          <p class="muted">{t('sessionFiles.resources.none')}</p>
        </Match>
        <Match when={items().length > 0}>
          <ul class="session-resources__list">
            <For each={items()}>
              {(item) => (
                <li>
                  <FileCard sessionId={props.sessionId} file={item} />
                  <Show when={props.isMentor}>
                    <IconButton
                      icon="trash"
                      size="sm"
                      label={t('sessionFiles.remove', { name: item.name })}
                      onClick={() => void remove(item)}
                    />
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Match>
      </Switch>
      <Show when={props.isMentor}>
        <FilesUnderWayList files={files} />
        <PickFiles onFiles={(chosen) => files.add(chosen)} />
      </Show>
    </section>
  );
}
