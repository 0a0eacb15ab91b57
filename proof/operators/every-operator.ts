import { alteredActs } from './altered-acts.ts';
import { alteredCallProbes } from './altered-call-probes.ts';
import { alteredClaims } from './altered-claims.ts';
import { alteredHandedDevices } from './altered-handed-devices.ts';
import { alteredLooks } from './altered-looks.ts';
import { alteredProbes } from './altered-probes.ts';
import { alteredReadings } from './altered-readings.ts';
import { alteredReplays } from './altered-replays.ts';
import { alteredStartAndEnd } from './altered-start-and-end.ts';
import { alteredTimes } from './altered-times.ts';
import { droppedEntries } from './dropped-entries.ts';
import type { Operator } from './operator.ts';

/** Every way in which a history is altered, with what may come of it. */
export const everyOperator: readonly Operator[] = [
  ...droppedEntries,
  ...alteredLooks,
  ...alteredReplays,
  ...alteredReadings,
  ...alteredClaims,
  ...alteredActs,
  ...alteredProbes,
  ...alteredCallProbes,
  ...alteredHandedDevices,
  ...alteredTimes,
  ...alteredStartAndEnd,
];
