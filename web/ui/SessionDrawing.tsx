import type { Session } from '../../api/contracts/sessions.ts';
import code from './art/code.svg?url';
import data from './art/data.svg?url';
import design from './art/design.svg?url';
import guitar from './art/guitar.svg?url';
import math from './art/math.svg?url';
import paint from './art/paint.svg?url';
import photo from './art/photo.svg?url';
import speak from './art/speak.svg?url';

const subjects: [RegExp, string][] = [
  [/\b(excel|pivot|data|statist|analytic|sql|finance|econom|chart)/iu, data],
  [/\b(python|java|code|coding|program|react|web|css|html|rust|algorithm|git|typescript|node|api)/iu, code],
  [/\b(guitar|music|piano|chord|song|sing|tabla|violin|ukulele|drum)/iu, guitar],
  [/\b(math|algebra|trigonom|calculus|geometry|probab|physics|number|fraction)/iu, math],
  [/\b(paint|watercolou?r|draw|sketch|art)\b/iu, paint],
  [/\b(figma|design|layout|typograph|logo|ux|ui)\b/iu, design],
  [/\b(photo|camera|lens|video|film)/iu, photo],
];

/** A drawing for a lesson without a picture of its own, by its words; talking heads fit any lesson. */
function drawingOf(session: Pick<Session, 'title' | 'domains' | 'topics'>): string {
  for (const words of [session.title, session.domains.join(' '), session.topics.join(' ')]) {
    const found = subjects.find(([pattern]) => pattern.test(words));
    if (found) return found[1];
  }
  return speak;
}

export function SessionDrawing(props: { session: Pick<Session, 'title' | 'domains' | 'topics'> }) {
  return (
    <img class="drawing" src={drawingOf(props.session)} alt="" width="320" height="180" decoding="async" />
  );
}
