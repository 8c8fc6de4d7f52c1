import type { ActionView, TrackPage } from '../api/types';
import type { Given } from '../act/Acts';
import { OnRecord, Step } from '../parts/OnRecord';
import { Instant } from '../parts/Times';
import { callsSince } from './callsSince';

/** What became of the command that was just given: on record, then every call to a store until it is confirmed. */
export function OnItsWay({ given, page, hide }: { given: Given; page: TrackPage; hide: () => void }) {
  const calls = callsSince(page.destinations, given.at);
  return (
    <OnRecord given={given} hide={hide}>
      {calls.map(({ store, call }) => (
        <Call key={`${store} ${call.number}`} store={store} call={call} />
      ))}
      {given.plan.reachesStore && calls.length === 0 && <Step sign="na">No store was called so far</Step>}
    </OnRecord>
  );
}

function Call({ store, call }: { store: string; call: ActionView }) {
  if (call.ended === undefined) {
    return (
      <Step sign="waiting">
        {store}: {call.accepted === undefined ? 'asked' : 'accepted, not confirmed yet'}
      </Step>
    );
  }
  return call.state === 'CONFIRMED' ? (
    <Step sign="ready">
      {store}: confirmed by reading <Instant at={call.ended} as="exact" />
    </Step>
  ) : (
    <Step sign="needs">
      {store}: {call.state.toLowerCase()}. {call.detail}
    </Step>
  );
}
