import { Show, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { SessionForMe } from '../../../api/contracts/sessions.ts';
import { now } from '../../lib/clock.ts';
import { formatTime } from '../../lib/formats.ts';
import { t } from '../../text/lobby.ts';
import { Icon } from '../../ui/Icon.tsx';
import { markPassed, type EndMark } from '../lessonClock.ts';

const shownMs = 10_000;

type News = { title: string; text?: string };

/** Announces the planned end, each mark once, and that it was moved (ROOM-11). */
export function EndNotice(props: { session: SessionForMe }) {
  const [news, setNews] = createSignal<News>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (said: News) => {
    clearTimeout(timer);
    setNews(said);
    timer = setTimeout(() => setNews(undefined), shownMs);
  };
  onCleanup(() => clearTimeout(timer));

  createEffect(() => {
    const { id, endsAt } = props.session;
    // Kept by tab: a page that loads again does not say it again.
    const key = (mark: EndMark) => `peerlearn.end.${id}.${endsAt}.${mark}`;
    const mark = markPassed(Date.parse(endsAt) - now(), (one) => sessionStorage.getItem(key(one)) !== null);
    if (mark === undefined) return;
    sessionStorage.setItem(key(mark), 'told');
    say(
      mark === 0
        ? { title: t('clock.ended'), text: t('clock.endedText') }
        : {
            title: t('clock.left', { minutes: mark }),
            text: t('clock.leftText', { time: formatTime(endsAt) }),
          },
    );
  });
  createEffect(
    on(
      () => props.session.endsAt,
      (endsAt, before) => {
        if (before !== undefined && endsAt > before) {
          say({ title: t('clock.extended', { time: formatTime(endsAt) }) });
        }
      },
    ),
  );
  return (
    <div class="end-notice" role="status">
      <Show when={news()}>
        {(said) => (
          <p class="end-notice__said glass">
            <Icon name="clock" />
            <span>
              <b>{said().title}</b> <Show when={said().text}>{(text) => <span>{text()}</span>}</Show>
            </span>
          </p>
        )}
      </Show>
    </div>
  );
}
