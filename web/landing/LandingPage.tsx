import { A, Navigate, useNavigate } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { authGate } from '../accounts/authGate.ts';
import { credentials } from '../lib/credentials.ts';
import { t } from '../lib/text.ts';
import { SessionRail } from '../sessions/SessionRail.tsx';
import { homeOf } from '../shell/homeOf.ts';
import { usePageTitle } from '../shell/pageTitle.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import './landing.css';
import { RoleCards } from './RoleCards.tsx';

export default function LandingPage() {
  usePageTitle(() => undefined);
  return (
    <Show
      when={credentials.known() && credentials.user()}
      fallback={
        <Show when={credentials.known()}>
          <Landing />
        </Show>
      }
    >
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
          <div class="hero__acts">
            <ButtonLink href="/sessions" variant="primary" size="lg">
              {t('landing.seeSessions')}
            </ButtonLink>
          </div>
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
          onLearn={() => navigate('/sessions')}
          onTeach={() => authGate.open('signUp', { role: 'mentor' })}
        />
      </section>
      <section class="wrap part" aria-labelledby="live-and-next">
        <div class="part__head">
          <h2 class="h-section" id="live-and-next">
            {t('landing.liveAndNext')}
          </h2>
          <A class="link" href="/sessions">
            {t('landing.allSessions')}
          </A>
        </div>
        <SessionRail />
      </section>
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
