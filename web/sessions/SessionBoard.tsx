import '../room/board/board.css';
import { ErrorBoundary, Show, Suspense, createSignal, lazy } from 'solid-js';
import { boardChanges } from '../../api/contracts/board.ts';
import { api } from '../lib/api.ts';
import { useQuery } from '../lib/query.ts';
import { t } from '../text/board.ts';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/feedback.tsx';

const KeptBoard = lazy(() => import('../room/board/KeptBoard.tsx'));

/** After the lesson: what was drawn in its room, when somebody asks to see it (ROOM-9, ROOM-17). */
export default function SessionBoard(props: { sessionId: string }) {
  const [shown, setShown] = createSignal(false);
  const path = () => `/api/sessions/${props.sessionId}/board`;
  const first = useQuery(() => ({
    queryKey: ['session', props.sessionId, 'board'],
    queryFn: ({ signal }) => api.get(path(), boardChanges, { query: { limit: 1 }, signal }),
  }));
  return (
    <>
      <Show when={first.isError}>
        <p class="muted">{t('board.failed')}</p>
      </Show>
      <Show when={first.isSuccess && first.data.items.length > 0}>
        <section class="stack stack--3" aria-labelledby="session-board">
          <h2 class="h-section" id="session-board">
            {t('board.kept.title')}
          </h2>
          <div class="card session-board">
            <p class="muted">{t('board.kept.text')}</p>
            <Button
              size="sm"
              icon={shown() ? 'eye-slash' : 'eye'}
              aria-expanded={shown()}
              onClick={() => setShown(!shown())}
            >
              {t(shown() ? 'board.kept.hide' : 'board.kept.show')}
            </Button>
            <Show when={shown()}>
              <ErrorBoundary fallback={<p role="alert">{t('board.failed')}</p>}>
                <Suspense fallback={<Skeleton class="h-96 w-full" />}>
                  <KeptBoard sessionId={props.sessionId} />
                </Suspense>
              </ErrorBoundary>
            </Show>
          </div>
        </section>
      </Show>
    </>
  );
}
