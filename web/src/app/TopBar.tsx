import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { appsQuery, meQuery } from '../api/queries';
import type { Board } from '../api/types';
import { useAct, useActs } from '../act/Acts';
import { useLink, useNow } from '../live/services';
import { useZone } from '../live/zone';
import { Logo } from '../parts/Glyph';
import { dated, sameTime, zoneName } from '../words/times';
import { viewerZone } from '../words/zone';
import s from './TopBar.module.css';

const Who = lazy(() => import('./Who'));

interface TopBarProps {
  readonly app: string;
  readonly board: Board | undefined;
}

export function TopBar({ app, board }: TopBarProps) {
  const apps = useQuery(appsQuery());
  const me = useQuery(meQuery());
  const name = board?.name ?? apps.data?.find((other) => other.key === app)?.name ?? app;
  return (
    <header className={s.top}>
      <Link to="/" className={s.brand}>
        <Logo />
        <span>Signalbox</span>
      </Link>
      <nav className={s.nav} aria-label="Main">
        {(apps.data?.length ?? 1) > 1 && (
          <Link to="/" className={s.item}>
            All apps
          </Link>
        )}
        <span className={s.app}>{name}</span>
        <Link to="/apps/$app" params={{ app }} className={s.item} activeOptions={{ exact: true, includeSearch: false }}>
          Overview
        </Link>
        <Link to="/apps/$app/train" params={{ app }} className={s.item} activeOptions={{ includeSearch: false }}>
          Train
        </Link>
      </nav>
      <div className={s.end}>
        {board !== undefined && <RobotSwitch on={board.robot.on} />}
        <LiveDot />
        <Suspense fallback={<span className={s.who} />}>{me.data !== undefined && <Who me={me.data} />}</Suspense>
      </div>
    </header>
  );
}

/** The one switch that turns the Robot off for the whole app. */
function RobotSwitch({ on }: { on: boolean }) {
  const act = useAct(on ? 'switch-off' : 'switch-on');
  const { open } = useActs();
  const off = act === undefined || !act.allowed;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-disabled={off || undefined}
      className={s.robot}
      title={off ? (act?.why ?? 'Not to be switched now.') : on ? 'Turn the Robot off for the whole app…' : 'Turn the Robot on…'}
      onClick={() => {
        if (act !== undefined && !off) {
          open(act);
        }
      }}
    >
      <i className={s.switch} data-on={on || undefined} />
      Robot {on ? 'on' : 'off'}
    </button>
  );
}

function LiveDot() {
  const link = useLink();
  const zone = useZone();
  const elsewhere = useNow((now) =>
    sameTime(now, zone, viewerZone) ? '' : `All times are those of ${zoneName(zone)}. In ${zoneName(viewerZone)} it is ${dated(now, viewerZone)}.`,
  );
  const word = link.state === 'open' ? 'Live' : link.state === 'lost' ? 'Reconnecting' : 'Connecting';
  return (
    <span className={s.live} title={elsewhere === '' ? undefined : elsewhere}>
      <i data-open={link.state === 'open' || undefined} />
      {word}, {zoneName(zone)} time
    </span>
  );
}
