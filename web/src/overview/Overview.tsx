import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { boardQuery } from '../api/queries';
import type { Board } from '../api/types';
import { useServices } from '../live/services';
import { Loaded } from '../parts/Loaded';
import { Cycles } from './Cycles';
import { NeedsYou } from './NeedsYou';
import { NextDay } from './NextDay';
import { RobotOff } from './RobotOff';
import { SignalPanel } from './SignalPanel';
import { Sources } from './Sources';
import { Statement } from './Statement';

/** One app at a glance: does anything need me, what, why, what does the Robot do next, and is it true. */
export function Overview() {
  const { app } = useParams({ from: '/apps/$app' });
  const { queries } = useServices();
  const board = useQuery(boardQuery(app, queries));
  return (
    <Loaded query={board} what="The overview">
      {({ data }) => <Whole board={data} />}
    </Loaded>
  );
}

function Whole({ board }: { board: Board }) {
  const { needs } = board.counts;
  useEffect(() => {
    document.title = `${needs > 0 ? `${needs} need you · ` : ''}${board.name} · Signalbox`;
  }, [needs, board.name]);
  return (
    <>
      <Statement board={board} />
      <RobotOff robot={board.robot} />
      <NeedsYou needs={board.needs} />
      {(board.cycles.length === 0 || board.sections.some((section) => section.rows.length > 0)) && <SignalPanel sections={board.sections} />}
      <Cycles cycles={board.cycles} />
      <NextDay board={board} />
      <Sources sources={board.sources} />
    </>
  );
}
