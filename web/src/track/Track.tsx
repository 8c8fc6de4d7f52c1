import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { trackQuery } from '../api/queries';
import type { TrackPage } from '../api/types';
import { api } from '../api/url';
import { Acts, type Given } from '../act/Acts';
import { trackPlan } from '../act/trackActs';
import { useObserved } from '../live/services';
import { Loaded } from '../parts/Loaded';
import { LogOf } from '../parts/LogOf';
import { word } from '../words/status';
import { Blockers } from './Blockers';
import { BranchCommits } from './BranchCommits';
import { Conditions } from './Conditions';
import { Head } from './Head';
import { OnItsWay } from './OnItsWay';
import { Parcel } from './Parcel';
import { Questions } from './Questions';
import { Rollout } from './Rollout';
import { SignOffs } from './SignOffs';
import s from './Track.module.css';
import { Way } from './Way';

const TRACK = '/apps/$app/releases/$version/tracks/$platform';

/** One track: what it waits for and why, what can be done about it, and what was done. */
export function Track() {
  const name = useParams({ from: TRACK });
  const query = useQuery(trackQuery(name));
  useObserved(query.data?.asOf);
  const [given, setGiven] = useState<Given>();
  const reread = async () => {
    const { data } = await query.refetch({ throwOnError: true });
    return data === undefined ? { revision: 0, asOf: '' } : { revision: data.row.revision, asOf: data.asOf };
  };
  return (
    <Loaded query={query} what={`${name.platform} ${name.version}`}>
      {(page) => {
        const subject = {
          title: `${page.row.title} ${page.row.version}`,
          version: page.row.version,
          address: api`apps/${name.app}/releases/${name.version}/tracks/${name.platform}`,
          revision: page.row.revision,
          asOf: page.asOf,
        };
        return (
          <Acts
            subject={subject}
            acts={page.acts}
            planOf={(act) => trackPlan(act.name, act.target, subject, page)}
            reread={reread}
            given={setGiven}
          >
            <Whole page={page} given={setGiven} />
            {given !== undefined && <OnItsWay given={given} page={page} hide={() => setGiven(undefined)} />}
          </Acts>
        );
      }}
    </Loaded>
  );
}

function Whole({ page, given }: { page: TrackPage; given: (given: Given) => void }) {
  const { row } = page;
  useEffect(() => {
    document.title = `${row.title} ${row.version}: ${word(row.status).toLowerCase()} · Signalbox`;
  }, [row.title, row.version, row.status]);
  return (
    <>
      <Head page={page} />
      <Questions page={page} />
      <Way page={page} />
      <div className={s.columns}>
        <div className={s.wide}>
          <Conditions page={page} />
          <SignOffs page={page} />
          <Blockers page={page} />
          <BranchCommits page={page} given={given} />
        </div>
        <div className={s.narrow}>
          <Rollout page={page} />
          <Parcel page={page} />
          <LogOf lines={page.log} />
        </div>
      </div>
    </>
  );
}
