import { Show, type JSX } from 'solid-js';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconNames.ts';

/** The shape of what comes. */
export function Skeleton(props: { class?: string }) {
  return <span class={`skel ${props.class ?? ''}`} aria-hidden="true" />;
}

type EmptyProps = {
  title: string;
  text: string;
  action?: JSX.Element;
  art?: 'ticket' | 'road';
  /** It is all that the page says, so its title is the page's. */
  wholePage?: boolean;
};

/** A drawing, what this place is for, one way on. */
export function EmptyState(props: EmptyProps) {
  return (
    <div class="empty">
      <Show when={props.art === 'road'} fallback={<TicketDrawing />}>
        <RoadDrawing />
      </Show>
      <Show when={props.wholePage} fallback={<h2 class="h-card">{props.title}</h2>}>
        <h1 class="h-section">{props.title}</h1>
      </Show>
      <p>{props.text}</p>
      {props.action}
    </div>
  );
}

function TicketDrawing() {
  return (
    <svg class="empty__art" viewBox="0 0 144 96" aria-hidden="true">
      <path
        class="art-card"
        d="M24 22h96a8 8 0 0 1 8 8v10a8 8 0 0 0 0 16v10a8 8 0 0 1-8 8H24a8 8 0 0 1-8-8V56a8 8 0 0 0 0-16V30a8 8 0 0 1 8-8z"
      />
      <path class="art-line art-line--cut" d="M92 24v48" />
      <rect class="art-orange" x="32" y="36" width="44" height="7" rx="3.5" />
      <rect class="art-purple" x="32" y="50" width="32" height="6" rx="3" />
      <circle class="art-ring" cx="110" cy="48" r="9" />
    </svg>
  );
}

function RoadDrawing() {
  return (
    <svg class="empty__art" viewBox="0 0 144 96" aria-hidden="true">
      <rect class="art-card" x="20" y="16" width="104" height="64" rx="10" />
      <path class="art-line art-line--cut" d="M36 62c14-26 28 8 42-14s18-16 30-16" />
      <circle class="art-orange" cx="36" cy="62" r="6" />
      <path class="art-line" d="m101 25 14 14m0-14-14 14" />
    </svg>
  );
}

const bannerIcons: Record<BannerTone, IconName> = {
  info: 'information-circle',
  success: 'check-circle',
  warning: 'exclamation-triangle',
  danger: 'exclamation-circle',
};
type BannerTone = 'info' | 'success' | 'warning' | 'danger';
type BannerProps = { tone?: BannerTone; icon?: IconName; action?: JSX.Element; children: JSX.Element };

/** A sentence about the place it stands in; announced when it appears. */
export function Banner(props: BannerProps) {
  return (
    <div class={`banner banner--${props.tone ?? 'info'}`} role="status">
      <Icon name={props.icon ?? bannerIcons[props.tone ?? 'info']} />
      <span class="grow">{props.children}</span>
      {props.action}
    </div>
  );
}
