import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button as AriaButton, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useNow } from '../live/services';
import { usePointed, useZone } from '../live/zone';
import { Button, buttonClass } from '../parts/Button';
import { Glyph } from '../parts/Glyph';
import { clockTime, day, dayTime } from '../words/times';
import s from './Bar.module.css';
import { DemoLog } from './DemoLog';
import { grouped, move, PACES, perform, type DemoState } from './state';

/** Moves the demo's time and does things in its world. */
export function Bar({ state }: { state: DemoState }) {
  const client = useQueryClient();
  const [log, setLog] = useState(false);
  const moving = useMutation({
    mutationFn: ({ what, body }: { what: 'run' | 'step' | 'jump' | 'pace'; body: unknown }) => move(client, what, body),
  });
  const acting = useMutation({ mutationFn: perform });
  const failed = state.log.filter((told) => told.ok === false).length;
  const now = useNow((instant) => instant);
  const zone = useZone();
  const pointedAt = usePointed();
  const problem = acting.data || acting.error?.message || moving.error?.message;
  const pace = PACES.find((one) => one.pace === (state.pace ?? null))?.key ?? '';
  return (
    <>
      {log && <DemoLog log={state.log} now={now} close={() => setLog(false)} />}
      <div className={s.room} />
      <section className={s.bar} aria-label="Demo">
        <span className={s.tag}>Demo</span>
        <time className={s.now} dateTime={new Date(now).toISOString()} title={pointedAt(now)}>
          {day(now, zone)} <b>{clockTime(now, zone)}</b>
        </time>
        <Button small onPress={() => moving.mutate({ what: 'run', body: { running: !state.running } })}>
          {state.running ? 'Stop time' : 'Run time'}
        </Button>
        <label className={s.pace}>
          <span className="vh">Pace</span>
          <select
            value={pace}
            onChange={(event) =>
              moving.mutate({ what: 'pace', body: { pace: PACES.find((one) => one.key === event.target.value)?.pace ?? null } })
            }
          >
            {pace === '' && <option value="">{state.pace} min a second</option>}
            {PACES.map((one) => (
              <option key={one.key} value={one.key}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
        <Button small onPress={() => moving.mutate({ what: 'step', body: {} })}>
          Step
        </Button>
        {!state.over && (
          <Button small onPress={() => moving.mutate({ what: 'jump', body: {} })}>
            Next event
          </Button>
        )}
        <span className={s.story}>
          <b>
            {state.chapter.index}/{state.chapter.of} {state.chapter.title}
          </b>
          {state.over && <span>The story is over. Run time or step it to see what comes after.</span>}
          {state.next !== undefined && state.next !== null && (
            <span title={state.next.text}>
              next: {dayTime(Date.parse(state.next.at), now, zone)} {state.next.text}
            </span>
          )}
        </span>
        {problem ? (
          <span className={s.problem} role="alert">
            <Glyph sign="needs" size={13} />
            {problem}
          </span>
        ) : null}
        {state.acts.length > 0 && (
          <MenuTrigger>
            <AriaButton className={buttonClass('plain', true)}>
              Do something <Glyph sign="down" size={12} />
            </AriaButton>
            <Popover className={s.pop ?? ''} placement="top end">
              <Menu className={s.menu ?? ''} aria-label="What to do in the demo's world" onAction={(key) => acting.mutate(String(key))}>
                {grouped(state.acts).map(({ group, acts }) => (
                  <MenuSection key={group}>
                    <Header className={s.group ?? ''}>{group}</Header>
                    {acts.map((act) => (
                      <MenuItem key={act.id} id={act.id} className={s.choice ?? ''}>
                        {act.label}
                      </MenuItem>
                    ))}
                  </MenuSection>
                ))}
              </Menu>
            </Popover>
          </MenuTrigger>
        )}
        <Button small onPress={() => setLog(!log)}>
          Story
          {failed > 0 && (
            <span className={s.failed}>
              <Glyph sign="needs" size={12} />
              {failed} failed
            </span>
          )}
        </Button>
      </section>
    </>
  );
}

export default Bar;
