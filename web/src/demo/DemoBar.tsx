import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { meQuery } from '../api/queries';
import { useServices } from '../live/services';
import { demoQuery } from './state';

const Bar = lazy(() => import('./Bar'));

/** There only in a demo: where the server's clock is stepped, something may be there that steps it. */
export function DemoBar() {
  const { clock } = useServices();
  const me = useQuery(meQuery());
  const { data } = useQuery({ ...demoQuery(), enabled: me.data?.clock === 'stepped' });
  const now = data?.now;
  useEffect(() => {
    if (now !== undefined) {
      clock.observe(now);
    }
  }, [now, clock]);
  return data === undefined || data === null ? null : (
    <Suspense>
      <Bar state={data} />
    </Suspense>
  );
}
