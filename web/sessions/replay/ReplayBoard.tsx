import '../../room/board/board.css';
import { ErrorBoundary, Show, Suspense, createUniqueId, lazy, type Accessor } from 'solid-js';
import { boardChanges } from '../../../api/contracts/board.ts';
import { api } from '../../lib/api.ts';
import { useQuery } from '../../lib/query.ts';
import { t } from '../../text/recording.ts';
import { Skeleton } from '../../ui/feedback.tsx';

const KeptBoard = lazy(() => import('../../room/board/KeptBoard.tsx'));

type BoardProps = {
  sessionId: string;
  moment: Accessor<number>;
  /** Somebody plays or seeks: what the board is shown with is large, and nobody who only looks in needs it. */
  begun: boolean;
};

/** The whiteboard as it was at the moment that is played; nothing where none was used. */
export function ReplayBoard(props: BoardProps) {
  const first = useQuery(() => ({
    queryKey: ['session', props.sessionId, 'board'],
    queryFn: ({ signal }) =>
      api.get(`/api/sessions/${props.sessionId}/board`, boardChanges, { query: { limit: 1 }, signal }),
  }));
  const title = createUniqueId();
  return (
    <Show when={first.isSuccess && first.data.items.length > 0}>
      <section class="replay__part" aria-labelledby={title}>
        <h3 class="h-card" id={title}>
          {t('recording.replay.board')}
        </h3>
        <Show when={props.begun} fallback={<p class="muted">{t('recording.replay.boardLater')}</p>}>
          <ErrorBoundary fallback={<p role="alert">{t('recording.replay.noBoard')}</p>}>
            <Suspense fallback={<Skeleton class="h-96 w-full" />}>
              <KeptBoard sessionId={props.sessionId} atMs={props.moment()} />
            </Suspense>
          </ErrorBoundary>
        </Show>
      </section>
    </Show>
  );
}
