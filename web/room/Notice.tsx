import type { JSX } from 'solid-js';
import { Logo } from '../ui/Logo.tsx';

/** A page that says one thing and leads on. */
export function Notice(props: { title: string; text: string; children?: JSX.Element }) {
  return (
    <main id="main" class="notice">
      <section class="card card--pad notice__card">
        <Logo markOnly />
        <h1 class="h-page">{props.title}</h1>
        <p class="lead">{props.text}</p>
        <div class="row row--wrap notice__acts">{props.children}</div>
      </section>
    </main>
  );
}
