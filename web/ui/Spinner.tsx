/** Turns while something is under way; with `label` it is announced, without it the words beside it say so. */
export function Spinner(props: { label?: string; class?: string }) {
  return (
    <span
      class={`spinner ${props.class ?? ''}`}
      role={props.label ? 'status' : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : 'true'}
    />
  );
}
