import { Route, Router } from '@solidjs/router';
import { For, lazy } from 'solid-js';
import { App } from './shell/App.tsx';
import { PublicLayout } from './shell/PublicLayout.tsx';

const DashboardLayout = lazy(() => import('./shell/DashboardLayout.tsx'));
const SettingsPage = lazy(() => import('./settings/SettingsPage.tsx'));
const BookingsPage = lazy(() => import('./bookings/BookingsPage.tsx'));

/**
 * The pages for everyone, which the server renders too (web/server). Another one of these needs its head in
 * web/server/heads.
 */
export const publicPages = {
  '/': lazy(() => import('./landing/LandingPage.tsx')),
  '/sessions': lazy(() => import('./sessions/SessionsPage.tsx')),
  '/sessions/:id': lazy(() => import('./sessions/SessionPage.tsx')),
  '/mentors': lazy(() => import('./mentors/MentorsPage.tsx')),
  '/mentors/:id': lazy(() => import('./mentors/MentorPage.tsx')),
};
export const NotFoundPage = lazy(() => import('./shell/NotFoundPage.tsx'));

/** Every page is fetched when it is opened, except the frame around the public ones. */
export const routes = () => (
  <>
    <Route component={PublicLayout}>
      <For each={Object.entries(publicPages)}>
        {([path, component]) => <Route path={path} component={component} />}
      </For>
      <Route path="/login" component={lazy(() => import('./accounts/LogInPage.tsx'))} />
      <Route path="/signup" component={lazy(() => import('./accounts/SignUpPage.tsx'))} />
    </Route>
    <Route path="/session/:roomCode" component={lazy(() => import('./room/RoomPage.tsx'))} />
    <Route path="/dashboard" component={DashboardLayout}>
      <Route path="/" />
      <Route path="/learner" component={lazy(() => import('./learner/LearnerHomePage.tsx'))} />
      <Route path="/learner/bookings" component={BookingsPage} />
      <Route path="/mentor" component={lazy(() => import('./mentor/MentorHomePage.tsx'))} />
      <Route path="/mentor/sessions" component={lazy(() => import('./mentor/MentorSessionsPage.tsx'))} />
      <Route path="/mentor/create" component={lazy(() => import('./mentor/CreateSessionPage.tsx'))} />
      <For each={['learner', 'mentor', 'admin']}>
        {(role) => <Route path={`/${role}/settings/:section?`} component={SettingsPage} />}
      </For>
      <Route path="/admin" component={lazy(() => import('./admin/AdminHomePage.tsx'))} />
    </Route>
    <Route path="/dev/ui" component={lazy(() => import('./dev/UiPage.tsx'))} />
    <Route path="*" component={NotFoundPage} />
  </>
);

export const AppRouter = () => <Router root={App}>{routes()}</Router>;
