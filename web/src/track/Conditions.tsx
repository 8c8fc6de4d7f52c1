import type { MoveView, TrackPage } from '../api/types';
import { ActButton } from '../act/Acts';
import { Glyph } from '../parts/Glyph';
import { Panel } from '../parts/Panel';
import { modeSentence } from '../words/status';
import { ConditionCount, ConditionTable } from './ConditionTable';
import s from './Conditions.module.css';
import { gathered } from './gathered';

/** What every move that lies ahead needs, and how that stands. */
export function Conditions({ page }: { page: TrackPage }) {
  return (
    <div className={s.all} id="conditions">
      {gathered(page.moves).map((moves) => (
        <MovePanel key={moves.map((move) => `${move.move} ${move.place}`).join()} moves={moves} />
      ))}
      {page.moves.length === 0 && page.watched.length === 0 && (
        <Panel title="Conditions">
          <p className={s.none}>No move lies ahead.</p>
        </Panel>
      )}
      {page.watched.length > 0 && (
        <Panel title="Watched" note={page.row.stage === 'UPCOMING' ? 'until the branch is cut' : 'for every version that is out'} end={<ConditionCount conditions={page.watched} />}>
          <ConditionTable conditions={page.watched} />
        </Panel>
      )}
    </div>
  );
}

/** Moves that need the same, at one place or more. */
function MovePanel({ moves }: { moves: readonly MoveView[] }) {
  const move = moves[0];
  if (move === undefined) {
    return null;
  }
  const places = moves.flatMap((one) => (one.placeName === '' ? [] : [one.placeName]));
  const inTheWay = [...new Set(moves.flatMap((one) => one.inTheWay))];
  return (
    <Panel title={`Before it ${move.verb}`} note={places.join(', ')} end={<ConditionCount conditions={move.conditions} />}>
      <div className={s.mode}>
        <span>
          <Glyph sign="robot" size={13} /> {modeSentence(move.mode)}
          {move.acts && ': now'}.
        </span>
        {inTheWay.map((reason) => (
          <span key={reason} className={s.way}>
            <Glyph sign="na" size={13} /> {reason}
          </span>
        ))}
        {moves.map(
          (one) =>
            one.proposal !== undefined && (
              <ActButton key={one.place} name="confirm" target={one.proposal} small always>
                {places.length > 1 ? `Confirm for ${one.placeName}…` : 'Confirm…'}
              </ActButton>
            ),
        )}
      </div>
      <ConditionTable conditions={move.conditions} />
    </Panel>
  );
}
