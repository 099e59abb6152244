import { Navigate, useNavigate } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { authGate } from '../accounts/authGate.ts';
import { credentials } from '../lib/credentials.ts';
import { homeOf } from '../shell/homeOf.ts';
import { usePageTitle } from '../shell/pageTitle.ts';
import { t } from '../text/landing.ts';
import { Icon } from '../ui/Icon.tsx';
import { BestMentors } from './BestMentors.tsx';
import { Finder } from './Finder.tsx';
import './landing.css';
import { RoleCards } from './RoleCards.tsx';
import { TopSessions } from './TopSessions.tsx';

/** Who is logged in is led home; everyone else sees it at once, before it is known who they are. */
export default function LandingPage() {
  usePageTitle(() => undefined);
  return (
    <Show when={credentials.user()} fallback={<Landing />}>
      {(user) => <Navigate href={homeOf(user().role)} />}
    </Show>
  );
}

function Landing() {
  const navigate = useNavigate();
  return (
    <>
      <section class="hero wrap" aria-labelledby="hero">
        <div class="hero__text">
          <h1 class="h-hero" id="hero">
            {t('landing.hero')}
          </h1>
          <p class="lead">{t('landing.lead')}</p>
          <Finder onFind={(search) => navigate(`/sessions${search}`)} />
          <ul class="promises">
            <li>
              <Icon name="video-camera" size={20} />
              {t('landing.promiseBrowser')}
            </li>
            <li>
              <Icon name="user-group" size={20} />
              {t('landing.promiseSeats')}
            </li>
          </ul>
        </div>
        <RoleCards
          onLearn={() => authGate.open('signUp', { role: 'learner' })}
          onTeach={() => authGate.open('signUp', { role: 'mentor' })}
        />
      </section>
      <TopSessions />
      <BestMentors />
      <HowItGoes />
    </>
  );
}

function HowItGoes() {
  const steps = () => [
    { title: t('landing.step1Title'), text: t('landing.step1Text') },
    { title: t('landing.step2Title'), text: t('landing.step2Text') },
    { title: t('landing.step3Title'), text: t('landing.step3Text') },
  ];
  return (
    <section class="wrap part" aria-labelledby="how-it-goes">
      <div class="card safe">
        <div class="safe__head">
          <h2 class="h-section" id="how-it-goes">
            {t('landing.safeTitle')}
          </h2>
          <p class="lead">{t('landing.safeText')}</p>
        </div>
        <ol class="safe__steps">
          <For each={steps()}>
            {(step, index) => (
              <li>
                <span class="safe__n" aria-hidden="true">
                  {index() + 1}
                </span>
                <h3 class="h-card">{step.title}</h3>
                <p class="muted">{step.text}</p>
              </li>
            )}
          </For>
        </ol>
      </div>
    </section>
  );
}
