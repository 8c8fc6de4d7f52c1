import { useRef, useState, type FormEvent } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { give, newId, Refused } from '../api/http';
import { Button } from '../parts/Button';
import { Glyph } from '../parts/Glyph';
import { Instant } from '../parts/Times';
import s from './ActDialog.module.css';
import { FieldOf } from './fields';
import { complaint, faultOf, isStale, open, type Giving } from './giving';
import { firstValues, lacking, type Plan, type Subject } from './plan';

export interface ActDialogProps {
  readonly plan: Plan;
  readonly subject: Subject;
  /** Why it would be refused now, if so. */
  readonly refusal?: string;
  readonly close: () => void;
  readonly given: (revision: number) => void;
  /** Reads the subject again. */
  readonly reread: () => Promise<Seen>;
}

/** What the reader decides upon. */
export type Seen = Pick<Subject, 'revision' | 'asOf'>;

/** Asks for what an act needs, sends it once, and stays open until it is on record. Nothing is shown as done before. */
export function ActDialog({ plan, subject, refusal, close, given, reread }: ActDialogProps) {
  const [form, setForm] = useState(() => firstValues(plan.fields));
  const [giving, setGiving] = useState<Giving>(open);
  const [seen, setSeen] = useState<Seen>({ revision: subject.revision, asOf: subject.asOf });
  const id = useRef(newId());
  const stale = isStale(giving);
  const off = refusal ?? (stale ? 'Read the state again first.' : lacking(plan.fields, form));

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (off !== undefined || giving.state === 'asked') {
      return;
    }
    setGiving({ state: 'asked' });
    try {
      given((await give(plan.order(form), id.current, seen.revision)).revision);
    } catch (error) {
      const problem = error instanceof Refused ? error.problem : undefined;
      setGiving(problem === undefined ? { state: 'unsure', why: String(error) } : { state: 'refused', problem });
    }
  }

  async function readAgain() {
    try {
      setSeen(await reread());
      setGiving(open);
    } catch (error) {
      setGiving({ state: 'unsure', why: String(error) });
    }
  }

  const trouble = complaint(giving, plan.fields.map((field) => field.name));
  return (
    <ModalOverlay className={s.scrim} isOpen isDismissable={giving.state !== 'asked'} onOpenChange={(isOpen) => isOpen || close()}>
      <Modal className={s.modal}>
        <Dialog className={s.dialog} role={plan.stops ? 'alertdialog' : 'dialog'}>
          <form onSubmit={(event) => void submit(event)} noValidate>
            <Heading slot="title" className={s.title}>
              {plan.title}
            </Heading>
            <div className={s.body}>
              {plan.effects.length > 0 && (
                <ul className={s.effects}>
                  {plan.effects.map((effect) => (
                    <li key={effect.text}>
                      <Glyph sign={effect.sign} size={13} plain />
                      {effect.text}
                    </li>
                  ))}
                </ul>
              )}
              {plan.fields.map((field, index) => (
                <FieldOf
                  key={field.name}
                  field={field}
                  value={form[field.name] ?? ''}
                  fault={faultOf(giving, field.name)?.message}
                  focused={index === 0}
                  change={(value) => setForm((before) => ({ ...before, [field.name]: value }))}
                />
              ))}
              <div role="alert" className={s.alert}>
                {(trouble ?? refusal) !== undefined && (
                  <p className={s.trouble}>
                    <Glyph sign="needs" size={13} />
                    <span>{trouble ?? refusal}</span>
                  </p>
                )}
              </div>
              <ol className={s.steps} aria-label="How it goes on">
                <li data-done={giving.state === 'asked' || undefined}>Asked</li>
                <li>On record</li>
                {plan.reachesStore && <li>Confirmed by reading the store</li>}
              </ol>
            </div>
            <footer className={s.foot}>
              <span className={s.read}>
                State read <Instant at={seen.asOf} as="exact" />
              </span>
              {stale && (
                <Button onPress={() => void readAgain()} look="plain">
                  Read again
                </Button>
              )}
              <Button onPress={close}>{plan.stay}</Button>
              <button
                type="submit"
                className={`${s.verb} ${plan.stops ? s.stops : ''}`}
                aria-disabled={off !== undefined || giving.state === 'asked' || undefined}
                title={off}
              >
                <span data-hidden={giving.state === 'asked' || undefined}>{plan.verb}</span>
                {giving.state === 'asked' && <span className={s.asked}>Asked</span>}
              </button>
            </footer>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

export default ActDialog;
