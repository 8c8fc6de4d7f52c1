import type { Board, SourceState } from '../api/types';
import { useNow } from '../live/services';
import { StatusGlyph } from '../parts/Glyph';
import { Distance, Instant, Lasting } from '../parts/Times';
import { length } from '../words/lengths';
import s from './Statement.module.css';

/** The one sentence, the counts that prove it, and how old the data is. */
export function Statement({ board }: { board: Board }) {
  return (
    <section className={s.state} aria-label="In short">
      <div className={s.said}>
        <h1>{board.statement}</h1>
        <Tally board={board} />
      </div>
      <Freshness sources={board.sources} />
    </section>
  );
}

function Tally({ board }: { board: Board }) {
  const { counts, departure } = board;
  const shown = [
    { count: counts.needs, status: 'NEEDS', text: counts.needs === 1 ? 'needs you' : 'need you' },
    { count: counts.waiting, status: 'WAITING', text: 'waiting' },
    { count: counts.noData, status: 'NO_DATA', text: 'no data' },
    { count: counts.ready, status: 'READY', text: 'ready' },
    { count: counts.notApplicable, status: 'NOT_APPLICABLE', text: 'ended' },
  ] as const;
  return (
    <div className={s.tally}>
      {shown
        .filter(({ count }) => count > 0)
        .map(({ count, status, text }) => (
          <span key={status}>
            <StatusGlyph status={status} />
            <span>
              <b>{count}</b> {text}
            </span>
          </span>
        ))}
      {departure !== undefined && (
        <span className={s.departs}>
          <span>
            {departure.version} departs <Instant at={departure.at} />, <Distance to={departure.at} />
          </span>
        </span>
      )}
    </div>
  );
}

/** Age of the oldest reading in use, one tick a source, and the name of what is silent. */
function Freshness({ sources }: { sources: readonly SourceState[] }) {
  const read = sources.flatMap((source) => (source.asOf === undefined ? [] : [source.asOf])).sort();
  const fresh = sources.filter((source) => source.state === 'FRESH').length;
  const silent = sources.filter((source) => source.state !== 'FRESH');
  if (sources.length === 0) {
    return <p className={s.fresh}>No source has spoken yet.</p>;
  }
  return (
    <div className={s.fresh}>
      <div className={s.age}>
        {read[0] !== undefined && (
          <b>
            Data <Lasting since={read[0]} exact /> old
          </b>
        )}
        <span className={s.ticks} aria-hidden="true">
          {sources.map((source) => (
            <i key={source.name} data-fresh={source.state === 'FRESH' || undefined} title={source.name} />
          ))}
        </span>
      </div>
      <a href="#sources">
        {fresh} of {sources.length} sources fresh
        {silent.slice(0, 2).map((source) => (
          <Silent key={source.name} source={source} />
        ))}
        {silent.length > 2 && ` · ${silent.length - 2} more`}
      </a>
    </div>
  );
}

function Silent({ source }: { source: SourceState }) {
  const since = source.failingSince ?? source.asOf;
  const lasts = useNow((now) => (since === undefined ? '' : ` ${length(now - Date.parse(since))}`));
  return ` · ${source.name} ${source.state === 'FAILING' ? 'fails' : 'silent'}${lasts}`;
}
