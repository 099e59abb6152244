import './recording-player.css';
import { For, Show, createSignal } from 'solid-js';
import type { Chapter } from '../../api/contracts/recordings.ts';
import { t } from '../text/recording.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';

type PlayerProps = {
  url: string;
  label: string;
  chapters: Chapter[];
  /** The link ran out, or the file is gone. */
  onFailed: () => void;
};

const speeds = [1, 1.25, 1.5, 2, 0.75] as const;
const stepSeconds = 10;

/** Our own player: controls, chapters, speed and keys (ROOM-12, WCAG 2.2 AA). */
export function RecordingPlayer(props: PlayerProps) {
  let frame!: HTMLDivElement;
  let video!: HTMLVideoElement;
  const [playing, setPlaying] = createSignal(false);
  const [at, setAt] = createSignal(0);
  const [length, setLength] = createSignal(0);
  const [muted, setMuted] = createSignal(false);
  const [speed, setSpeed] = createSignal<number>(1);
  const [full, setFull] = createSignal(false);
  const [failed, setFailed] = createSignal(false);
  const seek = (seconds: number) => (video.currentTime = Math.max(0, Math.min(seconds, video.duration || 0)));
  const toggle = () => void (video.paused ? video.play().catch(() => undefined) : video.pause());
  const mute = () => (video.muted = !video.muted);
  const fill = () =>
    void (document.fullscreenElement ? document.exitFullscreen() : frame.requestFullscreen());
  function faster(): void {
    const next = speeds[(speeds.findIndex((each) => each === speed()) + 1) % speeds.length] ?? 1;
    setSpeed(next);
    video.playbackRate = next;
  }
  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const onControl = event.target instanceof HTMLButtonElement || event.target instanceof HTMLInputElement;
    const act = {
      ' ': onControl ? undefined : toggle,
      ArrowLeft: () => seek(video.currentTime - stepSeconds),
      ArrowRight: () => seek(video.currentTime + stepSeconds),
      m: mute,
      f: fill,
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
  return (
    <div
      class="recording-player"
      ref={(element) => (frame = element)}
      role="group"
      aria-label={props.label}
      tabindex="0"
      onKeyDown={press}
      onFullscreenChange={() => setFull(document.fullscreenElement === frame)}
    >
      <video
        ref={(element) => (video = element)}
        src={props.url}
        preload="metadata"
        playsinline
        onClick={toggle}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onTimeUpdate={() => setAt(video.currentTime)}
        onLoadedMetadata={() => {
          setLength(video.duration);
          setFailed(false);
        }}
        onVolumeChange={() => setMuted(video.muted)}
        onError={() => {
          setFailed(true);
          props.onFailed();
        }}
      />
      <div class="recording-player__bar">
        <IconButton
          icon={playing() ? 'pause' : 'play'}
          size="sm"
          label={t(playing() ? 'recording.kept.pause' : 'recording.kept.play')}
          onClick={toggle}
        />
        <input
          type="range"
          min="0"
          max={length()}
          step="0.1"
          value={at()}
          aria-label={t('recording.kept.position')}
          aria-valuetext={`${clock(at())} / ${clock(length())}`}
          onInput={(event) => seek(event.currentTarget.valueAsNumber)}
        />
        <span class="caption">
          {clock(at())} / {clock(length())}
        </span>
        <IconButton
          icon={muted() ? 'speaker-x-mark' : 'speaker-wave'}
          size="sm"
          label={t(muted() ? 'recording.kept.unmute' : 'recording.kept.mute')}
          onClick={mute}
        />
        <Button size="sm" aria-label={t('recording.kept.speed', { speed: `${speed()}` })} onClick={faster}>
          {`${speed()}×`}
        </Button>
        <IconButton
          icon={full() ? 'arrows-pointing-in' : 'arrows-pointing-out'}
          size="sm"
          label={t(full() ? 'recording.kept.leaveFullScreen' : 'recording.kept.fullScreen')}
          onClick={fill}
        />
      </div>
      <Show when={failed()}>
        <p role="status">{t('recording.kept.unplayable')}</p>
      </Show>
      <Show when={props.chapters.length > 0}>
        <h3 class="h-card">{t('recording.kept.chapters')}</h3>
        <ol class="recording-player__chapters">
          <For each={props.chapters}>
            {(chapter) => (
              <li>
                <Button size="sm" onClick={() => seek(chapter.atMs / 1000)}>
                  {`${clock(chapter.atMs / 1000)} ${chapter.title}`}
                </Button>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <p class="sr-only">{t('recording.kept.keys')}</p>
    </div>
  );
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds || 0);
  const pad = (value: number) => `${value}`.padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}
