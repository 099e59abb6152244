import './board.css';
import { ErrorBoundary, Suspense, lazy, type ComponentProps } from 'solid-js';
import { t } from '../../text/board.ts';
import { Button } from '../../ui/Button.tsx';
import type { Place } from '../arrangeStage.ts';
import type { Rect } from '../layout/placeTiles.ts';

const Board = lazy(async () => ({ default: (await import('./Board.tsx')).Board }));

type TileProps = ComponentProps<typeof Board> & { place: Place; rect: Rect | undefined };

/** The whiteboard in its place on the stage. Its code comes when it is opened first. */
export function BoardTile(props: TileProps) {
  const at = () => {
    const { left = 0, top = 0, width = 0, height = 0 } = props.rect ?? {};
    return { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
  };
  return (
    <section
      class={`tile tile--${props.place} board`}
      style={at()}
      hidden={props.place === 'away'}
      data-board=""
      aria-label={t('board.title')}
    >
      <ErrorBoundary
        fallback={(_, reset) => (
          <div class="board__state" role="alert">
            <p>{t('board.failed')}</p>
            <Button size="sm" onClick={reset}>
              {t('board.retry')}
            </Button>
          </div>
        )}
      >
        <Suspense
          fallback={
            <p class="board__state" role="status">
              {t('board.loading')}
            </p>
          }
        >
          <Board {...props} />
        </Suspense>
      </ErrorBoundary>
    </section>
  );
}
