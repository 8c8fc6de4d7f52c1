import type { Change } from '../api/types';
import { ActButton } from '../act/Acts';
import { Chip } from '../parts/Chip';
import { Instant } from '../parts/Times';
import s from '../track/Rows.module.css';

/** Commits with author and size; on a branch also what each was approved for. */
export function Commits({ commits, branch = false }: { commits: readonly Change[]; branch?: boolean }) {
  return (
    <ul className={s.rows}>
      {commits.map((change) => (
        <li key={change.commit}>
          <span className={`${s.id} mono`} title={change.commit}>
            {change.commit.slice(0, 7)}
          </span>
          <div>
            {change.subject}
            <span className={s.more}>
              {change.author}, <Instant at={change.at} />, {change.lines} lines
              {change.tickets.length > 0 && `, ${change.tickets.join(', ')}`}
            </span>
          </div>
          <div className={s.end}>
            {change.large && (
              <Chip tone="waiting" small>
                Large
              </Chip>
            )}
            {branch && (
              <>
                <ActButton name="approve-commit" target={change.commit} small always>
                  Approve…
                </ActButton>
                {change.approvedFor === undefined ? (
                  <Chip tone="needs" small>
                    Not approved
                  </Chip>
                ) : (
                  <Chip tone="ready" small>
                    Approved for {change.approvedFor}
                  </Chip>
                )}
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
