import type { ActionView, Destination, TrackPage } from '../api/types';
import { ActButton } from '../act/Acts';
import { Glyph } from '../parts/Glyph';
import { Panel } from '../parts/Panel';
import { Age, Instant } from '../parts/Times';
import { capital } from '../words/status';
import s from './Rollout.module.css';

/** Each store or channel: what is on record, what it shows itself, and every call with its three steps. */
export function Rollout({ page }: { page: TrackPage }) {
  return (
    <div className={s.all} id="rollout">
      {page.destinations.map((destination) => (
        <Store key={destination.key} destination={destination} />
      ))}
    </div>
  );
}

const SHOWN = 6;

function Store({ destination }: { destination: Destination }) {
  const actions = destination.actions.toReversed();
  return (
    <Panel
      title={destination.name}
      note={<Standing destination={destination} />}
      end={
        destination.shows === undefined ? (
          <span>store not read yet</span>
        ) : (
          <span>
            store shows <b>{destination.shows}</b>
            {destination.showsAsOf !== undefined && (
              <>
                , read <Age of={destination.showsAsOf} />
              </>
            )}
          </span>
        )
      }
    >
      {actions.length > 0 && (
        <table className={s.calls}>
          <colgroup>
            <col />
            <col className={s.step} />
            <col className={s.step} />
            <col className={s.step} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Call</th>
              <th scope="col">Asked</th>
              <th scope="col">Accepted by the store</th>
              <th scope="col">Confirmed by reading</th>
            </tr>
          </thead>
          <tbody>
            {actions.slice(0, SHOWN).map((action, index) => (
              <Call key={action.number} action={action} newest={index === 0} />
            ))}
          </tbody>
        </table>
      )}
      <p className={s.limits}>
        {actions.length > SHOWN && `${actions.length - SHOWN} earlier calls are in the log. `}
        {destination.limits}{' '}
        <ActButton name="try-again" target={destination.key} small>
          Try again…
        </ActButton>{' '}
        <ActButton name="adopt" target={destination.key} small>
          Adopt what the store shows…
        </ActButton>
      </p>
    </Panel>
  );
}

/** Since when it stands so; what became of its motion, as of `1 %, stopped`, came later. */
function Standing({ destination }: { destination: Destination }) {
  const [standing = '', ...motion] = destination.state.split(', ');
  return standing === 'not sent' ? (
    'not sent yet'
  ) : (
    <>
      {capital(standing)} since <Instant at={destination.since} />
      {motion.map((word) => `, ${word}`)}
    </>
  );
}

/** A call that failed is bad news only as long as none came after it. */
function Call({ action, newest }: { action: ActionView; newest: boolean }) {
  const confirmed = action.state === 'CONFIRMED';
  const failed = action.ended !== undefined && !confirmed;
  return (
    <tr>
      <th scope="row">
        {action.stop && <Glyph sign="pause" size={12} />} {capital(action.effect)}
        {action.detail !== '' && <small>{action.detail}</small>}
      </th>
      <td>
        <Step at={action.asked} />
      </td>
      <td>
        <Step at={action.accepted} />
      </td>
      <td>
        {failed ? (
          <span className={s.failed}>
            <Glyph sign={newest && action.state !== 'SUPERSEDED' ? 'needs' : 'na'} size={12} />
            {capital(action.state.toLowerCase())}
          </span>
        ) : action.state === 'UNKNOWN' ? (
          <span className={s.failed}>
            <Glyph sign="nodata" size={12} />
            not known
          </span>
        ) : (
          <Step at={confirmed ? action.ended : undefined} waiting={action.ended === undefined} />
        )}
      </td>
    </tr>
  );
}

function Step({ at, waiting = false }: { at: string | undefined; waiting?: boolean }) {
  if (at === undefined) {
    return waiting ? (
      <span className={s.done}>
        <Glyph sign="waiting" size={12} />
        not yet
      </span>
    ) : (
      <span className={s.none}>–</span>
    );
  }
  return (
    <span className={s.done}>
      <Glyph sign="ready" size={12} />
      <Instant at={at} as="exact" />
    </span>
  );
}
