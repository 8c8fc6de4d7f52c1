import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { trackNamed } from '../api/queries';
import type { Cell, Section, TrackRow } from '../api/types';
import { useSteady } from '../live/useSteady';
import { Glyph, StatusGlyph } from '../parts/Glyph';
import { COLUMNS, tone, word } from '../words/status';
import { placeOf } from './place';
import { Rail } from './Rail';
import { SectionHead } from './SectionHead';
import s from './SignalPanel.module.css';

/** The panel: a row a track, a column a signal, worst first within its section. */
export function SignalPanel({ sections }: { sections: readonly Section[] }) {
  const shown = sections.filter((section) => section.rows.length > 0);
  const rows = new Map(shown.flatMap((section) => section.rows.map((row) => [row.track, row] as const)));
  const { order, moved, release, holding } = useSteady(shown.flatMap((section) => section.rows.map((row) => row.track)));
  return (
    <section className={s.board} aria-label="Signal panel" {...holding}>
      {moved && (
        <p className={s.moved} role="status">
          The order has changed.{' '}
          <button type="button" onClick={release}>
            Show it
          </button>
        </p>
      )}
      <table>
        <colgroup>
          <col className={s.where} />
          <col />
          {Object.keys(COLUMNS).map((column) => (
            <col key={column} className={s[column.toLowerCase()]} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Track and where it is</th>
            <th scope="col">Why, and what the Robot does next</th>
            {Object.entries(COLUMNS).map(([column, name]) => (
              <th scope="col" key={column} className={s.signal}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map((section) => (
          <tbody key={section.part}>
            <SectionHead section={section} />
            {order.flatMap((key) => {
              const row = rows.get(key);
              return row !== undefined && section.rows.includes(row)
                ? [<Row key={key} row={row} named={section.releases.length > 1} />]
                : [];
            })}
          </tbody>
        ))}
      </table>
      {shown.length === 0 && <p className={s.empty}>No release is under way. The train opens one on its day.</p>}
    </section>
  );
}

const TRACK = '/apps/$app/releases/$version/tracks/$platform';

function Row({ row, named }: { row: TrackRow; named: boolean }) {
  const navigate = useNavigate();
  const params = trackNamed(row.track);
  const place = placeOf(row);
  const tall = row.status !== 'READY' && row.stage !== 'UPCOMING' && row.status !== 'NOT_APPLICABLE';
  const goThere = (event: MouseEvent<HTMLElement>) => {
    if (!(event.target instanceof Element && event.target.closest('a')) && !getSelection()?.toString()) {
      void navigate({ to: TRACK, params });
    }
  };
  return (
    <tr className={s.row} data-status={tone(row.status)} data-tall={tall || undefined} onClick={goThere}>
      <th scope="row">
        <div className={s.place}>
          <StatusGlyph status={row.status} size={18} />
          <Link to={TRACK} params={params} className={s.name}>
            <span className="vh">{word(row.status)}: </span>
            {row.title}
            {named && <small> {row.version}</small>}
          </Link>
          <Rail station={row.station} progress={row.progress} status={row.status} />
          {tall && (
            <span className={s.at}>
              <b>{place.name}</b>
              <span>{place.time}</span>
            </span>
          )}
        </div>
      </th>
      <td>
        <div className={s.say} title={row.sentence}>
          {row.sentence}
        </div>
        {tall && row.robotLine !== '' && row.robotLine !== row.sentence && (
          <div className={s.next} title={row.robotLine}>
            <Glyph sign="robot" size={13} />
            <span>{row.robotLine}</span>
          </div>
        )}
      </td>
      {row.cells.map((cell) => (
        <td key={cell.column} className={s.signal}>
          <Signal cell={cell} row={row} tall={tall} />
        </td>
      ))}
    </tr>
  );
}

/** Where on the track's page a signal is told in full. */
const PARTS: Record<Cell['column'], string> = {
  BLOCKERS: 'blockers',
  BUILD: 'commits',
  TESTS: 'conditions',
  SIGN_OFFS: 'sign-offs',
  CRASHES: 'conditions',
  REVIEW: 'rollout',
  ROLLOUT: 'rollout',
};

function Signal({ cell, row, tall }: { cell: Cell; row: TrackRow; tall: boolean }) {
  if (cell.status === 'NOT_APPLICABLE') {
    return (
      <span className={s.cell} data-status="na" title={cell.title}>
        <span className={s.value}>
          –<span className="vh"> {cell.title}</span>
        </span>
      </span>
    );
  }
  return (
    <Link to={TRACK} params={trackNamed(row.track)} hash={PARTS[cell.column]} className={s.cell} data-status={tone(cell.status)} title={cell.title}>
      <Glyph sign={cell.status === 'NEEDS' ? 'bang' : tone(cell.status)} size={13} plain={cell.status === 'NEEDS'} />
      <span className={s.value}>
        <span className="vh">{word(cell.status)}: </span>
        {cell.value}
      </span>
      {tall && cell.second !== '' && <span className={s.second}>{cell.second}</span>}
    </Link>
  );
}
