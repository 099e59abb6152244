import { Route, Router } from '@solidjs/router';
import { lazy } from 'solid-js';
import { App } from './shell/App.tsx';
import { PublicLayout } from './shell/PublicLayout.tsx';

const DashboardLayout = lazy(() => import('./shell/DashboardLayout.tsx'));
const BookingsPage = lazy(() => import('./bookings/BookingsPage.tsx'));

/** Every page is fetched when it is opened, except the frame around the public ones. */
export const AppRouter = () => (
  <Router root={App}>
    <Route component={PublicLayout}>
      <Route path="/" component={lazy(() => import('./landing/LandingPage.tsx'))} />
      <Route path="/sessions" component={lazy(() => import('./sessions/SessionsPage.tsx'))} />
      <Route path="/sessions/:id" component={lazy(() => import('./sessions/SessionPage.tsx'))} />
      <Route path="/login" component={lazy(() => import('./accounts/LogInPage.tsx'))} />
    </Route>
    <Route path="/session/:roomCode" component={lazy(() => import('./room/RoomPage.tsx'))} />
    <Route path="/dashboard" component={DashboardLayout}>
      <Route path="/" />
      <Route path="/learner" component={lazy(() => import('./learner/LearnerHomePage.tsx'))} />
      <Route path="/learner/bookings" component={BookingsPage} />
      <Route path="/mentor" component={lazy(() => import('./mentor/MentorHomePage.tsx'))} />
      <Route path="/mentor/sessions" component={lazy(() => import('./mentor/MentorSessionsPage.tsx'))} />
      <Route path="/mentor/create" component={lazy(() => import('./mentor/CreateSessionPage.tsx'))} />
      <Route path="/admin" component={lazy(() => import('./admin/AdminHomePage.tsx'))} />
    </Route>
    <Route path="/dev/ui" component={lazy(() => import('./dev/UiPage.tsx'))} />
    <Route path="*" component={lazy(() => import('./shell/NotFoundPage.tsx'))} />
  </Router>
);
