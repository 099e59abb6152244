const width = 120;
const height = 32;
/** Two minutes of looks, one every two seconds. */
const slots = 60;

/** How a figure went over the last two minutes; its newest value stands beside it in words. */
export function Sparkline(props: { values: number[] }) {
  const most = () => Math.max(1, ...props.values);
  const points = () =>
    props.values
      .map((value, index) => {
        const x = ((slots - props.values.length + index) / (slots - 1)) * width;
        const y = height - 2 - (value / most()) * (height - 4);
        return `${x.toFixed(1)},${y.toFixed(1)}`;
      })
      .join(' ');
  return (
    <svg class="sparkline" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <polyline points={points()} />
    </svg>
  );
}
