import { splitProps, type JSX } from 'solid-js';

/** A white ground with a clear edge. */
export function Card(props: JSX.HTMLAttributes<HTMLElement> & { padded?: boolean }) {
  const [own, rest] = splitProps(props, ['padded', 'class']);
  return <section {...rest} class={`card ${own.padded ? 'card--pad' : ''} ${own.class ?? ''}`} />;
}

/** A booked or bookable seat: what is bought above the cut, what to do about it below. Used for nothing else. */
export function Ticket(props: { top: JSX.Element; bottom: JSX.Element }) {
  return (
    <div class="card ticket">
      <div class="ticket__top">{props.top}</div>
      <div class="ticket__cut" aria-hidden="true" />
      <div class="ticket__bottom">{props.bottom}</div>
    </div>
  );
}
