import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import { boardQuery, trainQuery } from '../api/queries';
import { api } from '../api/url';
import { Acts } from '../act/Acts';
import { trainPlan } from '../act/otherActs';
import { DemoBar } from '../demo/DemoBar';
import { useObserved, useServices } from '../live/services';
import { PageZone } from '../live/zone';
import { viewerZone } from '../words/zone';
import s from './Frame.module.css';
import { Reconnecting } from './Reconnecting';
import { whyOld } from './old';
import { TopBar } from './TopBar';

/** What every page of an app has around it: the head with the Robot's switch, and in a demo the bar that moves time. */
export function Frame() {
  const { app } = useParams({ from: '/apps/$app' });
  const { queries } = useServices();
  const board = useQuery(boardQuery(app, queries));
  const train = useQuery(trainQuery(app));
  const shown = board.data?.data;
  const page = train.data;
  useObserved(shown?.asOf);
  useObserved(page?.asOf);
  const zone = page?.zone ?? shown?.zone ?? viewerZone;
  const inside = (
    <>
      <a className={s.skip} href="#main">
        Skip to content
      </a>
      <TopBar app={app} board={shown} />
      <Reconnecting asOf={shown?.asOf} failing={board.isError} outdated={shown && whyOld(shown.outdated, board.error)} />
      <main id="main" className={s.main} tabIndex={-1}>
        <Outlet />
      </main>
      <DemoBar />
    </>
  );
  if (page === undefined) {
    return <PageZone value={zone}>{inside}</PageZone>;
  }
  const subject = { title: page.name, version: '', address: api`apps/${app}/train`, revision: page.revision, asOf: page.asOf };
  const reread = async () => (await train.refetch({ throwOnError: true })).data ?? page;
  return (
    <PageZone value={zone}>
      <Acts subject={subject} acts={page.acts} planOf={(act) => trainPlan(act.name, act.target, subject, page)} reread={reread}>
        {inside}
      </Acts>
    </PageZone>
  );
}
