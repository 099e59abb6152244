import { Show, createSignal } from 'solid-js';
import { t } from '../text/mentors.ts';
import { Banner } from '../ui/feedback.tsx';
import { Icon } from '../ui/Icon.tsx';

type IntroVideoProps = { url: string; poster: string | null; name: string };

/** Nothing of the video is fetched before it is played; then the browser asks for the parts it needs. */
export function IntroVideo(props: IntroVideoProps) {
  const [playing, setPlaying] = createSignal(false);
  const [failed, setFailed] = createSignal(false);
  return (
    <Show when={!failed()} fallback={<Banner tone="warning">{t('mentorPage.introFailed')}</Banner>}>
      <div class="intro card">
        <video
          src={props.url}
          poster={props.poster ?? undefined}
          controls={playing()}
          preload="none"
          playsinline
          aria-label={t('mentorPage.introOf', { name: props.name })}
          onPlay={() => setPlaying(true)}
          onError={() => setFailed(true)}
        />
        <Show when={!playing()}>
          <button
            type="button"
            class="intro__play"
            onClick={({ currentTarget }) => {
              const video = currentTarget.previousElementSibling as HTMLVideoElement;
              setPlaying(true);
              video.focus();
              // Refused by the browser: its own controls are there now.
              video.play().catch(() => undefined);
            }}
          >
            <span class="intro__disc">
              <Icon name="play" />
            </span>
            <span class="sr-only">{t('mentorPage.playIntro')}</span>
          </button>
        </Show>
      </div>
    </Show>
  );
}
