import { useNavigate, useSearch } from '@tanstack/react-router';
import { createContext, lazy, Suspense, useContext, type ReactNode } from 'react';
import type { Act } from '../api/types';
import { useServices } from '../live/services';
import { Button, type Look } from '../parts/Button';
import type { Seen } from './ActDialog';
import type { Plan, Subject } from './plan';

const ActDialog = lazy(() => import('./ActDialog'));

/** A command that is on record. */
export interface Given {
  readonly plan: Plan;
  readonly at: string;
}

interface Offered {
  readonly acts: readonly Act[];
  readonly open: (act: Act) => void;
}

const Offers = createContext<Offered>({ acts: [], open: () => undefined });

interface ActsProps {
  readonly subject: Subject;
  /** What the API offers to this reader now. */
  readonly acts: readonly Act[];
  readonly planOf: (act: Act) => Plan | undefined;
  readonly reread: () => Promise<Seen>;
  readonly given?: (given: Given) => void;
  readonly children: ReactNode;
}

/**
 * Offers acts to what is inside, and shows the dialog of the one that the address names: `?act=answer&target=asked-1`. Only what
 * the API offers can be opened.
 */
export function Acts({ subject, acts, planOf, reread, given, children }: ActsProps) {
  const { act: name, target = '' } = useSearch({ strict: false });
  const navigate = useNavigate();
  const { clock } = useServices();
  const named = acts.find((act) => act.name === name && act.target === target);
  const plan = named === undefined ? undefined : planOf(named);
  const show = (act?: Act) =>
    void navigate({
      to: '.',
      search: act === undefined ? {} : { act: act.name, ...(act.target === '' ? {} : { target: act.target }) },
      replace: act === undefined,
      resetScroll: false,
    });
  return (
    <Offers value={{ acts: acts.filter((act) => planOf(act) !== undefined), open: show }}>
      {children}
      {named !== undefined && plan !== undefined && (
        <Suspense>
          <ActDialog
            key={`${named.name} ${named.target}`}
            plan={plan}
            subject={subject}
            {...(named.why === undefined || named.allowed ? {} : { refusal: named.why })}
            close={() => show()}
            given={() => {
              given?.({ plan, at: new Date(clock.now()).toISOString() });
              void reread();
              show();
            }}
            reread={reread}
          />
        </Suspense>
      )}
    </Offers>
  );
}

/** The offer of an act, if there is one. */
export function useAct(name: string, target = ''): Act | undefined {
  return useContext(Offers).acts.find((act) => act.name === name && act.target === target);
}

export function useActs(): Offered {
  return useContext(Offers);
}

interface ActButtonProps {
  readonly name: string;
  readonly target?: string;
  readonly look?: Look;
  readonly small?: boolean;
  readonly label?: string;
  /** Whether one that would be refused now is shown, with its reason. */
  readonly always?: boolean;
  readonly children: ReactNode;
}

/** Opens the dialog of an act. Not there if the API does not offer it. */
export function ActButton({ name, target = '', look = 'plain', small = false, label, always = false, children }: ActButtonProps) {
  const { open } = useActs();
  const act = useAct(name, target);
  if (act === undefined || (!act.allowed && !always)) {
    return null;
  }
  return (
    <Button
      look={look}
      small={small}
      onPress={() => open(act)}
      {...(label === undefined ? {} : { label })}
      {...(act.allowed ? {} : { off: act.why ?? 'Not now.' })}
    >
      {children}
    </Button>
  );
}
