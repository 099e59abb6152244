import './recording-player.css';
import { For, Show, createEffect, createMemo, createSignal, on, onMount, untrack } from 'solid-js';
import type { Chapter } from '../../api/contracts/recordings.ts';
import { formatLength } from '../room/lessonClock.ts';
import { t } from '../text/recording.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';

const clock = (seconds: number) => formatLength(seconds * 1000);

type PlayerProps = {
  /** A link that expires; another one is taken up only when the last has failed. */
  url: string;
  label: string;
  chapters: Chapter[];
  /** The link ran out, or the file is gone. */
  onFailed: () => void;
  /** Told the place (ms) that is shown, four times a second while it plays. */
  onTime?: (atMs: number) => void;
  /** Given the way to another place (ms). */
  control?: (seekTo: (atMs: number) => void) => void;
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
  const [source, setSource] = createSignal(untrack(() => props.url));
  /** Set from a failure until the next link has brought something: who has lost the file is not asked for links without end. */
  let resume: { at: number; playing: boolean } | undefined;
  createEffect(
    on(
      () => props.url,
      (url) => {
        if (failed()) setSource(url);
      },
      { defer: true },
    ),
  );
  function fail(): void {
    setFailed(true);
    if (resume) return;
    resume = { at: at(), playing: playing() };
    props.onFailed();
  }
  function begin(): void {
    setLength(video.duration);
    setFailed(false);
    if (resume) seek(resume.at);
    if (resume?.playing) toggle();
    resume = undefined;
  }
  const seek = (seconds: number) => (video.currentTime = Math.max(0, Math.min(seconds, video.duration || 0)));
  // Where its file has no place for it yet, the element takes it up once it knows its length.
  const seekTo = (atMs: number) => (video.currentTime = atMs / 1000);
  onMount(() => props.control?.(seekTo));
  function tell(): void {
    setAt(video.currentTime);
    props.onTime?.(video.currentTime * 1000);
  }
  const current = createMemo(() => {
    const atMs = at() * 1000 + 50;
    return props.chapters.findLast((chapter) => chapter.atMs <= atMs)?.title;
  });
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
        src={source()}
        preload="metadata"
        playsinline
        onClick={toggle}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onTimeUpdate={tell}
        onSeeking={tell}
        onLoadedMetadata={begin}
        onVolumeChange={() => setMuted(video.muted)}
        onError={fail}
      />
      <div class="recording-player__bar">
        <div class="recording-player__line">
          <ChapterMarks chapters={props.chapters} length={length()} />
          <input
            type="range"
            min="0"
            max={length()}
            step="0.1"
            value={at()}
            style={{ '--done': `${length() > 0 ? (at() / length()) * 100 : 0}%` }}
            aria-label={t('recording.kept.position')}
            aria-valuetext={[`${clock(at())} / ${clock(length())}`, current()].filter(Boolean).join(', ')}
            onInput={(event) => seek(event.currentTarget.valueAsNumber)}
          />
        </div>
        <div class="recording-player__acts">
          <IconButton
            icon={playing() ? 'pause' : 'play'}
            size="sm"
            label={t(playing() ? 'recording.kept.pause' : 'recording.kept.play')}
            onClick={toggle}
          />
          <IconButton
            icon={muted() ? 'speaker-x-mark' : 'speaker-wave'}
            size="sm"
            label={t(muted() ? 'recording.kept.unmute' : 'recording.kept.mute')}
            onClick={mute}
          />
          <span class="caption num">
            {clock(at())} / {clock(length())}
          </span>
          <span class="caption truncate grow">{current()}</span>
          <Button
            size="sm"
            variant="ghost"
            aria-label={t('recording.kept.speed', { speed: `${speed()}` })}
            onClick={faster}
          >
            {`${speed()}×`}
          </Button>
          <IconButton
            icon={full() ? 'arrows-pointing-in' : 'arrows-pointing-out'}
            size="sm"
            label={t(full() ? 'recording.kept.leaveFullScreen' : 'recording.kept.fullScreen')}
            onClick={fill}
          />
        </div>
      </div>
      <Show when={failed()}>
        <p role="status">{t('recording.kept.unplayable')}</p>
      </Show>
      <p class="sr-only">{t('recording.kept.keys')}</p>
    </div>
  );
}

type MarksProps = {
  chapters: Chapter[];
  /** Of the recording, in seconds; 0 while it is not known. */
  length: number;
};

function ChapterMarks(props: MarksProps) {
  return (
    <For each={props.length > 0 ? props.chapters : []}>
      {(chapter) => (
        <i
          class="recording-player__mark"
          style={{ '--part': chapter.atMs / 1000 / props.length }}
          aria-hidden="true"
        />
      )}
    </For>
  );
}
