import { Link, useParams } from '@tanstack/react-router';
import type { ReleaseHead, Section } from '../api/types';
import { useNow } from '../live/services';
import { Distance, Instant } from '../parts/Times';
import { length } from '../words/lengths';
import { bareMilestone, some } from '../words/status';
import s from './SignalPanel.module.css';

const NAMES: Record<Section['part'], string> = { PRODUCTION: 'Production', CURRENT: 'Current', UPCOMING: 'Upcoming' };

/** Which part it is, its releases, and the next date of each. */
export function SectionHead({ section }: { section: Section }) {
  const { app } = useParams({ from: '/apps/$app' });
  return (
    <tr className={s.section}>
      <th colSpan={9} scope="rowgroup">
        <b>{NAMES[section.part]}</b>
        {section.releases.map((release) => (
          <span key={release.version} className={s.release}>
            <Link to="/apps/$app/releases/$version" params={{ app, version: release.version }}>
              {release.version}
            </Link>
            <Plan release={release} part={section.part} />
          </span>
        ))}
      </th>
    </tr>
  );
}

function Plan({ release, part }: { release: ReleaseHead; part: Section['part'] }) {
  const next = release.goals.find((goal) => goal.actual === undefined && goal.milestone !== 'regression day');
  const warnings = release.warnings.length;
  return (
    <>
      {next !== undefined && part !== 'PRODUCTION' && <Due milestone={next.milestone} at={next.planned} />}
      {part === 'PRODUCTION' && <Since release={release} />}
      {warnings > 0 && <em>{some(warnings, 'warning')}</em>}
    </>
  );
}

function Due({ milestone, at }: { milestone: string; at: string }) {
  const what = bareMilestone(milestone);
  const late = useNow((now) => (now > Date.parse(at) ? length(now - Date.parse(at)) : ''));
  return late === '' ? (
    <span>
      {what} <Instant at={at} />, <Distance to={at} />
    </span>
  ) : (
    <span>
      {what} was <Instant at={at} />, <strong>{late} late</strong>
    </span>
  );
}

function Since({ release }: { release: ReleaseHead }) {
  const everyone = release.goals.at(-1);
  return everyone?.actual === undefined ? null : (
    <span>
      everyone since <Instant at={everyone.actual} />
    </span>
  );
}
