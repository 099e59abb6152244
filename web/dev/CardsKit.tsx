import { For, createSignal } from 'solid-js';
import type { Session } from '../../api/contracts/sessions.ts';
import { nextQuarter } from '../lib/zone.ts';
import {
  Avatar,
  Badge,
  Button,
  Card,
  Count,
  Countdown,
  LiveBadge,
  Price,
  Seats,
  SessionCard,
  SessionCardSkeleton,
  SessionDrawing,
  Tabs,
  Ticket,
  TopicBeads,
  type BadgeTone,
} from '../ui/index.ts';
import { kit } from './kitText.ts';

const tones: BadgeTone[] = ['neutral', 'success', 'warning', 'danger', 'info', 'accent', 'plain', 'glass'];

/** The shape of a lesson, for looking at; nothing here comes from or goes to the API. */
function exampleSession(change: Partial<Session> = {}): Session {
  return {
    id: '00000000-0000-4000-8000-000000000000',
    title: kit.session.title,
    description: '',
    topics: [...kit.session.topics],
    domains: ['Programming'],
    startsAt: nextQuarter(Date.now()),
    endsAt: nextQuarter(Date.now() + 3600_000),
    durationMinutes: 60,
    extendedMinutes: 0,
    capacity: 6,
    seatsLeft: 2,
    pricePaise: 450_00,
    state: 'scheduled',
    language: 'en',
    mentor: {
      id: '00000000-0000-4000-8000-000000000001',
      name: kit.session.mentor,
      role: 'mentor',
      pictureUrl: null,
      rating: { average: 4.8, count: 31 },
    },
    ...change,
  };
}

export function Badges() {
  const [waiting, setWaiting] = createSignal(3);
  return (
    <>
      <div class="kit__row">
        <LiveBadge />
        <For each={tones}>{(tone) => <Badge tone={tone}>{tone}</Badge>}</For>
        <Badge tone="accent" icon="ticket">
          with icon
        </Badge>
        <Count value={waiting()} label={`${waiting()} unread`} />
        <Count value={12} label="12 in all" quiet />
        <Button size="sm" onClick={() => setWaiting((count) => count + 1)}>
          One more
        </Button>
      </div>
      <div class="kit__row">
        <For each={[24, 32, 40, 48, 56, 72, 96] as const}>
          {(size) => <Avatar name={kit.session.mentor} id={String(size)} size={size} />}
        </For>
        <Avatar name="Meera Nair" size={48} live />
        <Avatar name="Kabir Khan" size={48} online />
      </div>
    </>
  );
}

export function Cards() {
  return (
    <>
      <div class="kit__grid">
        <SessionCard session={exampleSession()} />
        <SessionCard
          session={exampleSession({
            state: 'live',
            pricePaise: 0,
            title: 'First chords on the guitar: from G to C without pain, for those who never held one',
          })}
        />
        <SessionCard session={exampleSession({ seatsLeft: 0, title: 'Trigonometry for Class 11' })} />
        <SessionCardSkeleton />
      </div>
      <div class="kit__grid">
        <Ticket
          top={
            <>
              <Price pricePaise={450_00} large />
              <span>
                <Seats left={2} capacity={6} />
              </span>
            </>
          }
          bottom={
            <>
              <Countdown until={exampleSession().startsAt} large />
              <Button variant="primary" size="lg" block>
                Enter room
              </Button>
            </>
          }
        />
        <Card padded>
          <h3 class="h-card">A card</h3>
          <p class="muted">White ground, clear edge.</p>
        </Card>
        <SessionDrawing session={exampleSession({ title: 'Phone photography: light before lens' })} />
      </div>
    </>
  );
}

export function Lists() {
  const [tab, setTab] = createSignal<'upcoming' | 'past'>('upcoming');
  return (
    <>
      <Tabs
        label="Bookings"
        value={tab()}
        onValue={setTab}
        tabs={[
          {
            value: 'upcoming',
            label: 'Upcoming',
            count: <Count value={2} label="2 new" />,
            content: () => <p>Two.</p>,
          },
          { value: 'past', label: 'Past', content: () => <p>None.</p> },
        ]}
      />
      <div class="kit__row">
        <TopicBeads count={5} />
        <TopicBeads count={5} covered={2} now={2} />
        <TopicBeads count={5} covered={5} />
        <Countdown until={nextQuarter(Date.now(), 30 * 60_000)} />
        <Countdown until={nextQuarter(Date.now(), 0)} />
      </div>
    </>
  );
}
