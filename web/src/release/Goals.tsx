import type { ReleaseHead } from '../api/types';
import { useNow } from '../live/services';
import { Glyph } from '../parts/Glyph';
import { Panel } from '../parts/Panel';
import { Instant } from '../parts/Times';
import { length } from '../words/lengths';
import { bareMilestone, capital, some } from '../words/status';
import s from './Release.module.css';

/** The plan against what happened, and what the release's manager should know. */
export function Goals({ head }: { head: ReleaseHead }) {
  return (
    <Panel title="Plan" note={head.warnings.length === 0 ? undefined : some(head.warnings.length, 'warning')}>
      <table className={s.goals}>
        <thead>
          <tr>
            <th scope="col">Milestone</th>
            <th scope="col">Planned</th>
            <th scope="col">Reached</th>
            <th scope="col">Off by</th>
          </tr>
        </thead>
        <tbody>
          {head.goals.map((goal) => (
            <tr key={goal.milestone}>
              <th scope="row">{capital(bareMilestone(goal.milestone))}</th>
              <td>
                <Instant at={goal.planned} as="dated" />
              </td>
              <td>{goal.actual === undefined ? <span className={s.soft}>–</span> : <Instant at={goal.actual} as="dated" />}</td>
              <td>
                <Off planned={goal.planned} actual={goal.actual} day={goal.milestone === 'regression day'} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {head.warnings.length > 0 && (
        <ul className={s.warnings}>
          {head.warnings.map((warning) => (
            <li key={`${warning.at} ${warning.text}`}>
              <Glyph sign="waiting" size={13} />
              <span>
                {warning.text}, <Instant at={warning.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const ON_TIME = 5 * 60 * 1000;

/** How late, so far or in the end. A day that nothing marks the end of is never late. */
function Off({ planned, actual, day }: { planned: string; actual: string | undefined; day: boolean }) {
  const late = useNow((now) => (actual === undefined ? now : Date.parse(actual)) - Date.parse(planned));
  if (day || (actual === undefined && late <= 0)) {
    return <span className={s.soft}>–</span>;
  }
  if (Math.abs(late) < ON_TIME) {
    return 'on time';
  }
  return late > 0 ? <span className={s.late}>{length(late)} late</span> : `${length(-late)} early`;
}
