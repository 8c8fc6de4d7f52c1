import type { Condition, Status } from '../api/types';
import { ActButton } from '../act/Acts';
import { Glyph, StatusGlyph } from '../parts/Glyph';
import { Age, Instant } from '../parts/Times';
import { conditionWord, tone } from '../words/status';
import s from './Conditions.module.css';

const ORDER: readonly Status[] = ['NEEDS', 'NO_DATA', 'WAITING', 'READY'];

/** How many stand how. */
export function ConditionCount({ conditions }: { conditions: readonly Condition[] }) {
  return (
    <>
      {ORDER.map((status) => {
        const count = conditions.filter((condition) => condition.status === status).length;
        return count === 0 ? null : (
          <span key={status} className={s.count}>
            <StatusGlyph status={status} size={13} />
            {count} {conditionWord(status)}
          </span>
        );
      })}
    </>
  );
}

/** What is needed and how that stands, worst first. */
export function ConditionTable({ conditions }: { conditions: readonly Condition[] }) {
  return (
    <table className={s.table}>
      <colgroup>
        <col />
        <col className={s.now} />
        <col className={s.needs} />
        <col className={s.source} />
        <col className={s.read} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Condition</th>
          <th scope="col">Now</th>
          <th scope="col">Needs</th>
          <th scope="col">Source</th>
          <th scope="col">Read</th>
        </tr>
      </thead>
      <tbody>
        {conditions.map((condition) => (
          <Row key={condition.key} condition={condition} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ condition }: { condition: Condition }) {
  const { status } = condition;
  return (
    <tr data-status={tone(status)}>
      <th scope="row">
        <div className={s.name}>
          <StatusGlyph status={status} />
          <b title={condition.explained}>
            <span className="vh">{conditionWord(status)}: </span>
            {condition.name}
          </b>
          {condition.why !== undefined && <span className={s.why}>{condition.why}</span>}
          {condition.accepted !== undefined && (
            <span className={s.why}>
              <Glyph sign="person" size={12} /> accepted by {condition.accepted}
            </span>
          )}
          {status !== 'READY' && (
            <span className={s.turn}>
              Turn: {condition.turn}, since <Instant at={condition.since} />{' '}
              <ActButton name="accept-criterion" target={condition.key} look="text" small label={`Accept ${condition.name} as it is`}>
                Accept…
              </ActButton>
              {condition.key === 'no-other-version' && (
                <ActButton name="choose-other" target={condition.now} look="text" small>
                  Choose…
                </ActButton>
              )}
            </span>
          )}
        </div>
      </th>
      <td className={s.value}>{condition.now}</td>
      <td className={s.second}>{condition.needs}</td>
      <td className={s.second}>{condition.source ?? (status === 'NO_DATA' ? '–' : 'Signalbox')}</td>
      <td className={s.second}>
        {condition.asOf !== undefined ? <Age of={condition.asOf} /> : status === 'NO_DATA' ? '–' : 'now'}
      </td>
    </tr>
  );
}
