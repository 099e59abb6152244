import type { JSX } from 'solid-js';
import { Logo } from '../ui/Logo.tsx';

type NoticeProps = {
  title: string;
  text: string;
  children?: JSX.Element;
  /** Cards under it, for who wants to do more. */
  below?: JSX.Element;
};

/** A page that says one thing and leads on. */
export function Notice(props: NoticeProps) {
  return (
    <main id="main" class="notice">
      <section class="card card--pad notice__card">
        <Logo markOnly />
        <h1 class="h-page">{props.title}</h1>
        <p class="lead">{props.text}</p>
        <div class="row row--wrap notice__acts">{props.children}</div>
      </section>
      {props.below}
    </main>
  );
}
