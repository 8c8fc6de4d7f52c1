import { useState } from 'react';
import type { Repository } from '../api/types';
import { ActButton } from '../act/Acts';
import { Button } from '../parts/Button';
import { Glyph } from '../parts/Glyph';
import { Panel } from '../parts/Panel';
import { Instant } from '../parts/Times';
import { some } from '../words/status';
import { Commits } from './Commits';
import s from './Release.module.css';

const AT_FIRST = 8;

/** What the Robot did in a repository, what came to the branch, and what is in the release. */
export function RepositoryPanel({ repository }: { repository: Repository }) {
  const [all, setAll] = useState(false);
  const merged = all ? repository.merged : repository.merged.slice(0, AT_FIRST);
  const large = repository.merged.filter((change) => change.large).length;
  return (
    <Panel title="Repository" note={repository.key}>
      <dl className={s.facts}>
        <Fact name="Main bumped" at={repository.bumpedAt} />
        <Fact name="Branch cut" at={repository.cutAt} more={repository.cutBy === undefined ? '' : `by ${repository.cutBy}`} />
        <div>
          <dt>Branch</dt>
          <dd>
            {repository.branch ?? <span className={s.soft}>not yet</span>}
            {repository.from !== undefined && (
              <>
                {' '}
                from <span className="mono">{repository.from.slice(0, 7)}</span>
              </>
            )}
          </dd>
        </div>
        <Fact name="Tagged" at={repository.taggedAt} />
      </dl>
      {repository.trouble !== undefined && (
        <p className={s.trouble}>
          <Glyph sign="needs" size={13} />
          {repository.trouble}
          <ActButton name="try-repository-again" target={repository.key} small>
            Try again…
          </ActButton>
        </p>
      )}
      {repository.branch !== undefined && (
        <>
          <h3 className={s.caption}>
            On the branch since the cut <span>{some(repository.branched.length, 'commit')}</span>
          </h3>
          <Commits commits={repository.branched} branch />
        </>
      )}
      <h3 className={s.caption}>
        In this release{' '}
        <span>
          {some(repository.merged.length, 'commit')}
          {large > 0 && `, ${large} large`}
          {!repository.whole && '; the list does not reach back to the last cut'}
        </span>
      </h3>
      <Commits commits={merged} />
      {repository.merged.length > merged.length && (
        <p className={s.more}>
          <Button look="text" onPress={() => setAll(true)}>
            {`${repository.merged.length - merged.length} more`}
          </Button>
        </p>
      )}
    </Panel>
  );
}

function Fact({ name, at, more = '' }: { name: string; at: string | undefined; more?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {at === undefined ? <span className={s.soft}>not yet</span> : <Instant at={at} />} {more}
      </dd>
    </div>
  );
}
