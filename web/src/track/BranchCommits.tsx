import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { releaseQuery } from '../api/queries';
import type { TrackPage } from '../api/types';
import type { Given } from '../act/Acts';
import { Panel } from '../parts/Panel';
import { Commits } from '../release/Commits';
import { ReleaseActs } from '../release/ReleaseActs';
import s from './Rows.module.css';

/** What came to the release branch after its cut, and who approved it. Approving is an act of the release. */
export function BranchCommits({ page, given }: { page: TrackPage; given: (given: Given) => void }) {
  const { app, version } = useParams({ from: '/apps/$app/releases/$version/tracks/$platform' });
  const { data: release } = useQuery(releaseQuery(app, version));
  const branches = release?.repositories.filter((repository) => repository.branch !== undefined) ?? [];
  if (release === undefined || page.row.stage === 'UPCOMING' || branches.length === 0) {
    return null;
  }
  const count = branches.reduce((sum, repository) => sum + repository.branched.length, 0);
  return (
    <ReleaseActs app={app} page={release} given={given}>
      <Panel title="Fixes on the branch" id="commits" note={count === 0 ? 'none since the cut' : String(count)}>
        {branches.map((repository) => (
          <div key={repository.key}>
            {branches.length > 1 && <h3 className={s.foot}>{repository.key}</h3>}
            <Commits commits={repository.branched} branch />
          </div>
        ))}
      </Panel>
    </ReleaseActs>
  );
}
