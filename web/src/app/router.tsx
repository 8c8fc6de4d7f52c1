import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { base } from '../base';
import { Apps } from './Apps';
import { Broken } from './Broken';
import { Frame } from './Frame';
import { Lost } from './Lost';

/** Which dialog is open, so that an address can lead to it. */
interface Search {
  readonly act?: string;
  readonly target?: string;
}

function search(given: Record<string, unknown>): Search {
  const text = (name: string) => (typeof given[name] === 'string' && given[name] !== '' ? { [name]: given[name] } : {});
  return { ...text('act'), ...text('target') };
}

const root = createRootRoute({ component: Outlet, notFoundComponent: Lost, validateSearch: search });

const apps = createRoute({ getParentRoute: () => root, path: '/', component: Apps });

const app = createRoute({ getParentRoute: () => root, path: '/apps/$app', component: Frame });

const overview = createRoute({
  getParentRoute: () => app,
  path: '/',
  component: lazyRouteComponent(() => import('../overview/Overview'), 'Overview'),
});

const train = createRoute({
  getParentRoute: () => app,
  path: '/train',
  component: lazyRouteComponent(() => import('../train/Train'), 'Train'),
});

const release = createRoute({
  getParentRoute: () => app,
  path: '/releases/$version',
  component: lazyRouteComponent(() => import('../release/Release'), 'Release'),
});

const track = createRoute({
  getParentRoute: () => app,
  path: '/releases/$version/tracks/$platform',
  component: lazyRouteComponent(() => import('../track/Track'), 'Track'),
});

/** The pages and their addresses, which are those of the API without its prefix. */
export const router = createRouter({
  routeTree: root.addChildren([apps, app.addChildren([overview, train, release, track])]),
  basepath: base,
  defaultPreload: false,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
  // Values stay as they are: an act's target may look like a number.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (given) => {
    const text = new URLSearchParams(given as Record<string, string>).toString();
    return text === '' ? '' : `?${text}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
