import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { releaseQuery } from '../api/queries';
import type { TrackPage } from '../api/types';
import { Panel } from '../parts/Panel';
import { Commits } from '../release/Commits';
import s from './Rows.module.css';

/** What came to the release branch after its cut, and who approved it. */
export function BranchCommits({ page }: { page: TrackPage }) {
  const { app, version } = useParams({ from: '/apps/$app/releases/$version/tracks/$platform' });
  const release = useQuery(releaseQuery(app, version));
  const branches = release.data?.repositories.filter((repository) => repository.branch !== undefined) ?? [];
  if (page.row.stage === 'UPCOMING' || branches.length === 0) {
    return null;
  }
  const count = branches.reduce((sum, repository) => sum + repository.branched.length, 0);
  return (
    <Panel title="Fixes on the branch" id="commits" note={count === 0 ? 'none since the cut' : String(count)}>
      {branches.map((repository) => (
        <div key={repository.key}>
          {branches.length > 1 && <h3 className={s.foot}>{repository.key}</h3>}
          <Commits commits={repository.branched} branch />
        </div>
      ))}
    </Panel>
  );
}
