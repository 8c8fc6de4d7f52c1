import type { components } from './schema';

type Schemas = components['schemas'];

export type Me = Schemas['Me'];
export type App = Schemas['AppView'];
export type AppList = Schemas['AppList'];

export type Board = Schemas['Board'];
export type Need = Schemas['BoardNeed'];
export type Section = Schemas['BoardSection'];
export type ReleaseHead = Schemas['BoardReleaseHead'];
export type TrackRow = Schemas['BoardTrackRow'];
export type Cell = Schemas['BoardCell'];
export type Cycle = Schemas['BoardCycle'];
export type Next = Schemas['BoardNext'];
export type SourceState = Schemas['BoardSourceState'];
export type Robot = Schemas['BoardRobot'];
export type Departure = Schemas['BoardDeparture'];

export type TrackPage = Schemas['TrackPage'];
export type Station = Schemas['TrackPageStation'];
export type MoveView = Schemas['TrackPageMoveView'];
export type Condition = Schemas['TrackPageCondition'];
export type QuestionView = Schemas['TrackPageQuestionView'];
export type Destination = Schemas['TrackPageDestinationView'];
export type ActionView = Schemas['TrackPageActionView'];
export type Blocker = Schemas['TrackPageBlocker'];
export type TeamWord = Schemas['TrackPageTeamWord'];
export type Submission = Schemas['TrackPageSubmission'];
export type Act = Schemas['TrackPageActView'];
export type LogLine = Schemas['TrackPageLogLine'];

export type ReleasePage = Schemas['ReleasePage'];
export type Repository = Schemas['ReleasePageRepositoryView'];
export type Change = Schemas['ReleasePageChange'];

export type TrainPage = Schemas['TrainPage'];

export type Problem = Schemas['Problem'];
export type Fault = Schemas['ProblemFault'];
export type Accepted = Schemas['Accepted'];

export type Status = TrackRow['status'];
