import { useState } from 'react';
import type { LogLine } from '../api/types';
import { useNow } from '../live/services';
import { usePointed, useZone } from '../live/zone';
import { day, exactTime } from '../words/times';
import { Button } from './Button';
import { Glyph } from './Glyph';
import s from './LogOf.module.css';
import { Panel } from './Panel';
import { who } from './who';

const AT_FIRST = 20;

/** What happened, newest first, under its days. */
export function LogOf({ lines }: { lines: readonly LogLine[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, AT_FIRST);
  const zone = useZone();
  const today = useNow((now) => day(now, zone));
  const days = [...new Set(shown.map((line) => day(Date.parse(line.at), zone)))];
  return (
    <Panel title="Log" note={lines.length === 0 ? 'empty' : undefined} id="log">
      {days.map((name) => (
        <section key={name} aria-label={name}>
          <h3 className={s.day}>{name === today ? `Today, ${name}` : name}</h3>
          <ol className={s.log}>
            {shown
              .filter((line) => day(Date.parse(line.at), zone) === name)
              .map((line) => (
                <Line key={line.sequence} line={line} />
              ))}
          </ol>
        </section>
      ))}
      {lines.length > shown.length && (
        <p className={s.more}>
          <Button look="text" onPress={() => setAll(true)}>
            {`${lines.length - shown.length} more`}
          </Button>
        </p>
      )}
    </Panel>
  );
}

function Line({ line }: { line: LogLine }) {
  const at = Date.parse(line.at);
  const zone = useZone();
  const pointedAt = usePointed();
  const [verb, rest] = parted(line.text);
  return (
    <li>
      <time dateTime={line.at} title={pointedAt(at)}>
        {exactTime(at, zone)}
      </time>
      <Glyph sign={who(line.by)} size={13} />
      <span>
        {who(line.by) === 'person' && `${line.by}: `}
        <b>{verb}</b>
        {rest !== '' && <span className={s.evidence}> {rest}</span>}
      </span>
    </li>
  );
}

/** What was done, and the evidence for it. */
function parted(text: string): readonly [string, string] {
  const end = text.search(/[.:] /);
  return end < 0 ? [text, ''] : [text.slice(0, end + 1), text.slice(end + 2)];
}
