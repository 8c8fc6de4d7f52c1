import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { appsQuery } from '../api/queries';
import { Loaded } from '../parts/Loaded';
import s from './Lost.module.css';

/** With one app its overview; else the choice. */
export function Apps() {
  const apps = useQuery(appsQuery());
  return (
    <Loaded query={apps} what="The list of apps">
      {(list) =>
        list.length === 1 && list[0] !== undefined ? (
          <Navigate to="/apps/$app" params={{ app: list[0].key }} replace />
        ) : (
          <main className={s.lost}>
            <h1>{list.length === 0 ? 'No app is set up yet.' : 'Which app?'}</h1>
            {list.length === 0 && (
              <p>
                Write one, put it in with <code>signalbox up</code>, or look at one first with <code>signalbox demo</code>.
              </p>
            )}
            <ul>
              {list.map((app) => (
                <li key={app.key}>
                  <Link to="/apps/$app" params={{ app: app.key }} className="link">
                    {app.name}
                  </Link>
                </li>
              ))}
            </ul>
          </main>
        )
      }
    </Loaded>
  );
}
